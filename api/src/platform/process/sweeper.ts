import { readLimit } from '../../kernel/limit.ts';
import type { DutyLevel } from '../../kernel/process.ts';
import { CLOCK } from '../../kernel/process.ts';
import { THE_CLOCK } from '../../kernel/viewer.ts';
import { appendEvent } from '../feed/outbox.ts';
import type { House } from '../house.ts';
import type { Case, CaseRow } from './case.ts';
import { CLOCK_COLUMNS, reading, type ClockRow } from './clocks.ts';
import { caseEventOf } from './record.ts';
import { lockCase } from './lock.ts';
import { stepCase } from './step.ts';
import { inTransaction, type Transaction } from './transaction.ts';
import { automaticVerbOf } from './verb.ts';

/** 小事不出网格、大事不出社区: a missed limit is told one level up, then one more each time the limit runs out again. */
const LADDER: readonly DutyLevel[] = ['person', 'unit', 'grid', 'community', 'street', 'district'];
const UP: Readonly<Record<DutyLevel, DutyLevel>> = {
  ...{
    person: 'street',
    unit: 'street',
    grid: 'community',
    community: 'street',
    street: 'district',
    district: 'district',
  },
};

const DUE = `SELECT subject_id AS "subjectId", action, noun FROM process_clock WHERE next_at <= $1 ORDER BY next_at LIMIT $2`;

interface Candidate {
  readonly subjectId: string;
  readonly action: string;
  readonly noun: string;
}

/**
 * Looks for clocks whose moment has come and acts on each exactly once: yellow is told, a step of the clock is taken, a missed
 * limit is recorded and told one level up. Every moment is one transaction, so a killed node loses nothing and several nodes
 * can sweep at once. Returns how many moments were handled.
 */
export async function sweep(house: House, limit = 100): Promise<number> {
  const candidates = await house.database.query<Candidate>('clocks-due', DUE, [house.now(), limit]);
  let handled = 0;
  for (const candidate of candidates) if (await handle(house, candidate).catch(putOff(house, candidate))) handled += 1;
  if (handled > 0) house.feed.wake();
  return handled;
}

// Only while it is still due: what another node has dealt with meanwhile, or paused, must not ring again.
const PUT_OFF = 'UPDATE process_clock SET next_at = $3 WHERE subject_id = $1 AND action = $2 AND next_at <= $4';
const PAUSE_MILLISECONDS = 300_000;

/** A clock that cannot ring is tried again later, so that it does not keep the others from ringing. */
const putOff =
  (house: House, { subjectId, action, noun }: Candidate) =>
  async (err: unknown): Promise<boolean> => {
    house.log.error({ err, noun, subjectId, action }, 'a clock could not ring');
    const now = house.now();
    const later = new Date(now.getTime() + PAUSE_MILLISECONDS);
    await house.database.query('put-off-clock', PUT_OFF, [subjectId, action, later, now]);
    return false;
  };

const LOCK_CLOCK = `SELECT ${CLOCK_COLUMNS} FROM process_clock WHERE subject_id = $1 AND action = $2 AND next_at <= $3 FOR UPDATE`;

function handle(house: House, { subjectId, action, noun }: Candidate): Promise<boolean> {
  const of = house.cases.find((one) => one.process.noun === noun);
  if (!of) return Promise.resolve(false);
  return inTransaction(house, async (transaction) => {
    // The case first, then its clock: the order in which verbs lock them.
    const [row, [clock]] = await Promise.all([
      lockCase(of, subjectId, transaction),
      transaction.rows<ClockRow>('lock-clock', LOCK_CLOCK, [subjectId, action, transaction.now]),
    ]);
    if (!row || !clock) return false;
    await actOn({ of, row, clock }, transaction);
    return true;
  });
}

interface Ringing {
  readonly of: Case;
  readonly row: CaseRow;
  readonly clock: ClockRow;
}

async function actOn(ringing: Ringing, transaction: Transaction): Promise<void> {
  const { of, clock } = ringing;
  if (clock.moment === 'YELLOW') return remind(ringing, transaction);
  if (clock.moment === 'ESCALATE') return escalate(ringing, transaction);
  const byClock = of.process.steps.some((step) => step.action === clock.action && step.who.includes(CLOCK));
  return byClock ? fire(ringing, transaction) : escalate(ringing, transaction);
}

function remind({ of, row, clock }: Ringing, transaction: Transaction): void {
  schedule(clock, { moment: 'DUE', nextAt: clock.dueAt, level: clock.level }, transaction);
  tell({ of, row, clock }, 'deadlineNear', { duty: clock.action, dueAt: clock.dueAt.toISOString() }, transaction);
}

async function fire({ of, row, clock }: Ringing, transaction: Transaction): Promise<void> {
  // First out of the queue, so that a clock which the step keeps does not ring again.
  schedule(clock, { moment: 'OVER', nextAt: null, level: clock.level }, transaction);
  const verb = automaticVerbOf(transaction.house.verbs, of, clock.action);
  await stepCase({ verb, subjectId: row.id, input: {}, viewer: THE_CLOCK, expectedVersion: null }, transaction);
}

function escalate({ of, row, clock }: Ringing, transaction: Transaction): void {
  const from = levelOf(of, clock);
  const to = UP[from];
  const over = to === 'district' || from === 'district';
  const again = transaction.calendar.due(transaction.now, readLimit(clock.limitText)).due;
  schedule(
    clock,
    { moment: over ? 'OVER' : 'ESCALATE', nextAt: over ? null : again, level: LADDER.indexOf(to) },
    transaction,
  );
  const data = { duty: clock.action, dueAt: clock.dueAt.toISOString(), missedBy: from, escalatedTo: to };
  tell({ of, row, clock }, 'deadlineMissed', data, transaction);
}

/** The level that missed: whoever owes the duty, or the level to which it was raised last. */
function levelOf(of: Case, clock: ClockRow): DutyLevel {
  if (clock.level > 0) return LADDER[clock.level]!;
  const who = of.process.steps.find((step) => step.action === clock.action)?.who[0];
  return (who ? of.process.who[who]?.[1] : undefined) ?? 'street';
}

const SCHEDULE = 'UPDATE process_clock SET moment = $3, next_at = $4, level = $5 WHERE subject_id = $1 AND action = $2';

function schedule(
  clock: ClockRow,
  { moment, nextAt, level }: Pick<ClockRow, 'moment' | 'nextAt' | 'level'>,
  transaction: Transaction,
): void {
  const values = [clock.subjectId, clock.action, moment, nextAt, level];
  transaction.later({ name: 'schedule-clock', text: SCHEDULE, values });
}

function tell(
  { of, row, clock }: Ringing,
  action: string,
  data: Record<string, unknown>,
  transaction: Transaction,
): void {
  const fact = { action, from: row.state, viewer: THE_CLOCK, at: transaction.now, effect: { data } };
  const clocks = [reading(clock, transaction.now)];
  appendEvent(transaction, caseEventOf(of, row, { ...fact, clocks }));
}
