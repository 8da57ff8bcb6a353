import { DIVISION_COLUMNS, type DivisionRow } from '../divisions/index.ts';
import type { Loading } from '../../platform/graphql/context.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { CATEGORY_COLUMNS, type CategoryRow } from './category.row.ts';
import { UNIT_COLUMNS, type UnitRow } from './unit.row.ts';

/** Units by id. */
export const unitById: Loading<string, UnitRow | null> = async (ids, { house }) => {
  const text = `SELECT ${UNIT_COLUMNS} FROM unit u WHERE u.id = ANY ($1::uuid[])`;
  const rows = await house.database.query<UnitRow>('units-by-id', text, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** What units can do, by unit, in the order of the categories. */
export const capabilitiesOfUnit: Loading<string, readonly CategoryRow[]> = async (ids, { house }) => {
  const text = `SELECT a.unit_id AS "unitId", ${CATEGORY_COLUMNS} FROM unit_capability a JOIN service_category c ON c.code = a.category_code
    WHERE a.unit_id = ANY ($1::uuid[]) ORDER BY c.position, c.code`;
  const rows = await house.database.query<CategoryRow & { unitId: string }>('capabilities-of-units', text, [ids]);
  const found = Map.groupBy(rows, (row) => row.unitId);
  return ids.map((id) => found.get(id) ?? []);
};

/** Where units serve, by unit, in the order of the tree. */
export const areasOfUnit: Loading<string, readonly DivisionRow[]> = async (ids, { house }) => {
  const text = `SELECT a.unit_id AS "unitId", ${DIVISION_COLUMNS} FROM unit_area a JOIN division d ON d.code = a.division_code
    WHERE a.unit_id = ANY ($1::uuid[]) ORDER BY d.code`;
  const rows = await house.database.query<DivisionRow & { unitId: string }>('areas-of-units', text, [ids]);
  const found = Map.groupBy(rows, (row) => row.unitId);
  return ids.map((id) => found.get(id) ?? []);
};

/** A unit inside a transaction, or null. */
export async function findUnit(transaction: Transaction, id: string): Promise<UnitRow | null> {
  const text = `SELECT ${UNIT_COLUMNS} FROM unit u WHERE u.id = $1`;
  const [row] = await transaction.rows<UnitRow>('unit-in-transaction', text, [id]);
  return row ?? null;
}

/** The name of a unit inside a transaction; null when there is no such unit. */
export async function unitNameOf(transaction: Transaction, id: string): Promise<string | null> {
  return (await findUnit(transaction, id))?.name ?? null;
}
