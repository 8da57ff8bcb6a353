import type { GraphQLSchema } from 'graphql';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Metrics } from '../http/metrics.ts';
import type { Verb } from '../process/verb.ts';
import { PlanExecutor } from '../reads/plan/executor.ts';
import { Plans } from '../reads/plan/plans.ts';
import type { RootFields } from '../reads/queries.ts';
import { Executor } from './gateway.ts';
import { MutationAnswers } from './mutation-answers.ts';
import { NoticeAnswers } from './notice-answers.ts';
import type { AnswerKnown } from './short-way.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Was a call like this one admitted before: the same operation, kind of viewer and form of variables? */
export type WasAdmitted = (operation: string, variables: Variables, viewer: Viewer) => boolean;

/** Who answers what. Without plans everything is executed field by field. */
export interface Answering {
  readonly executor: Executor;
  readonly answerKnown: AnswerKnown | null;
  readonly wasAdmitted: WasAdmitted | null;
  readonly answerNotice: NoticeAnswers['answer'] | null;
  /** Shows how often plans answered, why they did not, and what they shared. */
  expose(metrics: Metrics): void;
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly roots: RootFields;
  readonly verbs: readonly Verb[];
}

export function fieldByField({ schema }: Parts): Answering {
  const executor = new Executor(schema, null);
  return { executor, answerKnown: null, wasAdmitted: null, answerNotice: null, expose: () => undefined };
}

export function byPlans({ schema, roots, verbs }: Parts): Answering {
  const plans = new Plans(schema, roots);
  const planner = new PlanExecutor(plans);
  const mutations = new MutationAnswers(schema, planner, verbs);
  const notices = new NoticeAnswers(schema, planner);
  return {
    executor: new Executor(
      schema,
      (...asked) => planner.answer(...asked),
      (...asked) => mutations.answer(...asked),
    ),
    answerKnown: (...asked) => planner.answerKnown(...asked),
    wasAdmitted: (...asked) => plans.known(...asked) !== null,
    answerNotice: (...asked) => notices.answer(...asked),
    expose: (metrics) => exposeCounts(planner, metrics),
  };
}

function exposeCounts({ counts, sharingCounts }: PlanExecutor, metrics: Metrics): void {
  metrics.gauge('gongzhi_reads_planned', 'Answers given by a plan', () => counts.planned);
  metrics.gauge('gongzhi_reads_fallen_back', 'Answers that a plan could not give', () =>
    [...counts.fallen.values()].reduce((sum, count) => sum + count, 0),
  );
  metrics.gauge('gongzhi_reads_statements', 'Statements that plans sent', () => sharingCounts.statements);
  metrics.gauge('gongzhi_reads_shared', 'Askings that shared the statement of another', () => sharingCounts.shared);
}
