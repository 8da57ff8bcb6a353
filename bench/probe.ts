// Loaded into the server before its own code (node --import): tells its CPU time, and on demand which statements it sends and where its time goes.
import { Session } from 'node:inspector/promises';
import pg from 'pg';
import { serve } from './serve.ts';

/** A statement as the driver got it. */
export interface Sent {
  readonly connection: number;
  readonly name: string | null;
  readonly text: string;
  readonly values: readonly unknown[];
}

type Query = (this: object, first: unknown, ...rest: unknown[]) => unknown;
let recorded: Sent[] | null = null;

const prototype = pg.Client.prototype as unknown as { query: Query };
const send = prototype.query;
prototype.query = function (first, ...rest) {
  // Connections of the pool have a `query` of their own around this one; those of the feed have not, and are not part of a request.
  if (recorded && Object.hasOwn(this, 'query')) recorded.push(sentBy(this as { processID: number }, first, rest[0]));
  return send.call(this, first, ...rest);
};

function sentBy({ processID }: { processID: number }, first: unknown, second: unknown): Sent {
  const config = (typeof first === 'string' ? { text: first } : first) as Partial<Sent>;
  const values = config.values ?? (Array.isArray(second) ? (second as unknown[]) : []);
  return { connection: processID, name: config.name ?? null, text: config.text!, values: [...values] };
}

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
