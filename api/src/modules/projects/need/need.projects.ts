import { newId } from '../../../platform/identifier.ts';
import type { Case } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { FollowUp } from '../../../platform/process/verb.ts';
import { needCase } from './need.case.ts';
import type { NeedRow } from './need.row.ts';

interface Claimed {
  readonly projectId: string;
  readonly title: string;
  readonly unitId: string;
}

// The one that was claimed last is the one because of which this is asked.
const CLAIMED = `
  SELECT p.id AS "projectId", p.title, c.unit_id AS "unitId" FROM project_need n JOIN project p ON p.id = n.project_id
  JOIN project_claim c ON c.project_id = p.id AND c.released_at IS NULL
  WHERE n.need_id = $1 ORDER BY c.claimed_at DESC, c.id DESC LIMIT 1`;
const KEEP = `
  INSERT INTO need_match (id, need_id, unit_id, project_id, person_id, at) VALUES ($1, $2, $3, $4, NULL, $5)`;

/** The project that answers the need from now on. */
export async function takeUpBy(row: NeedRow, { rows, later, now }: Transaction): Promise<Claimed> {
  const [claimed] = await rows<Claimed>('project-of-need', CLAIMED, [row.id]);
  const { projectId, unitId } = claimed!;
  later({ name: 'keep-match-of-project', text: KEEP, values: [newId(now), row.id, unitId, projectId, now] });
  return claimed!;
}

const RESULT = `
  SELECT p.result, p.title FROM need_match m JOIN project p ON p.id = m.project_id WHERE m.need_id = $1 AND m.ended_at IS NULL`;

export async function resultOfProject(
  { id }: NeedRow,
  { rows }: Transaction,
): Promise<{ readonly result: string; readonly title: string }> {
  const [found] = await rows<{ result: string; title: string }>('result-for-need', RESULT, [id]);
  return found!;
}

// Locked in the order of ids: nobody takes them up meanwhile.
const OPEN = `
  SELECT d.id FROM need d JOIN project_need n ON n.need_id = d.id WHERE n.project_id = $1 AND d.state IN ('PUBLISHED', 'UNMET')
  ORDER BY d.id FOR UPDATE OF d`;
const ANSWERED = `
  SELECT d.id FROM need d JOIN need_match m ON m.need_id = d.id AND m.ended_at IS NULL WHERE m.project_id = $1 AND d.state = 'MATCHED'
  ORDER BY d.id FOR UPDATE OF d`;

/** What becomes of the needs of a project that is claimed. */
export const takenUp = (projectId: string, transaction: Transaction): Promise<readonly FollowUp[]> =>
  following('open-needs-of-project', OPEN, { projectId, action: 'takeUp' }, transaction);

/** What becomes of the needs that a project answers when it ends. */
export const answered = (
  projectId: string,
  action: 'letGo' | 'settle',
  transaction: Transaction,
): Promise<readonly FollowUp[]> => following('answered-needs', ANSWERED, { projectId, action }, transaction);

async function following(
  name: string,
  text: string,
  { projectId, action }: { readonly projectId: string; readonly action: string },
  { rows }: Transaction,
): Promise<readonly FollowUp[]> {
  const found = await rows<{ id: string }>(name, text, [projectId]);
  return found.map(({ id }) => ({ of: needCase as unknown as Case, subjectId: id, action }));
}
