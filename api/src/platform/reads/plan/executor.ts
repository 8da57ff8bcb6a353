import type { Context } from '../../graphql/context.ts';
import { faultOf } from '../../graphql/fault.ts';
import { unsealed, VETO } from '../json-text.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { Disproved } from '../../session/guess.ts';
import { NotPlannable } from '../field.ts';
import type { Selected } from '../selected.ts';
import type { Shape } from '../shape.ts';
import type { Plan } from './compile.ts';
import { compileRow, composed, withKey, type RowText } from './compose.ts';
import type { Operation, Planning, Plans } from './plans.ts';
import { Sharing, type Row, type SharingCounts } from './sharing.ts';

type Variables = Readonly<Record<string, unknown>>;
type Planned = Extract<Planning, { plan: Plan }>;

/** The data of an answer as JSON text. */
export class DataText {
  constructor(readonly text: string) {}
}

/** How often operations were planned, and why not. */
export interface PlanCounts {
  planned: number;
  /** Of those, known documents that went the short way. */
  known: number;
  readonly fallen: Map<string, number>;
}

export interface Composing {
  readonly sent: Variables;
  readonly value: unknown;
  readonly selected: Selected;
}

export interface RowPlanning {
  readonly sent: Variables;
  readonly shape: Shape;
  readonly selected: Selected;
  readonly viewer: Viewer;
}

/** Answers operations with one statement each where there is a plan. */
export class PlanExecutor {
  readonly counts: PlanCounts = { planned: 0, known: 0, fallen: new Map() };
  readonly sharingCounts: SharingCounts = { statements: 0, shared: 0 };
  private readonly sharings = new WeakMap<Plan, Sharing>();

  constructor(readonly plans: Plans) {}

  /** The data, or null: then the general executor answers, and names whatever is wrong. Throws what passes: a busy database. */
  async answer(asked: Operation, sent: Variables, context: Context): Promise<DataText | null> {
    if (asked.operation.operation !== 'query') return null;
    const planning = this.plans.for(asked, sent, context.viewer);
    return planning.plan === null ? this.fallBack(planning.because) : this.answerBy(planning, context);
  }

  /** The data where a call like this one was planned before; null otherwise. Throws what passes. */
  async answerKnown(operation: string, sent: Variables, context: Context): Promise<DataText | null> {
    const planning = this.plans.known(operation, sent, context.viewer);
    const data = planning && (await this.answerBy(planning, context));
    if (data) this.counts.known += 1;
    return data;
  }

  /**
   * JSON text of a value as a field of an operation selects it, with the rows in it read by their plans. Null when the
   * general executor must answer: ask `canCompose` before anything is done that cannot be done twice.
   */
  async compose(asked: Operation, { sent, value, selected }: Composing, context: Context): Promise<string | null> {
    const rowText: RowText = async ({ shape, key }, at) => {
      const planning = this.rowPlan(asked, { sent, shape, selected: at, viewer: context.viewer });
      if (planning.plan === null) return this.fallBack(planning.because);
      const variables = withKey(planning.variables, key);
      return (await this.answerBy({ plan: planning.plan, variables }, context))?.text ?? null;
    };
    try {
      return await composed(value, selected, rowText, context);
    } catch (error) {
      // What was done is done: its answer is worth a second try.
      if (error instanceof NotPlannable || isPassing(error)) return null;
      throw error;
    }
  }

  /** Can a row be planned as a field selects it? */
  canCompose(asked: Operation, row: RowPlanning): boolean {
    const { plan, ...planning } = this.rowPlan(asked, row);
    if (plan === null && 'because' in planning) this.fallBack(planning.because);
    return plan !== null;
  }

  private rowPlan(asked: Operation, { sent, shape, selected, viewer }: RowPlanning): Planning {
    const part = { sent, viewer, name: `${selected.parent}.${selected.key}` };
    return this.plans.part(asked, part, () => compileRow(shape, selected, viewer));
  }

  private async answerBy({ plan, variables }: Planned, context: Context): Promise<DataText | null> {
    const row = await this.ask(plan, variables, context);
    const text = row?.j ?? null;
    if (text === null || text.includes(VETO)) return this.fallBack('veto');
    this.counts.planned += 1;
    tellSeen(plan, row!, context);
    return new DataText(unsealed(text, (sealed) => context.house.sealer.open(sealed)));
  }

  private async ask(plan: Plan, variables: Variables, context: Context): Promise<Row | null> {
    const { house, viewer, now, guess } = context;
    try {
      const open = guess?.isProved === false ? guess : null;
      return await this.sharingOf(plan, house).ask(plan.bind({ viewer, now, variables }), open);
    } catch (error) {
      // Whoever is too busy for one statement is not helped by being asked in several.
      if (error instanceof Disproved || isPassing(error)) throw error;
      house.log.debug({ err: error }, 'a plan could not be asked');
      return null;
    }
  }

  private sharingOf(plan: Plan, { database, now }: Context['house']): Sharing {
    const known = this.sharings.get(plan) ?? new Sharing(plan, database, now, this.sharingCounts);
    this.sharings.set(plan, known);
    return known;
  }

  private fallBack(because: string): null {
    this.counts.fallen.set(because, (this.counts.fallen.get(because) ?? 0) + 1);
    return null;
  }
}

const isPassing = (error: unknown): boolean => faultOf(error) !== 'INTERNAL';

function tellSeen({ notes }: Plan, row: Row, context: Context): void {
  for (const { column, tell } of notes) {
    const keys = row[column] as readonly string[] | null;
    if (keys && keys.length > 0) tell(keys, context);
  }
}
