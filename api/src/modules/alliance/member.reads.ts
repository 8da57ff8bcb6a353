import type { Transaction } from '../../platform/process/transaction.ts';
import type { UnitRow } from '../units/index.ts';

export interface MemberUnit {
  readonly unitId: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitRow['kind'];
}

const READ_MEMBER_UNITS = `
  SELECT u.id AS "unitId", u.name, u.short_name AS "shortName", u.kind FROM unit u
  WHERE u.state = 'ACTIVE'
    AND u.id IN (SELECT m.unit_id FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id
      WHERE a.division_code = ANY ($1::text[]) AND m.term @> $2::timestamptz)
    AND ($3::text IS NULL OR EXISTS (SELECT FROM unit_capability c WHERE c.unit_id = u.id AND c.category_code = $3))
  ORDER BY u.name COLLATE "zh-x-icu", u.id`;

/**
 * Units that take part and belong, at a moment, to the alliance of any of these divisions: whom an order of a street and
 * its community is for. With `category` only those that can serve it. Each unit once, in pinyin order.
 */
export function memberUnits(
  transaction: Pick<Transaction, 'rows'>,
  divisionCodes: readonly string[],
  at: Date,
  category: string | null = null,
): Promise<readonly MemberUnit[]> {
  return transaction.rows<MemberUnit>('member-units', READ_MEMBER_UNITS, [divisionCodes, at, category]);
}

const IS_MEMBER = 'SELECT 1 FROM alliance_member WHERE alliance_id = $2 AND unit_id = $1 AND term @> $3::timestamptz';

/** Does the unit belong to the alliance now? */
export async function isMember(
  { rows, now }: Pick<Transaction, 'rows' | 'now'>,
  unitId: string,
  allianceId: string,
): Promise<boolean> {
  return (await rows('is-member', IS_MEMBER, [unitId, allianceId, now])).length > 0;
}

const MEMBERS_OF = `
  SELECT u.id AS "unitId", u.name, u.short_name AS "shortName", u.kind FROM alliance_member m JOIN unit u ON u.id = m.unit_id
  WHERE m.alliance_id = $1 AND m.term @> $2::timestamptz ORDER BY u.name COLLATE "zh-x-icu", u.id`;

/** All units that belong to the alliance now, in pinyin order: those that are suspended too. */
export function membersOf(
  { rows, now }: Pick<Transaction, 'rows' | 'now'>,
  allianceId: string,
): Promise<readonly MemberUnit[]> {
  return rows<MemberUnit>('members-of-alliance', MEMBERS_OF, [allianceId, now]);
}

/** SQL: does a unit belong, at an instant, to the alliance of one of some divisions? For statements that ask more than that. */
export const belongsSql = (unitId: string, divisionCodes: string, at: string): string =>
  `EXISTS (SELECT 1 FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
    WHERE m.unit_id = ${unitId} AND m.term @> ${at} AND a.division_code = ANY (${divisionCodes}))`;
