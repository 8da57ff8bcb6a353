import type { Limit } from '../../kernel/limit.ts';
import { readLimit } from '../../kernel/limit.ts';
import type { Loading } from '../../platform/graphql/context.ts';
import type { Database } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { CATEGORY_COLUMNS, type CategoryRow } from './category.row.ts';

/** Service categories by code. */
export const categoryByCode: Loading<string, CategoryRow | null> = async (codes, { house }) => {
  const text = `SELECT ${CATEGORY_COLUMNS} FROM service_category c WHERE c.code = ANY ($1::text[])`;
  const rows = await house.database.query<CategoryRow>('categories-by-code', text, [codes]);
  const found = new Map(rows.map((row) => [row.code, row]));
  return codes.map((code) => found.get(code) ?? null);
};

/** Every category, or only those that can be chosen, in their order. */
export function listCategories(database: Database, activeOnly: boolean): Promise<CategoryRow[]> {
  const text = `SELECT ${CATEGORY_COLUMNS} FROM service_category c WHERE c.active OR NOT $1 ORDER BY c.position, c.code LIMIT 500`;
  return database.query<CategoryRow>('categories', text, [activeOnly]);
}

/** A category inside a transaction, or null. */
export async function findCategory(transaction: Transaction, code: string): Promise<CategoryRow | null> {
  const text = `SELECT ${CATEGORY_COLUMNS} FROM service_category c WHERE c.code = $1`;
  const [row] = await transaction.rows<CategoryRow>('category-in-transaction', text, [code]);
  return row ?? null;
}

/** Limits by action where the category differs from the process table; empty for a category that does not. */
export async function limitsOfCategory(
  transaction: Transaction,
  code: string,
): Promise<Readonly<Record<string, Limit>>> {
  const limits = Object.entries((await findCategory(transaction, code))?.limits ?? {});
  return Object.fromEntries(limits.map(([action, text]) => [action, readLimit(text)]));
}
