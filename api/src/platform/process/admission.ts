import { CLOCK, HOUSE, type Step } from '../../kernel/process.ts';
import { common, type Standing } from '../../kernel/refusal.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Case, CaseRow } from './case.ts';
import type { Transaction } from './transaction.ts';
import type { CaseVerb } from './verb.ts';

export interface StepRequest {
  readonly verb: CaseVerb;
  readonly subjectId: string;
  readonly input: unknown;
  readonly viewer: Viewer;
  readonly expectedVersion: number | null;
  /** Waits for the lock in any case, late or not. */
  readonly patient?: boolean;
}

const AUTOMATIC: ReadonlySet<string> = new Set([CLOCK, HOUSE]);

/** Finds the row of the table that lets this viewer do this now, or refuses with what stands. */
export async function admitted(
  request: StepRequest,
  row: CaseRow,
  links: unknown,
  transaction: Transaction,
): Promise<Step> {
  const { verb, viewer, expectedVersion } = request;
  const of = verb.case;
  const { process } = of;
  const relations = viewer.kind === 'CLOCK' ? AUTOMATIC : of.policy.relations(row, viewer, links);
  const ever = process.steps.some((step) => step.action === verb.action && step.who.some((who) => relations.has(who)));
  const step = process.step(row.state, verb.action);
  const may = ever && (step === null || step.who.some((who) => relations.has(who)));
  if (!may) common.refuse('NOT_ALLOWED', { values: { action: verb.label } });
  if (!step) return refuseState(request, row, links, transaction);
  if (expectedVersion !== null && expectedVersion !== row.version)
    common.refuse('STALE_VERSION', {
      standing: await standingOf(of, row, transaction),
      path: ['input', 'expectedVersion'],
    });
  return step;
}

/** The best answer to whoever comes at the wrong moment. */
async function refuseState(
  { verb, viewer, input }: StepRequest,
  row: CaseRow,
  links: unknown,
  transaction: Transaction,
): Promise<never> {
  const of = verb.case;
  const context = { row, links, input: input as never, viewer, now: transaction.now, transaction };
  const better = await verb.otherwise?.(context);
  if (better) throw better;
  const values = { state: stateLabel(of, row.state), action: verb.label };
  return common.refuse('WRONG_STATE', { values, standing: await standingOf(of, row, transaction) });
}

const stateLabel = (of: Case, state: string): string => of.process.states[state]![0];

/** What stands now, told to whoever is refused because of it. */
export async function standingOf(of: Case, row: CaseRow, transaction: Transaction): Promise<Standing> {
  const holder = (await of.holder?.(row, transaction)) ?? null;
  return { state: row.state, stateLabel: stateLabel(of, row.state), version: row.version, holder };
}
