import { codeOf } from '../../platform/database/database.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { CATEGORY_COLUMNS, INSERT_CATEGORIES, type CategoryRow } from './category.row.ts';
import { reasons } from './unit.reasons.ts';

const WRITE_CATEGORY = `${INSERT_CATEGORIES}
  ON CONFLICT (code) DO UPDATE SET name = excluded.name, group_name = excluded.group_name, about = excluded.about,
    limits = excluded.limits, active = excluded.active, position = excluded.position`;

const UNIQUE_VIOLATION = '23505';

/** Writes a category. Refuses a name that another one has. */
export async function writeCategory(category: CategoryRow, transaction: Transaction): Promise<void> {
  await transaction.rows('write-category', WRITE_CATEGORY, [JSON.stringify([category])]).catch((error: unknown) => {
    const { name } = category;
    if (codeOf(error) === UNIQUE_VIOLATION)
      reasons.refuse('CATEGORY_NAME_TAKEN', { path: ['input', 'name'], values: { name } });
    throw error;
  });
}

/** The category, locked until the transaction ends; null when there is none. */
export async function lockCategory(code: string, transaction: Transaction): Promise<CategoryRow | null> {
  const text = `SELECT ${CATEGORY_COLUMNS} FROM service_category c WHERE c.code = $1 FOR NO KEY UPDATE`;
  const [category] = await transaction.rows<CategoryRow>('lock-category', text, [code]);
  return category ?? null;
}
