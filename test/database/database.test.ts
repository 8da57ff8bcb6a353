import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { defineEntity, p } from '@mikro-orm/core';
import { codeOf, openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import { freshDatabase, onServer, type TestDatabase } from '../support/database.ts';

const NoteRow = defineEntity({
  name: 'Note',
  tableName: 'note',
  properties: { id: p.integer().primary(), at: p.datetime(), day: p.date().nullable(), text: p.text() },
});

describe('the database', () => {
  let fresh: TestDatabase;
  let database: Database;
  beforeAll(async () => {
    fresh = await freshDatabase();
    await onServer(fresh.url, (client) =>
      client.query(`CREATE TABLE note (id bigint PRIMARY KEY, at timestamptz NOT NULL DEFAULT now(), day date, text text);
        CREATE TABLE log_only (id bigint PRIMARY KEY);
        GRANT SELECT, INSERT, UPDATE, DELETE ON note TO gongzhi_app;
        GRANT SELECT, INSERT ON log_only TO gongzhi_app;`),
    );
    database = await openDatabase({ url: fresh.url, rows: [NoteRow], relaxed: true });
  });
  afterAll(async () => {
    await database.close();
    await fresh.drop();
  });

  test('named queries give numbers, dates and plain days', async () => {
    const rows = await database.query(
      'test.types',
      "SELECT 7::int8 AS n, ARRAY[1,2]::int8[] AS ns, now() AS at, '2026-11-23'::date AS day, $1::text AS text",
      ['甲'],
    );
    expect(rows).toEqual([{ n: 7, ns: [1, 2], at: expect.any(Date), day: '2026-11-23', text: '甲' }]);
  });

  test('statements in a transaction are prepared under their name and read like queries', async () => {
    const [row] = await database.transaction(async ({ rows }) => {
      await rows('test.insert', 'INSERT INTO note (id, day, text) VALUES ($1, $2, $3)', [1, '2026-11-23', '乙']);
      const names = await rows<{ name: string }>('test.names', 'SELECT name FROM pg_prepared_statements', []);
      expect(names.map(({ name }) => name)).toContain('test.insert');
      return rows('test.read', 'SELECT id, at, day, text FROM note WHERE id = $1', [1]);
    });
    expect(row).toEqual({ id: 1, at: expect.any(Date), day: '2026-11-23', text: '乙' });
  });

  test('entities and prepared statements share one transaction, and instants keep their moment', async () => {
    const at = new Date('2026-11-23T16:30:00.123Z');
    const row = await database.transaction(async ({ em, rows }) => {
      em.create(NoteRow, { id: 20, at, day: '2026-11-24', text: "it's 丁 \\ ?" });
      await em.flush();
      return rows('test.read', 'SELECT id, at, day, text FROM note WHERE id = $1', [20]);
    });
    expect(row).toEqual([{ id: 20, at, day: '2026-11-24', text: "it's 丁 \\ ?" }]);
    const found = await database.transaction(({ em }) => em.findOneOrFail(NoteRow, { id: 20, at }));
    expect(found).toMatchObject({ at, day: '2026-11-24' });
  });

  test('a savepoint that is rolled back leaves the rest', async () => {
    await database.transaction(async ({ em, rows }) => {
      await rows('test.insert', 'INSERT INTO note (id, day, text) VALUES ($1, $2, $3)', [30, null, '']);
      const twin = em.transactional((inner) => inner.execute("INSERT INTO note (id, text) VALUES (30, '')"));
      await expect(twin).rejects.toMatchObject({ code: '23505' });
    });
    expect(await database.query('test.saved', 'SELECT id FROM note WHERE id = 30')).toEqual([{ id: 30 }]);
  });

  test('a transaction that throws leaves nothing', async () => {
    const attempt = database.transaction(async ({ rows }) => {
      await rows('test.insert', 'INSERT INTO note (id, day, text) VALUES ($1, $2, $3)', [2, null, '丙']);
      throw new Error('no');
    });
    await expect(attempt).rejects.toThrow('no');
    expect(await database.query('test.read2', 'SELECT id FROM note WHERE id = 2')).toEqual([]);
  });

  test('errors keep their SQLSTATE, inside and outside a transaction', async () => {
    const twin = 'INSERT INTO log_only (id) VALUES (1), (1)';
    const inside = await database
      .transaction(({ rows }) => rows('test.twin', twin))
      .catch((error: unknown) => codeOf(error));
    const outside = await database.query('test.twin', twin).catch((error: unknown) => codeOf(error));
    expect([inside, outside]).toEqual(['23505', '23505']);
  });

  test('a deadlock is tried once more', async () => {
    await database.query('test.two', "INSERT INTO note (id, text) VALUES (11, ''), (12, '')");
    let runs = 0;
    const both = (first: number, second: number) =>
      database.transaction(async ({ rows }) => {
        runs += 1;
        await rows('test.touch', "UPDATE note SET text = text || 'x' WHERE id = $1", [first]);
        await new Promise((resolve) => setTimeout(resolve, 100));
        await rows('test.touch', "UPDATE note SET text = text || 'x' WHERE id = $1", [second]);
      });
    await Promise.all([both(11, 12), both(12, 11)]);
    expect(runs).toBe(3);
    expect(await database.query('test.touched', 'SELECT text FROM note WHERE id IN (11, 12)')).toEqual([
      { text: 'xx' },
      { text: 'xx' },
    ]);
  });

  test('the hook sees every statement, however it is sent', async () => {
    const seen: string[] = [];
    database.onStatement = (text) => seen.push(text);
    await database.transaction(async ({ em, rows }) => {
      await rows('test.one', 'SELECT 1');
      await em.execute('SELECT 2');
    });
    await database.query('test.three', 'SELECT 3');
    database.onStatement = null;
    expect(seen).toEqual(['BEGIN ISOLATION LEVEL READ COMMITTED', 'SELECT 1', 'SELECT 2', 'COMMIT', 'SELECT 3']);
  });

  test('the application is gongzhi_app on every connection, and cannot change what is append-only', async () => {
    expect(await database.query('test.me', 'SELECT current_user::text AS me')).toEqual([{ me: 'gongzhi_app' }]);
    await onServer(database.url, async (client) => {
      expect((await client.query('SELECT current_user::text AS me')).rows).toEqual([{ me: 'gongzhi_app' }]);
    });
    await database.query('test.append', 'INSERT INTO log_only (id) VALUES (5)');
    for (const text of [
      'DELETE FROM log_only',
      'UPDATE log_only SET id = 6',
      'TRUNCATE log_only',
      'CREATE TABLE mine (id int)',
    ]) {
      await expect(database.query(`test.${text}`, text)).rejects.toMatchObject({ code: '42501' });
    }
  });

  test('an application that is superuser or owner is refused', async () => {
    await expect(openDatabase({ url: fresh.url, role: null, rows: [], relaxed: true })).rejects.toThrow(
      /不得以数据库超级用户/,
    );
  });

  test('a server that may lose acknowledged data is refused', async () => {
    await onServer(fresh.url, (client) =>
      client.query(`ALTER DATABASE ${new URL(fresh.url).pathname.slice(1)} SET synchronous_commit = off`),
    );
    await expect(openDatabase({ url: fresh.url, rows: [] })).rejects.toThrow(/synchronous_commit.*不是 on/);
  });

  test('an unreachable server is named within two seconds', async () => {
    await expect(openDatabase({ url: 'postgresql://nobody@127.0.0.1:1/none', rows: [] })).rejects.toThrow(
      /连接不上数据库/,
    );
  });
});
