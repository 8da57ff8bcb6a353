import { newId } from '../../../platform/identifier.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { projectReasons } from './project.reasons.ts';
import type { ProjectRow } from './project.row.ts';

const ADD = 'INSERT INTO project_milestone (id, project_id, title, due_on) VALUES ($1, $2, $3, $4)';
const ONCE = 'project_milestone_once';

/** Adds a step to the plan. Refuses a title that is there already. */
export function addStep(
  row: ProjectRow,
  { title, dueOn }: { readonly title: string; readonly dueOn: string },
  { later, now }: Transaction,
): void {
  const path = ['input', 'dueOn'];
  if (dueOn > row.dueOn) projectReasons.refuse('PROJECT_MILESTONE_LATE', { path, values: { due: row.dueOn } });
  later({ name: 'add-milestone', text: ADD, values: [newId(now), row.id, title, dueOn] }, (error) =>
    error instanceof Error && 'constraint' in error && error.constraint === ONCE
      ? projectReasons.refusal('PROJECT_MILESTONE_TWICE', { path: ['input', 'title'], values: { title } })
      : null,
  );
}

const DROP = 'DELETE FROM project_milestone WHERE id = $2 AND project_id = $1 RETURNING title';
const REACH = `UPDATE project_milestone SET done_on = $3, note = $4 WHERE id = $2 AND project_id = $1 AND done_on IS NULL RETURNING title`;

const unknown = () => projectReasons.refuse('PROJECT_MILESTONE_UNKNOWN', { path: ['input', 'milestoneId'] });

/** Takes a step out of the plan. Returns its title. */
export async function dropStep(row: ProjectRow, milestoneId: string, { rows }: Transaction): Promise<string> {
  const [gone] = await rows<{ title: string }>('drop-milestone', DROP, [row.id, milestoneId]);
  return gone?.title ?? unknown();
}

/** A step of the plan is done. Returns its title. */
export async function reachStep(
  row: ProjectRow,
  { milestoneId, doneOn, note }: { readonly milestoneId: string; readonly doneOn: string; readonly note: string },
  { rows }: Transaction,
): Promise<string> {
  const [reached] = await rows<{ title: string }>('reach-milestone', REACH, [row.id, milestoneId, doneOn, note]);
  return reached?.title ?? unknown();
}

interface Steps {
  readonly count: number;
  readonly open: readonly string[];
}

const STEPS = `
  SELECT count(*)::int AS count, coalesce(array_agg(title ORDER BY due_on, id) FILTER (WHERE done_on IS NULL), '{}') AS open
  FROM project_milestone WHERE project_id = $1`;

/** How far the plan has come. */
export async function stepsOf({ id }: { readonly id: string }, { rows }: Transaction): Promise<Steps> {
  const [steps] = await rows<Steps>('steps-of-project', STEPS, [id]);
  return steps!;
}
