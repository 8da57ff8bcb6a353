import { LockMode } from '@mikro-orm/core';
import { isId } from '../../kernel/field.ts';
import { CLOCK, HELD, SAME, type Step } from '../../kernel/process.ts';
import { common, type Standing } from '../../kernel/refusal.ts';
import { THE_CLOCK, type Viewer } from '../../kernel/viewer.ts';
import { appendEvent } from '../feed/outbox.ts';
import type { Case, CaseRow } from './case.ts';
import { changesOf, snapshotOf } from './changes.ts';
import { moveClocks } from './clocks.ts';
import { eventOf } from './record.ts';
import type { Transaction } from './transaction.ts';
import { clockVerbOf, type CaseVerb, type CreateContext, type CreateVerb, type Effect } from './verb.ts';

export interface StepRequest {
  readonly verb: CaseVerb;
  readonly subjectId: string;
  readonly input: unknown;
  readonly viewer: Viewer;
  readonly expectedVersion: number | null;
}

/** Takes one step of a process: lock, rights, effect, state, clocks, event. Refuses by throwing. */
export async function stepCase(request: StepRequest, begun: Transaction): Promise<Effect> {
  const of = request.verb.case;
  const row = isId(request.subjectId) ? await lockCase(of, request.subjectId, begun) : null;
  // Read after the lock: what happens to one case happens in the order of its times.
  const transaction = { ...begun, now: begun.house.now() };
  const links = row ? await of.policy.links(row, request.viewer, transaction) : null;
  const hidden = !row || (request.viewer.kind !== 'CLOCK' && !of.policy.visible(row, request.viewer, links));
  if (hidden) return common.refuse('NOT_FOUND', { path: ['input', `${of.process.noun}Id`] });
  const step = await admitted(request, row, links, transaction);
  return take(request, step, { row, links }, transaction);
}

async function take(
  { verb, input, viewer }: StepRequest,
  step: Step,
  { row, links }: { row: CaseRow; links: unknown },
  transaction: Transaction,
): Promise<Effect> {
  const of = verb.case;
  const before = snapshotOf(of, row);
  const from = row.state;
  const effect =
    (await verb.effect({ row, links, input: input as never, viewer, now: transaction.now, transaction })) ?? {};
  const clocks = verb.reading ? [] : await advance(of, row, { step, effect }, transaction);
  await transaction.em.flush();
  const changes = changesOf(of, before, row);
  const at = transaction.now;
  const fact = {
    noun: of.process.noun,
    subjectId: row.id,
    action: verb.action,
    from,
    to: row.state,
    viewer,
    at,
    effect,
    changes,
    clocks,
  };
  const { unitIds, personIds } = of.concerned(row);
  await appendEvent(transaction.em, eventOf({ ...fact, places: of.places(row), unitIds, personIds }));
  if (effect.then) await follow(of, effect.thenOf ?? row.id, effect.then, transaction);
  return effect;
}

/** Moves the row to the state that the table names, and its clocks with it. */
async function advance(
  of: Case,
  row: CaseRow,
  { step, effect }: { step: Step; effect: Effect },
  transaction: Transaction,
) {
  const before = row.state;
  if (step.to === HELD) {
    row.state = row.heldState ?? before;
    row.heldState = null;
  } else if (step.to !== SAME) {
    if (of.process.steps.some((other) => other.to === HELD && other.from.includes(step.to))) row.heldState ??= before;
    row.state = step.to;
  }
  if (row.state !== before) row.enteredAt = transaction.now;
  return moveClocks({ of, row, before, action: step.action, set: effect.clocks }, transaction);
}

/** A step of the clock that became due because of another step, in the same transaction. */
async function follow(of: Case, subjectId: string, action: string, transaction: Transaction): Promise<void> {
  const verb = clockVerbOf(transaction.house.verbs, of, action);
  await stepCase({ verb, subjectId, input: {}, viewer: THE_CLOCK, expectedVersion: null }, transaction);
}

/** Opens a case in the initial state. */
export async function openCase(verb: CreateVerb, context: CreateContext<unknown>): Promise<void> {
  const { transaction, viewer } = context;
  const of = verb.case;
  const { row, effect = {} } = await verb.create(context as CreateContext<never>);
  await transaction.em.persist(row).flush();
  const clocks = await moveClocks({ of, row, before: null, action: verb.action }, transaction);
  await transaction.em.flush();
  const fact = {
    noun: of.process.noun,
    subjectId: row.id,
    action: verb.action,
    to: row.state,
    viewer,
    at: transaction.now,
    effect,
    clocks,
  };
  const { unitIds, personIds } = of.concerned(row);
  await appendEvent(transaction.em, eventOf({ ...fact, places: of.places(row), unitIds, personIds }));
}

/** Locks the row, so that people who act on one case at once are put in line. */
export function lockCase(of: Case, subjectId: string, { em }: Transaction): Promise<CaseRow | null> {
  return em.findOne(
    of.row,
    { id: subjectId },
    {
      lockMode: LockMode.PESSIMISTIC_WRITE,
    },
  );
}

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
  const relations = viewer.kind === 'CLOCK' ? new Set([CLOCK]) : of.policy.relations(row, viewer, links);
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
