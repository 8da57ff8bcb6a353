import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Context, Loading } from '../../platform/graphql/context.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { ALLIANCE_COLUMNS, type AllianceRow } from './alliance.row.ts';

/** Alliances by id. */
export const allianceById: Loading<string, AllianceRow | null> = async (ids, { house }) => {
  const text = `SELECT ${ALLIANCE_COLUMNS} FROM alliance a WHERE a.id = ANY ($1::uuid[])`;
  const rows = await house.database.query<AllianceRow>('alliances-by-id', text, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** Alliances by the code of their division. */
export const allianceOfDivision: Loading<string, AllianceRow | null> = async (codes, { house }) => {
  const text = `SELECT ${ALLIANCE_COLUMNS} FROM alliance a WHERE a.division_code = ANY ($1::text[])`;
  const rows = await house.database.query<AllianceRow>('alliances-of-divisions', text, [codes]);
  const found = new Map(rows.map((row) => [row.divisionCode, row]));
  return codes.map((code) => found.get(code) ?? null);
};

/** Alliances to which units belong now, by unit. */
export const alliancesOfUnit: Loading<string, readonly AllianceRow[]> = async (ids, { house, now }) => {
  const text = `SELECT m.unit_id AS "unitId", ${ALLIANCE_COLUMNS} FROM alliance_member m JOIN alliance a ON a.id = m.alliance_id
    WHERE m.unit_id = ANY ($1::uuid[]) AND m.term @> $2::timestamptz ORDER BY a.division_code`;
  const rows = await house.database.query<AllianceRow & { unitId: string }>('alliances-of-units', text, [ids, now]);
  const found = Map.groupBy(rows, (row) => row.unitId);
  return ids.map((id) => found.get(id) ?? []);
};

/** Alliances in the order of the tree; with a division only its own and those within it. */
export function allianceList(division: string | null, { house }: Context): Omit<PageRequest<AllianceRow>, 'page'> {
  const from = 'FROM alliance a JOIN division d ON d.code = a.division_code WHERE ($1::text[] IS NULL OR d.path @> $1)';
  const within = division ? [division] : null;
  return {
    order: 'alliances:code',
    rows: (position, limit) =>
      house.database.query(
        'alliances',
        `SELECT ${ALLIANCE_COLUMNS} ${from} AND ($2::text IS NULL OR a.division_code > $2) ORDER BY a.division_code LIMIT $3`,
        [within, position?.[0] ?? null, limit],
      ),
    position: ({ divisionCode }) => [divisionCode],
    count: async () => {
      const [row] = await house.database.query<{ count: number }>(
        'alliances-count',
        `SELECT count(*) AS count ${from}`,
        [within],
      );
      return row!.count;
    },
  };
}

/** An alliance inside a transaction, or null. */
export async function findAlliance(transaction: Transaction, id: string): Promise<AllianceRow | null> {
  const text = `SELECT ${ALLIANCE_COLUMNS} FROM alliance a WHERE a.id = $1`;
  const [row] = await transaction.rows<AllianceRow>('alliance-in-transaction', text, [id]);
  return row ?? null;
}
