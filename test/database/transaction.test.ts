import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import { codeOf, openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import { Table } from '../../api/src/platform/database/table.ts';
import { freshDatabase, onServer, type TestDatabase } from '../support/database.ts';

const Thing = defineEntity({
  name: 'Thing',
  tableName: 'thing',
  properties: {
    ...{ id: p.integer().primary(), version: p.integer().version(), givenName: p.text().nullable(), at: p.datetime() },
    ...{ tags: p.array().columnType('text[]'), more: p.json().nullable(), secret: p.blob().nullable() },
  },
});

interface Kept {
  id: number;
  version: number;
  givenName: string | null;
  at: Date;
  tags: string[];
  more: unknown;
  secret: Buffer | null;
}

const INSERT = 'INSERT INTO thing (id, given_name) VALUES ($1, $2)';
const AT = new Date('2026-11-23T16:30:00.123Z');

describe('a transaction', () => {
  let fresh: TestDatabase;
  let database: Database;
  /** Names in one inner list went together. */
  let trips: string[][];
  beforeAll(async () => {
    fresh = await freshDatabase();
    await onServer(fresh.url, (client) =>
      client.query(`CREATE TABLE thing (id int PRIMARY KEY, version int NOT NULL DEFAULT 1, given_name text CHECK (given_name <> 'bad'),
          at timestamptz NOT NULL DEFAULT '2026-11-23T16:30:00.123Z', tags text[] NOT NULL DEFAULT '{}', more jsonb, secret bytea);
        GRANT SELECT, INSERT, UPDATE, DELETE ON thing TO gongzhi_app;`),
    );
    // One connection: what a failure leaves behind on it is met by the next.
    database = await openDatabase({ url: fresh.url, rows: [Thing], relaxed: true, poolSize: 1 });
  });
  beforeEach(() => {
    trips = [];
    database.onStatement = (text, first) => {
      if (first) trips.push([]);
      trips.at(-1)!.push(text.split(' ')[0]!);
    };
  });
  afterEach(() => database.query('test.clear', 'DELETE FROM thing'));
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  const ids = async () =>
    (await database.query<{ id: number }>('test.ids', 'SELECT id FROM thing ORDER BY id')).map(({ id }) => id);
  const insert = (id: number, name: string | null = null) => ({ name: 'test.add', text: INSERT, values: [id, name] });

  test('begins with its first question, ends with its last write, and asks at once what is asked at once', async () => {
    const found = await database.transaction(async ({ rows, later }) => {
      later(insert(1));
      const both = await Promise.all([rows('test.one', 'SELECT id FROM thing'), rows('test.two', 'SELECT 2 AS two')]);
      later(insert(2));
      later(insert(3));
      return both;
    });
    expect(found).toEqual([[{ id: 1 }], [{ two: 2 }]]);
    expect(trips).toEqual([
      ['BEGIN', 'INSERT', 'SELECT', 'SELECT'],
      ['INSERT', 'INSERT', 'COMMIT'],
    ]);
    expect(await ids()).toEqual([1, 2, 3]);
  });

  test('that does nothing asks nothing', async () => {
    expect(await database.transaction(() => 7)).toBe(7);
    expect(trips).toEqual([]);
  });

  test('fails with what nobody waited for, in the words of whoever knows what it means', async () => {
    const attempt = database.transaction(({ later }) => {
      later(insert(1));
      later(insert(1), (error) => (codeOf(error) === '23505' ? new Error('taken') : null));
      later(insert(2));
    });
    await expect(attempt).rejects.toThrow('taken');
    const other = database.transaction(({ later }) => later(insert(1, 'bad'), () => null));
    await expect(other).rejects.toMatchObject({ code: '23514' });
    expect(await ids()).toEqual([]);
  });

  test('tells each of its questions what became of it', async () => {
    const outcomes: unknown[] = [];
    const attempt = database.transaction(async ({ rows }) => {
      const asked = [
        rows('test.add', INSERT, [1, null]),
        rows('test.add', INSERT, [1, null]),
        rows('test.three', 'SELECT 3'),
      ];
      outcomes.push(...(await Promise.allSettled(asked)));
    });
    await expect(attempt).rejects.toThrow('rolled back');
    expect(outcomes).toMatchObject([
      { status: 'fulfilled' },
      { status: 'rejected', reason: { code: '23505' } },
      { status: 'rejected', reason: { code: '23505' } },
    ]);
    expect(await ids()).toEqual([]);
  });

  test('can prepare again what failed when it was first tried', async () => {
    const work = (name: string) => database.query('test.first', INSERT, [9, name]);
    await expect(work('bad')).rejects.toMatchObject({ code: '23514' });
    await expect(database.query('test.odd', 'SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await expect(database.query('test.odd', 'SELECT nothing')).rejects.toMatchObject({ code: '42703' });
    await work('good');
    expect(await ids()).toEqual([9]);
  });

  test('refuses two texts for one name', async () => {
    await database.query('test.same', 'SELECT 1');
    await expect(database.query('test.same', 'SELECT 2')).rejects.toThrow('Two texts');
  });

  test('keeps nothing of a statement without a name', async () => {
    expect(await database.query('', 'SELECT $1::int AS one', [1])).toEqual([{ one: 1 }]);
    expect(await database.query('', 'SELECT $1::text AS two', ['2'])).toEqual([{ two: '2' }]);
    const both = await database.transaction(({ rows }) =>
      Promise.all([rows('', 'SELECT 3 AS a'), rows('', 'SELECT 4 AS b')]),
    );
    expect(both).toEqual([[{ a: 3 }], [{ b: 4 }]]);
  });

  test('answers no more when it is over', async () => {
    const rows = await database.transaction(async (own) => {
      await own.rows('test.one', 'SELECT id FROM thing');
      return own.rows;
    });
    await expect(rows('test.one', 'SELECT id FROM thing')).rejects.toThrow('over');
    expect(await ids()).toEqual([]);
  });

  test('takes parameters of every kind', async () => {
    const list = ['a"b\\c', '', 'NULL', '{x}', null, '甲 乙'];
    const values = [list, [AT, null], [1, 2], [true, false], [Buffer.from('é')], AT, { a: [1] }, 2n ** 40n, 1.5, false];
    const [row] = await database.query(
      'test.values',
      `SELECT $1::text[] AS list, $2::timestamptz[] AS times, $3::int[] AS ints, $4::boolean[] AS flags, $5::bytea[] AS bytes,
        $6::timestamptz AS at, $7::jsonb AS json, $8::bigint AS big, $9::float8 AS part, $10::boolean AS flag`,
      values,
    );
    expect(row).toEqual({
      ...{ list, times: [AT, null], ints: [1, 2], flags: [true, false], bytes: [Buffer.from('é')], at: AT },
      ...{ json: { a: [1] }, big: 2 ** 40, part: 1.5, flag: false },
    });
  });

  describe('writes a row', () => {
    const table = Table.of(Thing) as unknown as Table<Kept>;
    const read = async () => {
      const { name, text } = table.reading('read', (columns, from) => `SELECT ${columns} FROM ${from} WHERE t.id = 1`);
      return (await database.query<Kept>(name, text))[0]!;
    };
    beforeEach(() => database.query('test.add', INSERT, [1, '甲']));

    test('with the columns that changed, and raises its version', async () => {
      const row = await read();
      const before = table.copy(row);
      expect(table.changed(row, before)).toEqual([]);
      row.tags.push('x"y');
      Object.assign(row, { more: [{ a: 1 }], secret: Buffer.from([0, 255]), at: new Date(AT), givenName: '乙' });
      const changed = table.changed(row, before);
      expect(changed).toEqual(['givenName', 'tags', 'more', 'secret']);
      await database.transaction(({ later }) => later(table.update(row, before, changed)));
      expect(await read()).toEqual({ ...row, version: 2 });
    });

    test('only over the version that was read', async () => {
      const row = await read();
      const stale = { ...table.copy(row), version: 0 };
      const attempt = database.transaction(({ later }) =>
        later(table.update({ ...row, givenName: '丙' }, stale, ['givenName'])),
      );
      await expect(attempt).rejects.toMatchObject({ code: '23502' });
      expect(await read()).toEqual(row);
    });
  });
});
