import type { GraphQLSchema } from 'graphql';
import { DataText, type PlanExecutor } from '../reads/plan/executor.ts';
import type { Operation } from '../reads/plan/plans.ts';
import { fieldsOf } from '../reads/selected.ts';
import type { Context } from './context.ts';

export interface NoticeAsked {
  readonly sent: Readonly<Record<string, unknown>>;
  /** What the topic shows of a notice. */
  readonly value: unknown;
}

/** Puts what subscribers are told together from what is at hand and one statement for each row; classes of one role share theirs. */
export class NoticeAnswers {
  constructor(
    private readonly schema: GraphQLSchema,
    private readonly planner: PlanExecutor,
  ) {}

  /** The data, or null: then the general executor answers. */
  async answer(asked: Operation, { sent, value }: NoticeAsked, context: Context): Promise<DataText | null> {
    const reading = this.planner.plans.readingOf(asked, sent);
    const [selected] = reading
      ? fieldsOf(this.schema.getSubscriptionType()!, [asked.operation.selectionSet], reading)
      : [];
    if (!selected?.field) return null;
    const text = await this.planner.compose(asked, { sent, value, selected }, context);
    return text === null ? null : new DataText(`{${JSON.stringify(selected.key)}:${text}}`);
  }
}
