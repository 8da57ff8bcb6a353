import { getArgumentValues, type GraphQLSchema } from 'graphql';
import type { Outcome } from '../process/outcome.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { nameOf, type Verb } from '../process/verb.ts';
import { isComposable } from '../reads/plan/compose.ts';
import { DataText, type PlanExecutor } from '../reads/plan/executor.ts';
import type { Operation } from '../reads/plan/plans.ts';
import { RowRef } from '../reads/row-ref.ts';
import { below, fieldsOf, type Selected } from '../reads/selected.ts';
import { shapeOf, type Shape } from '../reads/shape.ts';
import type { Context } from './context.ts';
import { callable, errorsOf, nounOf, performOnce } from './mutations.ts';

type Variables = Readonly<Record<string, unknown>>;
type Input = Record<string, unknown>;
type CaseVerb = Exclude<Verb, { kind: 'PLAIN' }>;

interface Found {
  readonly verb: CaseVerb;
  readonly shape: Shape;
  readonly selected: Selected;
}

/** Calls the verb of a mutation and puts its answer together from what is at hand and one statement for the case. */
export class MutationAnswers {
  private readonly verbs: ReadonlyMap<string, Verb>;

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: PlanExecutor,
    verbs: readonly Verb[],
  ) {
    this.verbs = new Map(callable(verbs).map((verb) => [nameOf(verb), verb]));
  }

  /** The data, or null: then the general executor goes on, without calling the verb a second time. */
  async answer(asked: Operation, sent: Variables, context: Context): Promise<DataText | null> {
    const found = this.find(asked, sent, context);
    if (!found) return null;
    const { verb, shape, selected } = found;
    const given = getArgumentValues(selected.field!, selected.nodes[0]!, selected.reading.variables);
    // A fault of the verb is named by the general executor, which finds the same promise.
    const outcome = await performOnce(verb, (given['input'] ?? {}) as Input, context).catch(() => null);
    if (outcome === null) return null;
    const value = { ...shownOf(verb, shape, outcome), userErrors: errorsOf(outcome) };
    const text = await this.planner.compose(asked, { sent, value, selected }, context);
    return text === null ? null : new DataText(`{${JSON.stringify(selected.key)}:${text}}`);
  }

  /** The verb of a mutation whose answer can be put together, whatever it comes to. */
  private find(asked: Operation, sent: Variables, { viewer }: Context): Found | null {
    const reading = this.planner.plans.readingOf(asked, sent);
    if (!reading) return null;
    const [selected, ...more] = fieldsOf(this.schema.getMutationType()!, [asked.operation.selectionSet], reading);
    const verb = selected && this.verbs.get(selected.name);
    if (!verb || verb.kind === 'PLAIN' || more.length > 0) return null;
    const shape = shapeOf(verb.case.type());
    return shape && this.canCompose(asked, { verb, shape, selected }, { sent, viewer })
      ? { verb, shape, selected }
      : null;
  }

  private canCompose(
    asked: Operation,
    { verb, shape, selected }: Found,
    by: { readonly sent: Variables; readonly viewer: Viewer },
  ): boolean {
    const rows = below(selected).filter(({ name }) => name === nounOf(verb));
    return (
      isComposable(selected, [nounOf(verb)]) &&
      rows.every((row) => this.planner.canCompose(asked, { ...by, shape, selected: row }))
    );
  }
}

/** What the answer carries beside refusals: the case, and what is told this once. */
function shownOf(verb: CaseVerb, shape: Shape, outcome: Outcome): Input {
  if (!outcome.ok) return {};
  const told = verb.kind === 'CASE' && verb.shows ? { [verb.shows.field]: outcome.shown } : {};
  return { [nounOf(verb)]: new RowRef(shape, outcome.subjectId), ...told };
}
