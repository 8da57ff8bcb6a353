import type { Context } from '../../graphql/context.ts';
import { VETO } from '../json-text.ts';
import type { Plan } from './compile.ts';
import type { Operation, Plans } from './plans.ts';

/** The data of an answer as JSON text. */
export class DataText {
  constructor(readonly text: string) {}
}

/** How often operations were planned, and why not. */
export interface PlanCounts {
  planned: number;
  readonly fallen: Map<string, number>;
}

type Row = Readonly<Record<string, unknown>> & { readonly j: string | null };

/** Answers operations with one statement each where there is a plan. */
export class PlanExecutor {
  readonly counts: PlanCounts = { planned: 0, fallen: new Map() };

  constructor(private readonly plans: Plans) {}

  /** The data, or null: then the general executor answers, and names whatever is wrong. */
  async answer(asked: Operation, sent: Readonly<Record<string, unknown>>, context: Context): Promise<DataText | null> {
    if (asked.operation.operation !== 'query') return null;
    const planning = this.plans.for(asked, sent, context.viewer);
    if (planning.plan === null) return this.fallBack(planning.because);
    const row = await this.ask(planning.plan, planning.variables, context);
    const text = row?.j ?? null;
    if (text === null || text.includes(VETO)) return this.fallBack('veto');
    this.counts.planned += 1;
    tellSeen(planning.plan, row!, context);
    return new DataText(text);
  }

  private async ask(
    plan: Plan,
    variables: Readonly<Record<string, unknown>>,
    { house, viewer, now }: Context,
  ): Promise<Row | null> {
    try {
      const values = plan.bind({ viewer, now, variables });
      const [row = null] = await house.database.query<Row>(plan.name, plan.text, values);
      return row;
    } catch (error) {
      house.log.debug({ err: error }, 'a plan could not be asked');
      return null;
    }
  }

  private fallBack(because: string): null {
    this.counts.fallen.set(because, (this.counts.fallen.get(because) ?? 0) + 1);
    return null;
  }
}

function tellSeen({ notes }: Plan, row: Row, context: Context): void {
  for (const { column, tell } of notes) {
    const keys = row[column] as readonly string[] | null;
    if (keys && keys.length > 0) tell(keys, context);
  }
}
