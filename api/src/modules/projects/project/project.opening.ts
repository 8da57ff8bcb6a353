import { unitOf, type Viewer } from '../../../kernel/viewer.ts';
import { newId } from '../../../platform/identifier.ts';
import { openCase } from '../../../platform/process/step.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { CreateVerb } from '../../../platform/process/verb.ts';
import { areaOf } from '../area.ts';
import { refuseDue } from './project.input.ts';
import { searchForm } from '../../../kernel/text.ts';
import type { ProjectState } from './project.process.ts';
import { ProjectSchema } from './project.row.ts';
import { create } from './verbs/create.ts';

/** A project that follows from something else. */
export interface OpenedProject {
  readonly title: string;
  readonly goal: string;
  readonly measures: string;
  /** The last day of the work, `YYYY-MM-DD`. */
  readonly dueOn: string;
  readonly beneficiaries: number;
  /** Code of the street or community whose alliance does it. */
  readonly divisionCode: string;
  readonly resolutionId: string | null;
}

/**
 * Proposes a project as a consequence of something else (a resolution), in the same transaction: the viewer must be one of those who act
 * in that division. Returns the project.
 */
export async function openProject(
  transaction: Transaction,
  viewer: Viewer,
  { divisionCode, resolutionId, ...plan }: OpenedProject,
): Promise<string> {
  const { now, em } = transaction;
  const id = newId(now);
  refuseDue(plan.dueOn, now);
  const area = await areaOf(divisionCode, viewer, transaction);
  const row = em.create(ProjectSchema, {
    ...{ id, state: 'PROPOSED', version: 1, enteredAt: now, createdAt: now, ...plan, ...area, resolutionId },
    ...{
      proposerId: viewer.personId!,
      proposerUnitId: unitOf(viewer),
      search: searchForm(`${plan.title} ${plan.goal}`),
    },
  });
  const verb: CreateVerb = {
    ...create,
    create: () => Promise.resolve({ row, effect: { data: { text: plan.title, resolutionId } } }),
  };
  await openCase(verb, { id, input: {}, viewer, now, transaction });
  return id;
}

/** How a project stands; null when there is none. */
export async function projectState(
  { rows }: Pick<Transaction, 'rows'>,
  id: string,
): Promise<{ readonly state: ProjectState; readonly serial: string | null } | null> {
  const text = 'SELECT state, serial FROM project WHERE id = $1';
  const [found] = await rows<{ state: ProjectState; serial: string | null }>('state-of-project', text, [id]);
  return found ?? null;
}
