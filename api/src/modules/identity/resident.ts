import type { Transaction } from '../../platform/process/transaction.ts';
import { indexOfPhone, insertPersons } from './person.ts';
import { insertPosts } from './post.ts';
import { newId } from '../../platform/identifier.ts';

/** What a resident says of themselves, or a community worker of them. */
export interface NewResident {
  readonly name: string;
  readonly phone: string;
  readonly address?: string | null;
  /** Code of a community or village that exists. */
  readonly community: string;
}

/** The person known by a phone number, in the transaction; null when nobody is. */
export async function personByPhone(transaction: Transaction, phone: string): Promise<string | null> {
  const index = indexOfPhone(transaction.house.sealer, phone);
  const [row] = await transaction.rows<{ id: string }>(
    'person-by-phone',
    'SELECT id FROM person WHERE phone_index = $1',
    [index],
  );
  return row?.id ?? null;
}

/** The resident known by this phone number, registered with a post in the community if nobody was. */
export async function residentFor(transaction: Transaction, resident: NewResident): Promise<string> {
  // Two who register one number at once are put in line.
  await transaction.rows(
    'phone-lock',
    `SELECT pg_advisory_xact_lock(hashtextextended('phone:' || encode($1, 'hex'), 0))`,
    [indexOfPhone(transaction.house.sealer, resident.phone)],
  );
  const known = await personByPhone(transaction, resident.phone);
  const id = known ?? newId(transaction.now);
  if (!known)
    await insertPersons(transaction.rows, transaction.house.sealer, [
      { ...resident, id, kind: 'RESIDENT', createdAt: transaction.now },
    ]);
  await ensureResidentPost(transaction, id, resident.community);
  return id;
}

async function ensureResidentPost(transaction: Transaction, personId: string, community: string): Promise<void> {
  const text = `SELECT 1 FROM post WHERE person_id = $1 AND role = 'RESIDENT' AND (ends_at IS NULL OR ends_at > $2)`;
  const held = await transaction.rows('resident-post', text, [personId, transaction.now]);
  if (held.length > 0) return;
  const id = newId(transaction.now);
  await insertPosts(transaction.rows, [
    { id, personId, role: 'RESIDENT', scope: community, startsAt: transaction.now },
  ]);
}
