// Drives the statements of a claim directly: one process, one connection a caller, nothing between it and the database.
import pg from 'pg';
import { v7 } from 'uuid';
import { sendTogether } from '../../dist/api/src/platform/database/batch.js';
import type { Claim, Extent, Recording } from '../claims.ts';
import type { Slice } from '../http.ts';
import type { Sent } from '../probe.ts';
import { endWithParent, serve } from '../serve.ts';

const UUID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

let clients: pg.Client[] = [];
let recording: Recording;
/** Ids that the server made for the recorded claim: a new one of each is needed for every other. */
let made: readonly string[] = [];
let inTransaction: readonly Sent[] = [];

async function prepare(input: { url: string; recording: Recording; callers: number }): Promise<void> {
  recording = input.recording;
  const { statements, began } = recording;
  const texts = statements.flatMap(({ text, values }) => [text, ...values.map((value) => JSON.stringify(value) ?? '')]);
  const ids = new Set(texts.flatMap((text) => text.match(UUID) ?? []));
  made = [...ids].filter(
    (id) => Number.parseInt(id.slice(0, 8) + id.slice(9, 13), 16) >= began && id !== recording.claim.orderId,
  );
  const first = statements.findIndex(({ text }) => /^\s*(begin|start transaction)/i.test(text));
  const last = statements.findIndex(({ text }) => /^\s*commit/i.test(text));
  if (first < 0 || last < first || made.length === 0) throw new Error('The recording is not a claim');
  inTransaction = statements.slice(first, last + 1);
  clients = Array.from({ length: input.callers }, () => {
    // As the server does: the application's own role.
    return new pg.Client({ connectionString: input.url, options: '-c role=gongzhi_app -c timezone=UTC' });
  });
  await Promise.all(clients.map((client) => client.connect()));
}

/** The recorded statements with another order, another person, another key and fresh ids. */
function asClaim({ orderId, person, key }: Claim): <T>(value: T) => T {
  const { claim } = recording;
  const pairs: [string, string][] = [
    [claim.orderId, orderId],
    [claim.person.id, person.id],
    [claim.person.postId, person.postId],
    [claim.person.scope, person.scope],
    [claim.key, key],
    ...made.map((id): [string, string] => [id, v7()]),
  ];
  const change = (value: unknown): unknown => {
    if (typeof value === 'string')
      return value.length < 16 ? value : pairs.reduce((text, [from, to]) => text.replaceAll(from, to), value);
    if (Buffer.isBuffer(value) || value instanceof Uint8Array)
      return Buffer.from(value).equals(Buffer.from(claim.person.tokenHash))
        ? Buffer.from(person.tokenHash)
        : Buffer.from(value);
    return Array.isArray(value) ? value.map(change) : value;
  };
  return change as <T>(value: T) => T;
}

const INSERT = `INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at) VALUES ($1, $2, $3, $4, 1, false, now())
  ON CONFLICT (order_id) WHERE released_at IS NULL DO NOTHING RETURNING id`;

interface Query {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** Statements that went together go together, as many trips as the server made. */
function tripsOf(claim: Claim, extent: Extent): (readonly Query[])[] {
  const { orderId, person } = claim;
  if (extent === 'INSERT')
    return [[{ name: 'insert', text: INSERT, values: [v7(), orderId, person.scope, person.id] }]];
  const statements = extent === 'REQUEST' ? recording.statements : inTransaction;
  const mine = asClaim(claim);
  const queries = statements.map(({ trip, name, text, values }) => ({
    ...{ trip, name: name ?? mine(text), text: mine(text), values: values.map(mine) },
  }));
  return [...Map.groupBy(queries, ({ trip }) => trip).values()];
}

async function claimAll({ claims, extent }: { claims: readonly Claim[]; extent: Extent }): Promise<Slice> {
  // Made beforehand: what is measured is the database and its driver.
  const queues = clients.map((_, index) =>
    claims.filter((_claim, at) => at % clients.length === index).map((claim) => tripsOf(claim, extent)),
  );
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(
    clients.map(async (client, index) => {
      for (const trips of queues[index]!) {
        const at = performance.now();
        for (const trip of trips) await run(client, trip);
        latencies.push(performance.now() - at);
      }
    }),
  );
  return { count: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}

async function run(client: pg.Client, trip: readonly Query[]): Promise<void> {
  const { error } = await sendTogether(client, trip);
  if (error) throw error;
}

endWithParent();
serve({ prepare, claim: claimAll });
