import type { Role } from '../../kernel/viewer.ts';
import { cleanPhone } from '../../kernel/text.ts';
import { containing } from '../../platform/database/containing.ts';
import type { PageRequest } from '../../platform/graphql/connection.ts';
import type { Context } from '../../platform/graphql/context.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { common } from '../../kernel/refusal.ts';
import type { AccountView } from './account.type.ts';
import type { AccountState } from './identity.choices.ts';
import { indexOfPhone } from './person.ts';

const COLUMNS = 'a.id, a.username, a.state, a.last_login_at AS "lastLoginAt", a.created_at AS "createdAt"';

export interface AccountFilter {
  readonly search?: string | null;
  readonly role?: Role | null;
  readonly state?: AccountState | null;
}

const MATCHES = `($1::text IS NULL OR a.username LIKE $1 OR p.search LIKE $1 OR p.phone_index = $2)
  AND ($3::text IS NULL OR a.state = $3)
  AND ($4::text IS NULL OR EXISTS (SELECT FROM post o WHERE o.person_id = a.id AND o.role = $4
    AND o.starts_at <= $5 AND (o.ends_at IS NULL OR o.ends_at > $5)))`;

/** Accounts, newest first. */
export function accountList(filter: AccountFilter, { house, now }: Context): Omit<PageRequest<AccountView>, 'page'> {
  const search = filter.search?.trim() ?? '';
  const phone = search === '' ? null : cleanPhone(search);
  const index = phone ? indexOfPhone(house.sealer, phone) : null;
  const matches = [search === '' ? null : containing(search), index, filter.state ?? null, filter.role ?? null, now];
  return {
    order: 'accounts:newest',
    rows: (position, limit) =>
      house.database.query(
        'accounts',
        `SELECT ${COLUMNS} FROM account a JOIN person p ON p.id = a.id
         WHERE ${MATCHES} AND ($6::uuid IS NULL OR a.id < $6) ORDER BY a.id DESC LIMIT $7`,
        [...matches, position?.[0] ?? null, limit],
      ),
    position: ({ id }) => [id],
    count: async () => {
      const text = `SELECT count(*) AS count FROM account a JOIN person p ON p.id = a.id WHERE ${MATCHES}`;
      const [row] = await house.database.query<{ count: number }>('accounts-count', text, matches);
      return row!.count;
    },
  };
}

/** An account with whose it is, locked for the transaction. Refuses when there is none. */
export async function lockAccount(
  transaction: Transaction,
  id: string,
): Promise<AccountView & { readonly name: string | null }> {
  const text = `SELECT ${COLUMNS}, p.name FROM account a JOIN person p ON p.id = a.id WHERE a.id = $1 FOR UPDATE OF a`;
  const [row] = await transaction.rows<AccountView & { name: string | null }>('account-lock', text, [id]);
  return row ?? common.refuse('NOT_FOUND');
}
