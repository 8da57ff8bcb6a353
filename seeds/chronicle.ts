import type { WorkingCalendar } from '../api/src/kernel/calendar.ts';
import { parseInput } from '../api/src/kernel/field.ts';
import { Refusal } from '../api/src/kernel/refusal.ts';
import { THE_CLOCK } from '../api/src/kernel/viewer.ts';
import type { House } from '../api/src/platform/house.ts';
import type { Case, CaseRow } from '../api/src/platform/process/case.ts';
import type { ClockRow } from '../api/src/platform/process/clocks.ts';
import { openCase, stepCase } from '../api/src/platform/process/step.ts';
import { sweep } from '../api/src/platform/process/sweeper.ts';
import { inTransaction } from '../api/src/platform/process/transaction.ts';
import type { CaseVerb, CreateVerb, Effect, Verb } from '../api/src/platform/process/verb.ts';
import { KeptCase } from './memory/kept-case.ts';
import type { Answers } from './memory/store.ts';
import { viewerOf, type Figure } from './people.seed.ts';
import type { Random } from './random.ts';
import { columnsOf, insertRows, type TableRow } from './rows.ts';
import type { Sql } from './sql.ts';

/** What somebody did to a case. */
export interface Act<R extends CaseRow> {
  readonly action: string;
  readonly at: Date;
  /** `HOUSE` for a mere consequence. What the clock does comes by itself. */
  readonly by: Figure | 'HOUSE';
  /** On what the rights of whoever did it depend beyond the row, e.g. `{ member: true }`. */
  readonly links?: object;
  /** What the real verb is given, where the stage has the real ones; without it the act is told by `change` and `effect`. */
  readonly input?: Readonly<Record<string, unknown>>;
  /** What the verb would change in the row beside what the engine changes. */
  readonly change?: (row: R, at: Date) => void;
  /** Reason, data, whom it concerns: what becomes part of the event. */
  readonly effect?: Effect;
}

/** The life of a case up to now. */
export interface Story<R extends CaseRow> {
  /** The row as it was opened, without what the engine keeps. */
  readonly row: Omit<R, 'state' | 'version' | 'enteredAt' | 'yellowAt' | 'dueAt'>;
  readonly opened: Pick<Act<R>, 'at' | 'effect'> & { readonly by: Figure; readonly action?: string };
  readonly acts: readonly Act<R>[];
  /** What steps of the clock change in the row. */
  readonly byClock?: Readonly<Record<string, (row: R, at: Date) => Effect | void>>;
}

export interface Stage<R extends CaseRow, L> {
  readonly of: Case<R, L>;
  readonly calendar: WorkingCalendar;
  readonly random: Random;
  /** Nothing happens after it: acts that come later are left out. */
  readonly until: Date;
  /** The real verbs, for acts that are given an `input` and for steps of the clock. */
  readonly verbs?: readonly Verb[];
  /** What statements of the case and of its real verbs answer, by name. */
  readonly answers?: Answers;
}

/**
 * Invents histories of cases of one process for the demo world. The engine itself takes every step, with the rights and the clocks of the
 * case, and what the verbs change is told, or done by the real ones: so no history shows anything that the process table or the policy does not allow.
 *
 *     const chronicle = new Chronicle({ of: bookingCase, calendar, random, until });
 *     const row = await chronicle.tell({ row, opened: { at, by }, acts: [{ action: 'cancel', at, by, effect: { reason } }] });
 *     await chronicle.write(sql);
 *
 * `tell` throws when an act is not allowed, and gives the row as it stands at the end: hang satellites on it. Reminders, missed deadlines and
 * steps of the clock come by themselves. `write` writes rows, running clocks and events; the seed orders the events of all modules.
 */
export class Chronicle<R extends CaseRow, L> {
  readonly rows: R[] = [];
  readonly clocks: ClockRow[] = [];
  private readonly of: Case;
  private readonly house: House;
  private readonly verbs: ReadonlyMap<string, CaseVerb>;
  private readonly kept: KeptCase;
  private story: Story<R> | null = null;
  private act: Act<R> | null = null;

  constructor(private readonly stage: Stage<R, L>) {
    const policy = { ...stage.of.policy, links: () => Promise.resolve((this.act?.links ?? {}) as L) };
    this.of = { ...stage.of, policy } as unknown as Case;
    const { actions } = this.of.process;
    this.verbs = new Map(actions.map((action) => [action, this.verbOf(action)]));
    this.kept = new KeptCase({ of: this.of, calendar: stage.calendar, random: stage.random });
    this.house = this.kept.house([...this.verbs.values()], stage.answers);
  }

