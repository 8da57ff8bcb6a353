import type { Transaction } from '../../platform/process/transaction.ts';
import type { House } from '../../platform/house.ts';

const COUNT = 'SELECT count(*)::int AS count FROM inbox_item WHERE person_id = $1 AND read_at IS NULL';

/** How much somebody has not read yet. */
export async function unreadOf(personId: string, { rows }: Pick<Transaction, 'rows'>): Promise<number> {
  const [found] = await rows<{ count: number }>('inbox-unread', COUNT, [personId]);
  return found!.count;
}

/** The same, outside any transaction. */
export const unreadIn = ({ database }: House, personId: string): Promise<number> =>
  unreadOf(personId, { rows: (name, text, values) => database.query(name, text, values) });
