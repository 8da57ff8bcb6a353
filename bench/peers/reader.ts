// The limit of reading: node:http and pg, one statement a request, written for exactly these answers. No sessions, no rights but those that are in the question.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import { endWithParent, serve } from '../serve.ts';
import { openPool } from './common.ts';
import { fullList, fullOne, list, maskedList, one, type Row, type Words } from './reader.rows.ts';
import * as SQL from './reader.sql.ts';

interface Opening {
  readonly url: string;
  readonly words?: Words;
}

let pool: pg.Pool;
let words: Words = { labels: {}, actions: {} };
let spelled: readonly [labels: string, actions: string] = ['{}', '{}'];

const query = async <R>(name: string, text: string, values: readonly unknown[]): Promise<R[]> =>
  (await pool.query({ name, text, values: [...values] })).rows as R[];

type Answer = (given: URLSearchParams) => Promise<string>;
type Values = (given: URLSearchParams) => readonly unknown[];

/** The statement makes the whole answer. */
const json =
  (name: string, text: string, values: Values): Answer =>
  async (given) =>
    (await query<{ json: string }>(name, text, values(given)))[0]!.json;

/** The statement brings rows, and we make the answer. */
const rows =
  (name: string, text: string, [values, write]: readonly [Values, (found: readonly Row[]) => string]): Answer =>
  async (given) =>
    write(await query<Row>(name, text, values(given)));

const street: Values = (given) => [given.get('street')];
const id: Values = (given) => [given.get('id')];
const viewer: Values = (given) => given.getAll('of');
const worded =
  (values: Values): Values =>
  (given) => [...values(given), ...spelled];

const ANSWERS: Record<string, Answer> = {
  '/json/list': json('list-json', SQL.LIST_JSON, street),
  '/rows/list': rows('list-rows', SQL.LIST_ROWS, [street, list]),
  '/json/one': json('one-json', SQL.ONE_JSON, id),
  '/rows/one': rows('one-rows', SQL.ONE_ROWS, [id, one]),
  '/json/fullList': json('full-list-json', SQL.FULL_LIST_JSON, worded(street)),
  '/rows/fullList': rows('full-list-rows', SQL.FULL_LIST_ROWS, [street, (found) => fullList(found, words)]),
  '/json/fullOne': json('full-one-json', SQL.FULL_ONE_JSON, worded(id)),
  '/rows/fullOne': rows('full-one-rows', SQL.ONE_ROWS, [id, (found) => fullOne(found, words)]),
  '/counts': async (given) =>
    JSON.stringify({ data: { orderCounts: await query('counts', SQL.COUNTS, street(given)) } }),
  '/desk': async (given) => {
    const [row] = await query<Record<string, string>>('desk', SQL.DESK, [given.get('street'), given.get('me')]);
    return JSON.stringify({ data: { orderDesk: Object.entries(row!).map(bucket) } });
  },
};
for (const [kind, sight] of Object.entries(SQL.SIGHTS)) {
  ANSWERS[`/json/${kind}`] = json(`${kind}-json`, SQL.sightJson(sight), viewer);
  ANSWERS[`/rows/${kind}`] = rows(`${kind}-rows`, SQL.sightRows(sight), [viewer, maskedList]);
}

const BUCKETS: Readonly<Record<string, string>> = {
  ...{ TO_REVIEW: '待我审单', TO_DECIDE: '待我裁定', WAITING: '等待他人', YELLOW: '黄灯', RED: '红灯' },
};
const bucket = ([name, count]: [string, string]) => ({ bucket: name, label: BUCKETS[name], count: Number(count) });

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://here');
  ANSWERS[pathname]!(searchParams).then(
    (text) => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(text)),
      });
      response.end(text);
    },
    (error: unknown) => response.writeHead(500, { 'content-length': '0' }).end(console.error(error)),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

function open(given: Opening): string {
  pool ??= openPool(given.url);
  if (given.words) words = given.words;
  spelled = [JSON.stringify(words.labels), JSON.stringify(words.actions)];
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

endWithParent();
serve({ open });
