import type { Role } from '../../kernel/viewer.ts';
import type { Loading } from '../../platform/graphql/context.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { PostView } from './post.type.ts';

// The unit stands in a module above this one; what is joined is its id and name.
const POSTS = `
  SELECT p.id, p.person_id AS "personId", p.role, p.scope, p.starts_at AS "startsAt", p.ends_at AS "endsAt",
    coalesce(d.label, u.name, p.scope) AS "scopeName"
  FROM post p
  LEFT JOIN division d ON d.code = p.scope
  LEFT JOIN unit u ON u.id = CASE WHEN length(p.scope) = 36 THEN p.scope::uuid END`;

/** The posts that people hold now, longest held first. */
export const postsOf: Loading<string, readonly PostView[]> = async (personIds, { house, now }) => {
  const text = `${POSTS} WHERE p.person_id = ANY ($1::uuid[]) AND p.starts_at <= $2 AND (p.ends_at IS NULL OR p.ends_at > $2)
    ORDER BY p.starts_at, p.id`;
  const rows = await house.database.query<PostView>('posts-of-persons', text, [personIds, now]);
  const found = Map.groupBy(rows, (row) => row.personId);
  return personIds.map((id) => found.get(id) ?? []);
};

/** Posts as they stand, held now or not. */
export const postById: Loading<string, PostView | null> = async (ids, { house }) => {
  const rows = await house.database.query<PostView>('posts-by-id', `${POSTS} WHERE p.id = ANY ($1::uuid[])`, [ids]);
  const found = new Map(rows.map((row) => [row.id, row]));
  return ids.map((id) => found.get(id) ?? null);
};

/** A post that exists, in the transaction. */
export async function postInTransaction(transaction: Transaction, id: string): Promise<PostView> {
  const [row] = await transaction.rows<PostView>('post-in-transaction', `${POSTS} WHERE p.id = $1`, [id]);
  return row!;
}

const UNITS_OF_PERSON = `SELECT DISTINCT scope FROM post
  WHERE person_id = $1 AND length(scope) = 36 AND starts_at <= $2 AND (ends_at IS NULL OR ends_at > $2) ORDER BY scope`;

/** The units in which the person holds a post now, in whatever role. */
export async function unitsOf(transaction: Transaction, personId: string): Promise<readonly string[]> {
  const found = await transaction.rows<{ scope: string }>('units-of-person', UNITS_OF_PERSON, [
    personId,
    transaction.now,
  ]);
  return found.map(({ scope }) => scope);
}

const POST_HELD = `SELECT 1 FROM post WHERE person_id = $1 AND scope = $2 AND starts_at <= $3 AND (ends_at IS NULL OR ends_at > $3)
  AND ($4::text[] IS NULL OR role = ANY ($4)) LIMIT 1`;

/** Does the person hold a post of this scope now: in one of these roles, or in whatever role? */
export async function holdsPost(
  transaction: Transaction,
  { personId, scope }: { readonly personId: string; readonly scope: string },
  roles: readonly Role[] | null = null,
): Promise<boolean> {
  const held = await transaction.rows('holds-post', POST_HELD, [personId, scope, transaction.now, roles]);
  return held.length > 0;
}
