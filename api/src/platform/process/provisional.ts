import { startClock } from '../../kernel/clock.ts';
import { readLimit } from '../../kernel/limit.ts';
import { THE_CLOCK } from '../../kernel/viewer.ts';
import { appendEvent } from '../feed/outbox.ts';
import type { House } from '../house.ts';
import type { Case } from './case.ts';
import { lead, reading, runningClocks, scheduled, writeClocks, type ClockRow } from './clocks.ts';
import { caseEventOf } from './record.ts';
import type { Round } from './rounds.ts';
import { Table } from '../database/table.ts';
import { lockCase, writeCase } from './lock.ts';
import { inTransaction, type Transaction } from './transaction.ts';

const PROVISIONAL = `
  SELECT DISTINCT subject_id AS "subjectId", noun FROM process_clock WHERE provisional AND NOT resumed AND paused_at IS NULL LIMIT 10000`;

/** The published years with which a house last looked. */
const seen = new WeakMap<House, string>();

/** Sets clocks again that were set before the working days of their year were published, as soon as they are. */
export const provisionalRound: Round = {
  name: 'provisional clocks',
  everySeconds: 60,
  async run(house) {
    const years = (await house.calendar()).publishedYears.join();
    if (seen.get(house) === years) return;
    await renewProvisional(house);
    seen.set(house, years);
  },
};

/** Returns how many cases got new limits. */
export async function renewProvisional(house: House): Promise<number> {
  const waiting = await house.database.query<{ subjectId: string; noun: string }>('provisional-clocks', PROVISIONAL);
  let renewed = 0;
  for (const { subjectId, noun } of waiting) {
    const of = house.cases.find((one) => one.process.noun === noun);
    if (of && (await inTransaction(house, (transaction) => renew(of, subjectId, transaction)))) renewed += 1;
  }
  if (renewed > 0) house.feed.wake();
  return renewed;
}

async function renew(of: Case, subjectId: string, transaction: Transaction): Promise<boolean> {
  const [row, clocks] = await Promise.all([
    lockCase(of, subjectId, transaction),
    runningClocks(subjectId, transaction),
  ]);
  const settled = clocks.map((clock) => settle(clock, transaction));
  const changed = settled.filter((clock, index) => clock !== clocks[index]);
  if (!row || changed.length === 0) return false;
  const move = { of, row, before: row.state, action: 'deadlineRenewed' };
  const before = Table.of(of.row).copy(row);
  writeClocks(move, [], changed, transaction);
  lead(move, settled);
  writeCase(of, row, before, transaction);
  const fact = { action: move.action, from: row.state, viewer: THE_CLOCK, at: transaction.now };
  appendEvent(
    transaction,
    caseEventOf(of, row, { ...fact, clocks: changed.map((clock) => reading(clock, transaction.now)) }),
  );
  return true;
}

/** The same clock, or the one that the published calendar gives. One that already rang stays: what was missed was missed. */
function settle(clock: ClockRow, { calendar }: Transaction): ClockRow {
  if (!clock.provisional || clock.resumed || clock.pausedAt || !['YELLOW', 'DUE'].includes(clock.moment)) return clock;
  const fresh = startClock(calendar, readLimit(clock.limitText), clock.startedAt);
  return fresh.provisional ? clock : scheduled({ ...clock, ...fresh });
}
