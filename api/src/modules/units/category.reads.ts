import type { Limit } from '../../kernel/limit.ts';
import { readLimit } from '../../kernel/limit.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { CATEGORY_COLUMNS, type CategoryRow } from './category.row.ts';

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
