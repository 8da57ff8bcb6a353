// Loaded into the server before its own code (node --import): tells its CPU time, and on demand which statements it sends and where its time goes.
import { Session } from 'node:inspector/promises';
import { createRequire } from 'node:module';
import type pg from 'pg';
import { serve } from './serve.ts';

// The driver of the house; bench has one of its own for the peers.
const { Client } = createRequire(new URL('../api/run.cjs', import.meta.url))('pg') as typeof pg;

/** A statement as the driver got it. */
export interface Sent {
  readonly connection: number;
  /** Statements of one trip went there and back together. */
  readonly trip: number;
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: object, first: unknown, ...rest: unknown[]) => unknown;
let recorded: Sent[] | null = null;
let trips = 0;

const prototype = Client.prototype as unknown as { query: Query };
const send = prototype.query;
prototype.query = function (first, ...rest) {
  // Connections of the pool have a `query` of their own around this one; those of the feed have not, and are not part of a request.
  if (recorded && Object.hasOwn(this, 'query')) recorded.push(...sentBy(this as { processID: number }, first, rest[0]));
  return send.call(this, first, ...rest);
};

function sentBy({ processID }: { processID: number }, first: unknown, second: unknown): Sent[] {
  const trip = ++trips;
  const together = (first as { statements?: readonly Partial<Sent>[] }).statements;
  const statements = together ?? [{ values: second as readonly unknown[], ...asConfig(first) }];
  return statements.map(({ name, text, values }) => ({
    ...{ connection: processID, trip, name: name ?? null, text: text! },
    values: Array.isArray(values) ? [...(values as unknown[])] : [],
  }));
}

const asConfig = (sent: unknown) => (typeof sent === 'string' ? { text: sent } : sent) as Partial<Sent>;

const inspector = new Session();

async function startProfile(): Promise<void> {
  inspector.connect();
  await inspector.post('Profiler.enable');
  await inspector.post('Profiler.setSamplingInterval', { interval: 250 });
  await inspector.post('Profiler.start');
}

async function stopProfile(): Promise<unknown> {
  const { profile } = await inspector.post('Profiler.stop');
  inspector.disconnect();
  return profile;
}

serve({
  startProfile,
  stopProfile,
  record: () => void (recorded = []),
  recorded: () => {
    const all = recorded ?? [];
    recorded = null;
    return all;
  },
});
process.channel?.unref();
