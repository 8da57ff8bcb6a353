import type { Database } from './database/database.ts';
import { verifyFeed, type FeedFault } from './feed/verify.ts';
import type { Module } from './module.ts';

/** What was found out about records that must never change. */
export interface Verdict {
  /** What was looked at and how much of it, for people. */
  readonly line: string;
  /** Every fault, naming the record. */
  readonly faults: readonly string[];
}

/** Looks whether records are what they were when they were written. */
export type Verifies = (database: Pick<Database, 'query'>) => Promise<Verdict>;

/** Recomputes the chain of all events, and lets every module look at the records that it keeps for ever. */
export async function verifyHouse(
  database: Pick<Database, 'query'>,
  modules: readonly Module[],
): Promise<{ readonly lines: readonly string[]; readonly faults: readonly string[] }> {
  const checks: Verifies[] = [events, ...modules.flatMap(({ verifies }) => verifies ?? [])];
  const verdicts: Verdict[] = [];
  for (const check of checks) verdicts.push(await check(database));
  return { lines: verdicts.map(({ line }) => line), faults: verdicts.flatMap(({ faults }) => faults) };
}

const FAULTS: Readonly<Record<FeedFault['fault'], string>> = {
  MISSING_NUMBER: '缺失',
  MISSING_EVENT: '的内容缺失',
  CHANGED: '的内容或校验值被改动',
};

async function events(database: Pick<Database, 'query'>): Promise<Verdict> {
  const { checked, head, faults, outside } = await verifyFeed(database);
  return {
    line: `办理记录：核对${String(checked)}条，末条第${String(head.seq)}号，链值${head.hash}`,
    faults: [
      ...faults.map(({ seq, fault }) => `办理记录第${String(seq)}号${FAULTS[fault]}`),
      ...(outside > 0 ? [`有${String(outside)}条办理记录不在链中`] : []),
    ],
  };
}
