import { clockUntil, lightAt, resumeClock, startClock, type Clock } from '../../kernel/clock.ts';
import type { ClockReading } from '../../kernel/event.ts';
import { readLimit, spellLimit, type Limit } from '../../kernel/limit.ts';
import type { Process } from '../../kernel/process.ts';
import type { Case, CaseRow, DutyLimit } from './case.ts';
import type { Transaction } from './transaction.ts';

/** A running clock as it is kept. */
export interface ClockRow {
  readonly subjectId: string;
  readonly action: string;
  readonly startedAt: Date;
  readonly limitText: string;
  readonly yellowAt: Date;
  readonly dueAt: Date;
  readonly pausedAt: Date | null;
  readonly provisional: boolean;
  /** Stood still and went on: its end cannot be counted from the start again. */
  readonly resumed: boolean;
  readonly nextAt: Date | null;
  readonly moment: 'YELLOW' | 'DUE' | 'ESCALATE' | 'OVER';
  readonly level: number;
}

export const CLOCK_COLUMNS = `subject_id AS "subjectId", action, started_at AS "startedAt", limit_text AS "limitText",
  yellow_at AS "yellowAt", due_at AS "dueAt", paused_at AS "pausedAt", provisional, resumed, next_at AS "nextAt", moment, level`;

/** A step that is being taken: the case moves from `before` to `row.state` by `action`. */
export interface Move<R extends CaseRow = CaseRow> {
  readonly of: Case<R>;
  readonly row: R;
  readonly before: string | null;
  readonly action: string;
  readonly set?: Readonly<Record<string, Limit | Date>> | undefined;
}

/**
 * Sets the clocks of a case to what its new state asks for: duties done or lost end, duties that stand still are paused,
 * new ones start. Writes one statement at most, with the commit, and returns the readings of the clocks that ended, to be frozen
 * into the event.
 */
export async function moveClocks(
  move: Move,
  running: readonly ClockRow[],
  transaction: Transaction,
): Promise<ClockReading[]> {
  const limits = await limitsOf(move, running, transaction);
  const kept: ClockRow[] = [];
  const ended: ClockRow[] = [];
  for (const clock of running) {
    const next = carried(clock, { ...move, limits }, transaction);
    if (next) kept.push(next);
    else ended.push(clock);
  }
  const started = startedClocks({ ...move, limits }, kept, transaction);
  const changed = [...kept.filter((clock) => !running.includes(clock)), ...started];
  const restarted = new Set(started.map((clock) => clock.action));
  const gone = ended.filter((clock) => !restarted.has(clock.action));
  writeClocks(move, gone, changed, transaction);
  lead(move, [...kept, ...started]);
  return ended.map((clock) => reading(clock, transaction.now));
}

type Limits = ReadonlyMap<string, DutyLimit | null>;

/** A move with what the case says of the limits of its duties. */
interface LimitedMove extends Move {
  readonly limits: Limits;
}

/** Asks for all limits at once that can count in the new state. */
async function limitsOf(
  { of, row, action }: Move,
  running: readonly ClockRow[],
  transaction: Transaction,
): Promise<Limits> {
  const { limit } = of;
  if (!limit) return new Map();
  const going = running.filter((clock) => clock.action !== action && phaseOf(of.process, clock.action, row.state));
  const actions = new Set([...going.map((clock) => clock.action), ...duties(of.process, row.state).keys()]);
  return new Map(
    await Promise.all([...actions].map(async (one) => [one, await limit(one, row, transaction)] as const)),
  );
}

/** Duties that a state asks for, and the limit that the table gives them. */
const duties = (process: Process, state: string): ReadonlyMap<string, Limit> =>
  new Map(
    process.steps
      .filter((step) => step.within && step.span.over.includes(state))
      .map((step) => [step.action, step.within!]),
  );

export function runningClocks(subjectId: string, transaction: Transaction): Promise<ClockRow[]> {
  return transaction.rows<ClockRow>(
    'clocks-of-case',
    `SELECT ${CLOCK_COLUMNS} FROM process_clock WHERE subject_id = $1`,
    [subjectId],
  );
}

export function reading(
  clock: Pick<ClockRow, 'action' | 'startedAt' | 'yellowAt' | 'dueAt' | 'pausedAt'>,
  now: Date,
): ClockReading {
  const { action, startedAt, dueAt, pausedAt } = clock;
  return {
    action,
    startedAt: startedAt.toISOString(),
    dueAt: dueAt.toISOString(),
    light: lightAt(clock, pausedAt ?? now),
  };
}

/** The clock as it goes on in the new state, or null when its duty is done or gone. */
function carried(
  clock: ClockRow,
  { of, row, action, set, limits }: LimitedMove,
  transaction: Transaction,
): ClockRow | null {
  const phase = phaseOf(of.process, clock.action, row.state);
  if (clock.action === action || phase === null) return null;
  if (limits.get(clock.action) === 'NONE') return null;
  const fixed = set?.[clock.action];
  if (fixed !== undefined)
    return scheduled({ ...clock, ...newClock(fixed, clock.startedAt, clock, transaction), pausedAt: null });
  return paced(clock, phase, transaction);
}

