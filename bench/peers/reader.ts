// The limit of reading: node:http and pg, one statement a request, written for exactly these answers. No sessions, no rights, no masks.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import pg from 'pg';
import type { Sent } from '../probe.ts';
import { endWithParent, serve } from '../serve.ts';
import {
  LIST_JSON,
  LIST_ROWS,
  listOf,
  ORDER_JSON,
  ORDER_ROWS,
  orderOf,
  type ListRow,
  type OrderRow,
} from './reader.sql.ts';

interface Words {
  readonly labels: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, unknown>>;
}

interface Opening {
  readonly url: string;
  readonly words?: Words;
  readonly desk?: ReadonlyMap<string, Sent>;
}

let pool: pg.Pool;
let words: Words = { labels: {}, actions: {} };
let spelled: readonly [labels: string, actions: string] = ['{}', '{}'];
let desk: ReadonlyMap<string, Sent> = new Map();

const query = async <Row>(name: string, text: string, values: unknown[]): Promise<Row[]> =>
  (await pool.query({ name, text, values })).rows as Row[];

async function text(name: string, statement: string, values: unknown[]): Promise<string> {
  const [row] = await query<{ json: string }>(name, statement, values);
  return row!.json;
}

type Answer = (given: URLSearchParams) => Promise<string>;

const ANSWERS: Readonly<Record<string, Answer>> = {
  '/json/list': (given) => text('list-json', LIST_JSON, [given.get('street'), ...spelled]),
  '/json/order': (given) => text('order-json', ORDER_JSON, [given.get('id'), ...spelled]),
  '/rows/list': async (given) => {
    const rows = await query<ListRow>('list-rows', LIST_ROWS, [given.get('street')]);
    return JSON.stringify({ data: { orders: listOf(rows, words) } });
  },
  '/rows/order': async (given) => {
    const rows = await query<OrderRow>('order-rows', ORDER_ROWS, [given.get('id')]);
    return JSON.stringify({ data: { order: orderOf(rows, words) } });
  },
  '/desk': async (given) => {
    const { text, values } = desk.get(given.get('street')!)!;
    const [row] = await query<Record<string, string>>('desk', text, [...values]);
    return JSON.stringify({
      data: {
        orderDesk: Object.entries(row!).map(([bucket, count]) => ({
          bucket,
          label: BUCKETS[bucket],
          count: Number(count),
        })),
      },
    });
  },
};

const BUCKETS: Readonly<Record<string, string>> = {
  ...{ TO_REVIEW: '待我审单', TO_DECIDE: '待我裁定', WAITING: '等待他人', YELLOW: '黄灯', RED: '红灯' },
};

const server = createServer((request, response) => {
  const { pathname, searchParams } = new URL(request.url!, 'http://here');
  ANSWERS[pathname]!(searchParams).then(
    (json) => {
      response.writeHead(200, {
        'content-type': 'application/json; charset=utf-8',
        'content-length': String(Buffer.byteLength(json)),
      });
      response.end(json);
    },
    (error: unknown) => response.writeHead(500, { 'content-length': '0' }).end(console.error(error)),
  );
});
await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));

function open(given: Opening): string {
  // As many connections and the same role as the server has.
  pool ??= new pg.Pool({ connectionString: given.url, max: 16, options: '-c role=gongzhi_app -c timezone=UTC' });
  if (given.words) words = given.words;
  if (given.desk) desk = given.desk;
  spelled = [JSON.stringify(words.labels), JSON.stringify(words.actions)];
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}`;
}

endWithParent();
serve({ open });
