import { ROLES, ROLES_BY_APPOINTMENT, type Role, type ScopeLevel } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { findDivision, type DivisionLevel, type DivisionRow } from '../divisions/index.ts';
import { reasons } from './identity.reasons.ts';
import type { Run } from './person.ts';

/** A post to be granted. */
export interface NewPost {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  /** A division code, or a unit's id for roles held in a unit. */
  readonly scope: string;
  readonly startsAt: Date;
  /** The first moment at which it is no longer held. */
  readonly endsAt?: Date | null;
  /** The person who granted it; null for residents and for the first people of a house. */
  readonly grantedBy?: string | null;
}

const INSERT = `
  INSERT INTO post (id, person_id, role, scope, starts_at, ends_at, granted_by)
  SELECT id, "personId", role, scope, "startsAt", "endsAt", "grantedBy"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "personId" uuid, role text, scope text, "startsAt" timestamptz, "endsAt" timestamptz,
    "grantedBy" uuid)`;

/** Grants posts in one statement. Scopes are not looked up; terms that contradict are refused by the constraints. */
export async function insertPosts(run: Run, posts: readonly NewPost[]): Promise<void> {
  await run('insert-posts', INSERT, [JSON.stringify(posts)]);
}

const LEVELS: Readonly<Record<Exclude<ScopeLevel, 'unit'>, readonly [label: string, ...levels: DivisionLevel[]]>> = {
  district: ['区', 'DISTRICT'],
  street: ['镇街', 'STREET', 'TOWN'],
  community: ['社区（村）', 'COMMUNITY', 'VILLAGE'],
  grid: ['网格', 'GRID'],
};

interface GivenScope {
  readonly divisionCode: string | null;
  readonly unitId: string | null;
}

const END =
  'UPDATE post SET ends_at = greatest(starts_at, $2::timestamptz) WHERE id = $1 AND (ends_at IS NULL OR ends_at > $2)';

/** Lets a post end at a moment, if it has not ended before. */
export async function endPost(run: Run, postId: string, at: Date): Promise<void> {
  await run('end-post', END, [postId, at]);
}

/** What an appointment gives only the appointment takes. */
export function refuseByAppointment(role: Role, path: readonly string[]): void {
  if (ROLES_BY_APPOINTMENT.includes(role))
    reasons.refuse('POST_BY_APPOINTMENT', { path, values: { role: ROLES[role].label } });
}

/** The scope at which a role may be held: the division of its level, or the unit. Refuses what does not exist or does not fit. */
export async function scopeFor(
  role: Role,
  { divisionCode, unitId }: GivenScope,
  transaction: Transaction,
): Promise<string> {
  const { level, label } = ROLES[role];
  if (level === 'unit') {
    const known =
      unitId && (await transaction.rows('unit-exists', 'SELECT 1 FROM unit WHERE id = $1', [unitId])).length > 0;
    return known
      ? unitId
      : reasons.refuse('POST_SCOPE', { path: ['input', 'unitId'], values: { role: label, level: '单位' } });
  }
  const [levelLabel, ...levels] = LEVELS[level];
  const division = divisionCode ? await findDivision(transaction, divisionCode) : null;
  if (division && levels.includes(division.level)) return division.code;
  return reasons.refuse('POST_SCOPE', { path: ['input', 'divisionCode'], values: { role: label, level: levelLabel } });
}

/** The community or village with this code. Refuses when there is none. */
export async function communityFor(
  code: string,
  path: readonly string[],
  transaction: Transaction,
): Promise<DivisionRow> {
  const division = await findDivision(transaction, code);
  const fits = division && ['COMMUNITY', 'VILLAGE'].includes(division.level);
  return fits ? division : reasons.refuse('NOT_A_COMMUNITY', { path });
}
