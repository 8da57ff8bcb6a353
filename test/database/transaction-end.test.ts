import { afterAll, afterEach, beforeAll, describe, expect, test } from '@jest/globals';
import { codeOf, openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import { freshDatabase, onServer, type TestDatabase } from '../support/database.ts';

const ADD = 'INSERT INTO thing (id) VALUES ($1)';
const ONE = 'SELECT id FROM thing';

describe('a transaction at its end', () => {
  let fresh: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await onServer(fresh.url, (client) =>
      client.query(
        'CREATE TABLE thing (id int PRIMARY KEY); GRANT SELECT, INSERT, UPDATE, DELETE ON thing TO gongzhi_app;',
      ),
    );
    database = await openDatabase({ url: fresh.url, rows: [], relaxed: true, poolSize: 1 });
  });
  afterEach(() => database.query('test.clear', 'DELETE FROM thing'));
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const ids = async () => (await database.query<{ id: number }>('test.one', ONE)).map(({ id }) => id);
  const add = (id: number) => ({ name: 'test.add', text: ADD, values: [id] });

  test.each([false, true])(
    'says why it fails although nobody heard of the write that failed (another question: %s)',
    async (ask) => {
      const attempt = database.transaction(async ({ rows, later }) => {
        const asked = rows('test.add', ADD, [1]);
        // Goes with the question, after it: the question itself succeeds.
        later(add(1), (error) => (codeOf(error) === '23505' ? new Error('taken') : null));
        await asked;
        if (ask) await rows('test.one', ONE);
      });
      await expect(attempt).rejects.toThrow('taken');
      expect(await ids()).toEqual([]);
    },
  );

  test.each([
    ['given up', new Error('no')],
    ['kept', null],
  ])('lets nothing slip in behind it when it is %s', async (_how, failure) => {
    const late: Promise<unknown>[] = [];
    const attempt = database.transaction(async ({ rows, later }) => {
      await rows('test.one', ONE);
      // Whoever goes on although nobody waits for them any longer.
      const goOn = async (round: number) => {
        later(add(1000 + round));
        await rows('test.add', ADD, [round]);
      };
      const soon = (round: number) => {
        late.push(goOn(round).catch(() => undefined));
        if (round < 200) setImmediate(soon, round + 1);
      };
      setImmediate(soon, 1);
      if (failure) throw failure;
    });
    await attempt.catch(() => undefined);
    while (late.length < 200) await new Promise(setImmediate);
    await Promise.all(late);
    expect(await ids()).toEqual([]);
  });
});