/** Lets the clock run or stand still, as the state asks. */
function paced(clock: ClockRow, phase: 'RUNS' | 'RESTS', transaction: Transaction): ClockRow {
  const rests = clock.pausedAt !== null;
  if (rests === (phase === 'RESTS')) return clock;
  return rests ? resumed(clock, transaction) : { ...clock, pausedAt: transaction.now, nextAt: null };
}

/** Does the clock of a duty run in this state, does it stand still, or is there no such duty? */
function phaseOf(process: Process, action: string, state: string): 'RUNS' | 'RESTS' | null {
  const span = process.steps.find((step) => step.action === action && step.within)?.span;
  if (!span) return null;
  return span.over.includes(state) ? 'RUNS' : span.pausedIn.includes(state) ? 'RESTS' : null;
}

function resumed(clock: ClockRow, { calendar, now }: Transaction): ClockRow {
  const limit = readLimit(clock.limitText);
  const moved = resumeClock(calendar, clock, limit, clock.pausedAt!, now);
  const [yellowAt, dueAt] = [toMinute(moved.yellowAt), toMinute(moved.dueAt)];
  return scheduled({ ...clock, ...moved, yellowAt, dueAt, pausedAt: null, resumed: true });
}

const MINUTE = 60_000;
/** People are told ends to the minute: what was left of a clock must not end some milliseconds into another day. */
const toMinute = (at: Date) => new Date(Math.round(at.getTime() / MINUTE) * MINUTE);

function startedClocks(
  { of, row, set, limits }: LimitedMove,
  kept: readonly ClockRow[],
  transaction: Transaction,
): ClockRow[] {
  const started: ClockRow[] = [];
  for (const [action, within] of duties(of.process, row.state)) {
    if (kept.some((clock) => clock.action === action)) continue;
    const own = limits.get(action);
    if (own === 'NONE') continue;
    const wanted = set?.[action] ?? own ?? within;
    const clock = newClock(wanted, transaction.now, { limitText: spellLimit(within) }, transaction);
    const fresh = {
      subjectId: row.id,
      action,
      pausedAt: null,
      resumed: false,
      level: 0,
      nextAt: null,
      moment: 'YELLOW',
    } as const;
    started.push(scheduled({ ...fresh, ...clock }));
  }
  return started;
}

function newClock(
  wanted: Limit | Date,
  at: Date,
  { limitText }: { limitText: string },
  { calendar }: Transaction,
): Clock & { limitText: string } {
  if (wanted instanceof Date) return { ...clockUntil(calendar, at, wanted, readLimit(limitText)), limitText };
  return { ...startClock(calendar, wanted, at), limitText: spellLimit(wanted) };
}

/** The first moment at which the sweeper must look at the clock. */
export function scheduled(clock: ClockRow): ClockRow {
  return { ...clock, moment: 'YELLOW', nextAt: clock.yellowAt };
}

/** The earliest duty leads: it gives the case its light. While people wait for the resident there is none. */
export function lead({ of, row }: Move, clocks: readonly ClockRow[]): void {
  const first = of.process.waits.includes(row.state)
    ? undefined
    : clocks.filter((clock) => !clock.pausedAt).toSorted((a, b) => a.dueAt.getTime() - b.dueAt.getTime())[0];
  row.yellowAt = first?.yellowAt ?? null;
  row.dueAt = first?.dueAt ?? null;
}

const WRITE_CLOCKS = `
  WITH gone AS (DELETE FROM process_clock WHERE subject_id = $1::uuid AND action = ANY ($2::text[]))
  INSERT INTO process_clock (subject_id, noun, action, started_at, limit_text, yellow_at, due_at, paused_at, provisional, next_at, moment, level, resumed)
  SELECT $1::uuid, $3::text, * FROM unnest($4::text[], $5::timestamptz[], $6::text[], $7::timestamptz[], $8::timestamptz[], $9::timestamptz[],
    $10::boolean[], $11::timestamptz[], $12::text[], $13::int[], $14::boolean[])
  ON CONFLICT (subject_id, action) DO UPDATE SET started_at = excluded.started_at, limit_text = excluded.limit_text,
    yellow_at = excluded.yellow_at, due_at = excluded.due_at, paused_at = excluded.paused_at, provisional = excluded.provisional,
    next_at = excluded.next_at, moment = excluded.moment, level = excluded.level, resumed = excluded.resumed`;

/** Writes running clocks and forgets those that are gone, in one statement that goes with the commit. */
export function writeClocks(
  { of, row }: Move,
  gone: readonly ClockRow[],
  set: readonly ClockRow[],
  transaction: Transaction,
): void {
  if (gone.length + set.length === 0) return;
  const column = <K extends keyof ClockRow>(key: K) => set.map((clock) => clock[key]);
  const values = [
    ...[row.id, gone.map((clock) => clock.action), of.process.noun],
    ...[column('action'), column('startedAt'), column('limitText'), column('yellowAt'), column('dueAt')],
    ...[
      column('pausedAt'),
      column('provisional'),
      column('nextAt'),
      column('moment'),
      column('level'),
      column('resumed'),
    ],
  ];
  transaction.later({ name: 'write-clocks', text: WRITE_CLOCKS, values });
}