  /** Lets a case live until the end. */
  async tell(story: Story<R>): Promise<R> {
    this.begin(story);
    if (story.opened.at > this.stage.until) throw new Error(`${this.of.process.noun} is opened after the world began`);
    await this.open(story);
    for (const act of story.acts) {
      if (act.at > this.stage.until) break;
      if (act.at < this.kept.now) throw new Error(`${this.of.process.noun}: ${act.action} comes before what was told`);
      await this.ring(act.at);
      await this.take(act);
    }
    await this.ring(this.stage.until);
    const row = this.kept.row as R;
    this.rows.push(row);
    this.clocks.push(...this.kept.clocks.values());
    return row;
  }

  /** Writes all that was told. `columns` adds what the row does not hold in the form of the table. */
  async write(sql: Sql, columns: (row: R) => object = () => ({})): Promise<void> {
    const { tableName } = this.stage.of.row.meta;
    await insertRows(sql, tableName, this.rows.map((row) => columnsOf({ ...row, ...columns(row) })), Infinity); // prettier-ignore
    const { noun } = this.of.process;
    await insertRows(sql, 'process_clock', this.clocks.map((clock) => ({ ...columnsOf(clock), noun }))); // prettier-ignore
    await insertRows(sql, 'event', this.kept.events as unknown as TableRow[]);
  }

  private begin(story: Story<R>): void {
    this.story = story;
    this.act = null;
    this.kept.begin(story.opened.at);
  }

  private async open({ row: given, opened }: Story<R>): Promise<void> {
    const state = this.of.process.initial;
    const row = { ...given, state, version: 1, enteredAt: opened.at, yellowAt: null, dueAt: null } as unknown as R;
    const verb: CreateVerb = {
      ...{ kind: 'CREATE', case: this.of, action: opened.action ?? 'create', label: '', about: '', fields: {}, by: [] },
      create: () => Promise.resolve({ row, effect: opened.effect ?? {} }),
    };
    const context = { id: row.id, input: {}, viewer: viewerOf(opened.by), now: opened.at };
    await inTransaction(this.house, (transaction) => openCase(verb, { ...context, transaction }));
  }

  private async take(act: Act<R>): Promise<void> {
    this.kept.now = act.at;
    this.act = act;
    const verb = this.verbs.get(act.action);
    const viewer = act.by === 'HOUSE' ? THE_CLOCK : viewerOf(act.by);
    try {
      if (!verb) throw new Error('there is no such action');
      const request = { verb, subjectId: this.kept.row!.id, input: {}, viewer, expectedVersion: null };
      await inTransaction(this.house, (transaction) => stepCase(request, transaction));
    } catch (error) {
      const why = error instanceof Refusal ? `${error.code} ${error.message}` : String(error);
      const { noun } = this.of.process;
      throw new Error(
        `${noun} in ${this.kept.row!.state}: ${act.action} by ${viewer.post?.role ?? 'the house'}: ${why}`,
        {
          cause: error,
        },
      );
    } finally {
      this.act = null;
    }
  }

  /** Lets the clocks do what they do up to a moment. */
  private async ring(until: Date): Promise<void> {
    for (let next = this.kept.nextRing(); next && next <= until; next = this.kept.nextRing()) {
      if (next > this.kept.now) this.kept.now = next;
      if ((await sweep(this.house)) === 0) throw new Error(`A clock of ${this.of.process.noun} does not ring`);
    }
  }

  private verbOf(action: string): CaseVerb {
    return {
      ...{ kind: 'CASE', case: this.of, action, label: action, about: '', fields: {}, keyed: false, reading: false },
      effect: (context) => {
        const act = this.act?.action === action ? this.act : null;
        return act ? this.byAct(act, context) : this.byItself(action, context);
      },
    };
  }

  private byAct(act: Act<R>, context: Context) {
    const real = act.input && this.real(act.action);
    if (real) return happen(real, act.input, context);
    act.change?.(context.row as R, context.now);
    return act.effect ?? {};
  }

  private byItself(action: string, context: Context) {
    const told = this.story?.byClock?.[action];
    if (told) return told(context.row as R, context.now);
    const real = this.real(action);
    return real && happen(real, {}, context);
  }

  private real(action: string): CaseVerb | undefined {
    const of = this.stage.of as unknown as Case;
    return this.stage.verbs?.find(
      (verb): verb is CaseVerb => verb.kind === 'CASE' && verb.case === of && verb.action === action,
    );
  }
}

type Context = Parameters<CaseVerb['effect']>[0];

/** Lets a real verb have its effect. */
async function happen(verb: CaseVerb, given: Readonly<Record<string, unknown>>, context: Context) {
  const input = parseInput(verb.fields, given) as never;
  const { row, viewer, transaction } = context;
  const asked = await verb.asks?.({ subject: { id: row.id }, input, viewer, transaction });
  return verb.effect({ ...context, input, asked });
}
