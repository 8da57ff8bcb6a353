import { setTimeout as sleep } from 'node:timers/promises';
import type { ExecutionResult } from 'graphql';
import { stringifyResult } from '../graphql/result-text.ts';
import { Delivery } from './delivery.ts';
import type { Asking, Common } from './group.ts';
import type { Notice } from './topic.ts';

type Tools = Pick<Common, 'metrics' | 'log'>;

const RETRIES = [100, 400];

/** Executes, and where that fails for good, says RESYNC in its place: a client that reads again misses nothing. */
export async function show(asking: Asking, notice: Notice, tools: Tools): Promise<Delivery | null> {
  const seq = Number(notice.cursor.slice(notice.cursor.indexOf(':') + 1));
  const result =
    (await tryOften(asking, notice, tools)) ??
    (notice.event && (await once(asking, { ...notice, kind: 'RESYNC', event: null }, tools)));
  return result && new Delivery(seq, stringifyResult(result), notice.event);
}

async function tryOften(asking: Asking, notice: Notice, tools: Tools): Promise<ExecutionResult | null> {
  for (const pause of RETRIES) {
    const result = await once(asking, notice, tools);
    if (result) return result;
    await sleep(pause, undefined, { ref: false });
  }
  return once(asking, notice, tools);
}

async function once(asking: Asking, notice: Notice, { metrics, log }: Tools): Promise<ExecutionResult | null> {
  try {
    metrics.executed += 1;
    const result = await asking.execute(notice);
    if (!result.errors?.length) return result;
    log.error({ err: result.errors[0], field: asking.topic.field }, 'a notice could not be shown');
  } catch (error) {
    log.error({ err: error, field: asking.topic.field }, 'a notice could not be shown');
  }
  return null;
}
