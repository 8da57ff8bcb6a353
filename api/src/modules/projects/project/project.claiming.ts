import type { Refusal } from '../../../kernel/refusal.ts';
import { codeOf } from '../../../platform/database/database.ts';
import { newId } from '../../../platform/identifier.ts';
import { standingOf } from '../../../platform/process/admission.ts';
import type { Case } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import type { FollowUp } from '../../../platform/process/verb.ts';
import { findUnit, unitNameOf } from '../../units/index.ts';
import { answered, takenUp } from '../need/need.projects.ts';
import { projectReasons } from './project.reasons.ts';
import type { ProjectRow } from './project.row.ts';

const CLAIM = `INSERT INTO project_claim (id, project_id, unit_id, person_id, round, claimed_at) VALUES ($1, $2, $3, $4, $5, $6)`;
const UNIQUE_VIOLATION = '23505';

/** Gives the project to a unit. Returns what becomes of its needs. When another claim lives, the transaction fails. */
export async function takeProject(
  row: ProjectRow,
  { unitId, personId }: { readonly unitId: string; readonly personId: string },
  transaction: Transaction,
): Promise<readonly FollowUp[]> {
  const { now } = transaction;
  const unit = await findUnit(transaction, unitId);
  if (unit?.state !== 'ACTIVE') projectReasons.refuse('PROJECT_UNIT_SUSPENDED');
  const values = [newId(now), row.id, unitId, personId, row.round, now];
  // The unique index is the proof of the one claim, whatever was read before.
  transaction.later({ name: 'claim-project', text: CLAIM, values }, (error) =>
    codeOf(error) === UNIQUE_VIOLATION
      ? projectReasons.refusal('PROJECT_ALREADY_CLAIMED', { values: { holder: '其他单位' } })
      : null,
  );
  Object.assign(row, { unitId, responsibleId: personId, claimedAt: now });
  return takenUp(row.id, transaction);
}

const RELEASE = 'UPDATE project_claim SET released_at = $2 WHERE project_id = $1 AND released_at IS NULL';

/** Ends the live claim; the row still says whose it was. Returns what becomes of the needs, and whom it must be told beyond those who hear anyhow. */
export async function endClaim(
  row: ProjectRow,
  transaction: Transaction,
): Promise<{ readonly also: readonly FollowUp[]; readonly unitIds: readonly string[] }> {
  const { later, now } = transaction;
  const unitIds = row.unitId ? [row.unitId] : [];
  later({ name: 'release-project', text: RELEASE, values: [row.id, now] });
  return { also: await answered(row.id, 'letGo', transaction), unitIds };
}

/** The same, and another unit may claim it. */
export async function giveBack(row: ProjectRow, transaction: Transaction): ReturnType<typeof endClaim> {
  const ended = await endClaim(row, transaction);
  Object.assign(row, { unitId: null, responsibleId: null, claimedAt: null, pausedUntil: null });
  return ended;
}

/** To whom the project went, for a unit that came too late. */
export async function takenBy(of: Case, row: ProjectRow, transaction: Transaction): Promise<Refusal | null> {
  if (!row.unitId) return null;
  const holder = (await unitNameOf(transaction, row.unitId)) ?? '其他单位';
  const standing = await standingOf(of, row, transaction);
  return projectReasons.refusal('PROJECT_ALREADY_CLAIMED', { values: { holder }, standing });
}
