import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { migrate, migrationFiles } from '../../api/src/platform/database/migrate.ts';
import { emptyDatabase, onServer, type TestDatabase } from '../support/database.ts';

describe('migrations', () => {
  let empty: TestDatabase;
  beforeAll(async () => {
    empty = await emptyDatabase();
  });
  afterAll(() => empty.drop());

  test('two nodes that start at once migrate once, and a second run changes nothing', async () => {
    await Promise.all([migrate(empty.url), migrate(empty.url)]);
    await migrate(empty.url);
    const names = await onServer(empty.url, (client) =>
      client.query<{ name: string }>('SELECT name FROM mikro_orm_migrations ORDER BY id'),
    );
    expect(names.rows.map((row) => row.name)).toEqual(migrationFiles().map((file) => file.name));
  });

  test('a file that was changed after it ran stops the start and is named', async () => {
    const [first, ...rest] = migrationFiles();
    const changed = { ...first!, digest: '0'.repeat(64) };
    await expect(migrate(empty.url, [changed, ...rest])).rejects.toThrow(/0001_roles\.sql 在执行之后又被改动过/);
  });

  test('a faulty file is named with the reason, and nothing of it stays', async () => {
    const faulty = { name: '9998_faulty', sql: 'CREATE TABLE half (id int); SELECT nonsense;', digest: '1'.repeat(64) };
    await expect(migrate(empty.url, [...migrationFiles(), faulty])).rejects.toThrow(
      /9998_faulty\.sql 执行失败：.*nonsense/,
    );
    const half = await onServer(empty.url, (client) => client.query("SELECT to_regclass('half') AS half"));
    expect(half.rows).toEqual([{ half: null }]);
  });

  test('Chinese text has trigrams', async () => {
    const { rows } = await onServer(empty.url, (client) =>
      client.query<{ n: number }>("SELECT cardinality(show_trgm('代买药品')) AS n"),
    );
    expect(rows[0]!.n).toBe(5);
  });
});
