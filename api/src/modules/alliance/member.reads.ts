import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Context, Loading } from '../../platform/graphql/context.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { UNIT_COLUMNS, type UnitRow } from '../units/index.ts';
import type { MemberRow } from './alliance.row.ts';

/** A page of the members of one alliance at one moment, as a key of a loader. */
type PageKey = readonly [allianceId: string, at: string, name: string | null, unitId: string | null, limit: number];

const READ_PAGES = `
  SELECT k.place, row_to_json(member)::text AS member
  FROM unnest($1::uuid[], $2::timestamptz[], $3::text[], $4::uuid[], $5::integer[])
    WITH ORDINALITY AS k (alliance_id, at, name, unit_id, up_to, place)
  CROSS JOIN LATERAL (
    SELECT ${UNIT_COLUMNS}, lower(m.term) AS since, upper(m.term) AS until
    FROM alliance_member m JOIN unit u ON u.id = m.unit_id
    WHERE m.alliance_id = k.alliance_id AND m.term @> k.at
      AND (k.name IS NULL OR (u.name COLLATE "zh-x-icu", u.id) > (k.name, k.unit_id))
    ORDER BY u.name COLLATE "zh-x-icu", u.id LIMIT k.up_to
  ) AS member ORDER BY k.place`;

/** Pages of members: fifty alliances cost one statement. Keys are JSON of `PageKey`. */
const pagesOfMembers: Loading<string, readonly MemberRow[]> = async (keys, { house }) => {
  const asked = keys.map((key) => JSON.parse(key) as PageKey);
  const columns = [0, 1, 2, 3, 4].map((index) => asked.map((key) => key[index]));
  const rows = await house.database.query<{ place: number; member: string }>('pages-of-members', READ_PAGES, columns);
  const found = Map.groupBy(rows, (row) => row.place);
  return keys.map((_, index) => (found.get(index + 1) ?? []).map(({ member }) => memberOf(member)));
};

function memberOf(text: string): MemberRow {
  const { since, until, ...unit } = JSON.parse(text) as UnitRow & { since: string; until: string | null };
  return { unit, since: new Date(since), until: until === null ? null : new Date(until) };
}

/** How many members alliances have at a moment. Keys are JSON of `[allianceId, at]`. */
const memberCounts: Loading<string, number> = async (keys, { house }) => {
  const asked = keys.map((key) => JSON.parse(key) as [string, string]);
  const text = `SELECT (SELECT count(*) FROM alliance_member m WHERE m.alliance_id = k.alliance_id AND m.term @> k.at) AS count
    FROM unnest($1::uuid[], $2::timestamptz[]) WITH ORDINALITY AS k (alliance_id, at, place) ORDER BY k.place`;
  const columns = [asked.map(([id]) => id), asked.map(([, at]) => at)];
  const rows = await house.database.query<{ count: number }>('member-counts', text, columns);
  return rows.map((row) => row.count);
};

/** The members of an alliance at a moment, in the pinyin order of their names. */
export function memberList(allianceId: string, at: Date, context: Context): Omit<PageRequest<MemberRow>, 'page'> {
  const moment = at.toISOString();
  return {
    order: 'members:name',
    rows: (position, limit) =>
      context.load(
        pagesOfMembers,
        JSON.stringify([allianceId, moment, position?.[0] ?? null, position?.[1] ?? null, limit]),
      ),
    position: ({ unit }) => [unit.name, unit.id],
    count: () => context.load(memberCounts, JSON.stringify([allianceId, moment])),
  };
}

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
