import { isId } from '../../kernel/field.ts';
import { HELD, SAME, type Step } from '../../kernel/process.ts';
import { common } from '../../kernel/refusal.ts';
import { THE_CLOCK } from '../../kernel/viewer.ts';
import { appendEvent } from '../feed/outbox.ts';
import { Table } from '../database/table.ts';
import { admitted, type StepRequest } from './admission.ts';
import type { Case, CaseRow } from './case.ts';
import { changesOf } from './changes.ts';
import { moveClocks, type ClockRow } from './clocks.ts';
import { writeCase, readCase } from './lock.ts';
import { openStep, type Opening } from './opening.ts';
import { caseEventOf } from './record.ts';
import { asOf, type Transaction } from './transaction.ts';
import { automaticVerbOf, type CreateContext, type CreateVerb, type Effect, type FollowUp } from './verb.ts';

/** Takes one step of a process: lock, rights, effect, state, clocks, event. Refuses by throwing. */
export async function stepCase(request: StepRequest, transaction: Transaction): Promise<Effect> {
  return stepOpened(request, await openStep(request, null, transaction), transaction);
}

/** The same with what was asked for at its opening. */
export async function stepOpened(request: StepRequest, opening: Opening, begun: Transaction): Promise<Effect> {
  const of = request.verb.case;
  // Read after the lock: what happens to one case happens in the order of its times.
  const transaction = asOf(begun.house.now(), begun);
  const { links } = opening;
  // Whoever comes too late gets no lock and is told what is committed.
  const row = opening.row ?? (isId(request.subjectId) ? await readCase(of, request.subjectId, transaction) : null);
  const hidden = !row || (request.viewer.kind !== 'CLOCK' && !of.policy.visible(row, request.viewer, links));
  if (hidden) return common.refuse('NOT_FOUND', { path: ['input', `${of.process.noun}Id`] });
  const step = await admitted(request, row, links, transaction);
  if (opening.row) return take(request, step, { ...opening, row }, transaction);
  // Not too late after all: meanwhile the case has come back into a state from which the step leads.
  return stepCase({ ...request, patient: true }, begun);
}

async function take(
  { verb, input, viewer }: StepRequest,
  step: Step,
  { row, links, clocks: running, asked }: Opening & { row: CaseRow },
  transaction: Transaction,
): Promise<Effect> {
  const of = verb.case;
  const before = Table.of(of.row).copy(row);
  const from = row.state;
  const { now } = transaction;
  const effect = (await verb.effect({ row, links, asked, input: input as never, viewer, now, transaction })) ?? {};
  const clocks = verb.reading ? [] : await advance(of, row, { step, effect, running }, transaction);
  const changed = writeCase(of, row, before, transaction);
  const changes = changesOf(of, { row, before, changed });
  const fact = { action: verb.action, from, viewer, at: now, effect, changes, clocks };
  appendEvent(transaction, caseEventOf(of, row, fact));
  if (effect.then) await follow({ of, subjectId: row.id, action: effect.then }, transaction);
  for (const step of effect.also ?? []) await follow(step, transaction);
  return effect;
}

/** Moves the row to the state that the table names, and its clocks with it. */
async function advance(
  of: Case,
  row: CaseRow,
  { step, effect, running }: { step: Step; effect: Effect; running: readonly ClockRow[] },
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
  return moveClocks({ of, row, before, action: step.action, set: effect.clocks }, running, transaction);
}

/** An automatic step that follows from another one, in the same transaction. */
async function follow({ of, subjectId, action }: FollowUp, transaction: Transaction): Promise<void> {
  const verb = automaticVerbOf(transaction.house.verbs, of, action);
  await stepCase({ verb, subjectId, input: {}, viewer: THE_CLOCK, expectedVersion: null }, transaction);
}

/** Opens a case in the initial state. */
export async function openCase(verb: CreateVerb, context: CreateContext<unknown>): Promise<void> {
  const { transaction, viewer } = context;
  const of = verb.case;
  const { row, effect = {} } = await verb.create(context as CreateContext<never>);
  await transaction.em.persist(row).flush();
  const clocks = await moveClocks({ of, row, before: null, action: verb.action }, [], transaction);
  await transaction.em.flush();
  const fact = { action: verb.action, viewer, at: transaction.now, effect, clocks };
  appendEvent(transaction, caseEventOf(of, row, fact));
}
