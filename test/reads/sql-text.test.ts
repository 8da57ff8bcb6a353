import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import pg from 'pg';
import { encodeCursor } from '../../api/src/platform/graphql/connection.ts';
import { instantText } from '../../api/src/platform/reads/fields/column.ts';
import { expression, joined, listSql, NULL, objectText, orNull, orVeto, textSql, VETO, whereHolds } from '../../api/src/platform/reads/json-text.ts'; // prettier-ignore
import { quoted } from '../../api/src/platform/reads/predicate-sql.ts';
import { byId, byInstant, byName, cursorSql } from '../../api/src/platform/reads/sort.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

let database: TestDatabase;
let client: pg.Client;
beforeAll(async () => {
  database = await freshDatabase();
  client = new pg.Client({ connectionString: database.url });
  client.on('error', () => undefined);
  await client.connect();
  await client.query(`SET timezone = 'UTC'`);
});
afterAll(async () => {
  await client.end();
  await database.drop();
});

async function said(sql: string, values: readonly unknown[] = [], from = ''): Promise<string | null> {
  const { rows } = await client.query<{ said: string | null }>(`SELECT ${sql} AS said ${from}`, [...values]);
  return rows[0]!.said;
}

/** Any text that PostgreSQL can keep. */
const text = fc.oneof(
  fc.string({ unit: 'binary' }).filter((one) => !one.includes('\0') && one.isWellFormed()),
  fc.constantFrom(`"'\\`, '\n\r\t\b\f\u0001\u007f\u2028', "it's", '灯💡', '第"二"网格'),
);

describe('an instant', () => {
  it('reads as JavaScript writes it, whatever its microseconds', async () => {
    const moment = fc.record({ ms: fc.integer({ min: -2_000_000_000_000, max: 200_000_000_000_000 }), micros: fc.integer({ min: 0, max: 999 }) });
    await fc.assert(
      fc.asyncProperty(moment, async ({ ms, micros }) => {
        const iso = new Date(ms).toISOString();
        const at = `'${iso.slice(0, -1)}${String(micros).padStart(3, '0')}Z'::timestamptz`;
        expect(await said(instantText(at))).toBe(JSON.stringify(iso));
      }),
      { numRuns: 300 },
    );
  }); // prettier-ignore
});

describe('a cursor', () => {
  const row = `FROM (SELECT $1::text AS name, $2::uuid AS id, $3::timestamptz AS due_at) r`;

  it('of names and ids is the one that is made in TypeScript', async () => {
    const sort = { name: 'units:name', keys: [byName('name'), byId('id')] };
    await fc.assert(
      fc.asyncProperty(text, fc.uuid(), async (name, id) => {
        expect(await said(cursorSql(sort, 'r'), [name, id, null], row)).toBe(encodeCursor(sort.name, [name, id]));
      }),
      { numRuns: 200 },
    );
  });

  it('of an instant is, with or without one', async () => {
    const sort = { name: 'orders:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] };
    const id = '00000000-0000-7000-8000-000000000001';
    for (const at of [new Date('2026-11-02T02:00:00.120Z'), null])
      expect(await said(cursorSql(sort, 'r'), ['', id, at], row)).toBe(
        encodeCursor(sort.name, [at?.toISOString() ?? 'infinity', id]),
      );
  });
});

describe('JSON text', () => {
  it('of an object is what JSON.stringify makes', async () => {
    await fc.assert(
      fc.asyncProperty(fc.dictionary(fc.string(), text, { noNullPrototype: true }), async (object) => {
        const entries = Object.entries(object).filter(([key]) => !key.includes('\0') && key.isWellFormed());
        const fields = entries.map(([key, value]) => [key, expression(`to_json(${quoted(value)}::text)::text`)] as const);
        expect(await said(textSql(objectText(fields)))).toBe(`{${entries.map(([key, value]) => `${JSON.stringify(key)}:${JSON.stringify(value)}`).join(',')}}`);
      }),
      { numRuns: 100 },
    );
  }); // prettier-ignore

  it('joins literals that stand next to each other', () => {
    expect(joined(['a', 'b'], ['c', { sql: 'x' }], ['d'])).toEqual(['abc', { sql: 'x' }, 'd']);
    expect(textSql([])).toBe(`''`);
  });

  it('is null, a veto or something else where there is nothing', async () => {
    expect(await said(textSql(orNull('NULL::text')))).toBe('null');
    expect(await said(textSql(orVeto('NULL::text')))).toBe(VETO);
    expect(await said(textSql(whereHolds('1 = 2', ['"shown"'])))).toBe('null');
    expect(await said(textSql(whereHolds('1 = 1', ['"shown"'])))).toBe('"shown"');
    expect(whereHolds('false', ['"shown"'])).toEqual(NULL);
    expect(whereHolds('true', ['"shown"'])).toEqual(['"shown"']);
  });

  it('of a list keeps its order, and carries a veto of any of its rows', async () => {
    const of = (values: string) => said(listSql('v.it'), [], `FROM (VALUES ${values}) v (it)`);
    expect(await of(`('1'), ('2'), ('3')`)).toBe('[1,2,3]');
    expect(await said(listSql('v.it'), [], `FROM (VALUES ('1')) v (it) WHERE false`)).toBe('[]');
    expect(await of(`('1'), (NULL)`)).toContain(VETO);
  });
});
