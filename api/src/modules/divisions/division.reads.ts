import type { Context, Loading } from '../../platform/graphql/context.ts';
import type { PageRequest } from '../../platform/graphql/connection.ts';
import { containing } from '../../platform/database/containing.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { DivisionLevel } from './level.choice.ts';
import { DIVISION_COLUMNS, type DivisionRow } from './division.row.ts';

/** Divisions by code. */
export const divisionByCode: Loading<string, DivisionRow | null> = async (codes, { house }) => {
  const text = `SELECT ${DIVISION_COLUMNS} FROM division d WHERE d.code = ANY ($1::text[])`;
  const rows = await house.database.query<DivisionRow>('divisions-by-code', text, [codes]);
  const found = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => found.get(code) ?? null);
};

/** What lies directly below, by code of the parent. */
export const divisionsBelow: Loading<string, readonly DivisionRow[]> = async (parents, { house }) => {
  const text = `SELECT ${DIVISION_COLUMNS} FROM division d WHERE d.parent_code = ANY ($1::text[]) ORDER BY d.code`;
  const rows = await house.database.query<DivisionRow>('divisions-below', text, [parents]);
  const found = Map.groupBy(rows, (row) => row.parentCode);
  return parents.map((parent) => found.get(parent) ?? []);
};

/** A division inside a transaction, or null. */
export async function findDivision(transaction: Transaction, code: string): Promise<DivisionRow | null> {
  const text = `SELECT ${DIVISION_COLUMNS} FROM division d WHERE d.code = $1`;
  const [row] = await transaction.rows<DivisionRow>('division-in-transaction', text, [code]);
  return row ?? null;
}

export interface DivisionFilter {
  readonly parent?: string | null;
  readonly level?: DivisionLevel | null;
  readonly search?: string | null;
}

const MATCHES = `($1::text IS NULL OR d.parent_code = $1) AND ($2::text IS NULL OR d.level = $2)
  AND ($3::text IS NULL OR d.search LIKE $3)`;

/** Divisions in the order of their codes, which is the order of the tree. */
export function divisionList(filter: DivisionFilter, { house }: Context): Omit<PageRequest<DivisionRow>, 'page'> {
  const { parent = null, level = null, search } = filter;
  const matches = [parent, level, search ? containing(search) : null];
  return {
    order: 'divisions:code',
    rows: (position, limit) =>
      house.database.query(
        'divisions',
        `SELECT ${DIVISION_COLUMNS} FROM division d WHERE ${MATCHES} AND ($4::text IS NULL OR d.code > $4) ORDER BY d.code LIMIT $5`,
        [...matches, position?.[0] ?? null, limit],
      ),
    position: ({ code }) => [code],
    count: async () => {
      const text = `SELECT count(*) AS count FROM division d WHERE ${MATCHES}`;
      const [row] = await house.database.query<{ count: number }>('divisions-count', text, matches);
      return row!.count;
    },
  };
}
