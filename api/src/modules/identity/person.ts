import { maskName } from '../../kernel/mask.ts';
import { searchTextOf } from '../../kernel/pinyin.ts';
import type { Sealer } from '../../platform/seal/sealer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { PersonKind } from './identity.choices.ts';

/** How to reach somebody. Personal: shown in full only by verbs that record it. */
export interface Contact {
  readonly name: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** A person to be registered, and the account with which they sign in. */
export interface NewPerson {
  readonly id: string;
  readonly kind: PersonKind;
  readonly name: string;
  readonly phone?: string | null;
  /** Below the estate: building, entrance, door. */
  readonly address?: string | null;
  /** Code of the community or village in which they live. */
  readonly community?: string | null;
  readonly username?: string | null;
  /** From `hashPassword`. */
  readonly passwordHash?: string | null;
  readonly createdAt: Date;
}

/** Runs one named statement: `transaction.rows`, `house.database.query`, or a plain client behind a lambda. */
export type Run = (name: string, text: string, values: readonly unknown[]) => Promise<unknown>;

const INSERT = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, kind text, name text, name_sealed text, name_masked text, search text,
      phone_sealed text, phone_index text, address_sealed text, community text, username text, password_hash text, created_at timestamptz)),
  persons AS (
    INSERT INTO person (id, kind, name, name_sealed, name_masked, search, phone_sealed, phone_index, address_sealed, community, created_at)
    SELECT id, kind, name, decode(name_sealed, 'hex'), name_masked, search, decode(phone_sealed, 'hex'), decode(phone_index, 'hex'),
      decode(address_sealed, 'hex'), community, created_at FROM given)
  INSERT INTO account (id, username, password_hash, created_at) SELECT id, username, password_hash, created_at FROM given`;
const BATCH = 500;

/** Registers people with their accounts: one statement for five hundred. Phones and user names must be new. */
export async function insertPersons(run: Run, sealer: Sealer, persons: readonly NewPerson[]): Promise<void> {
  for (let from = 0; from < persons.length; from += BATCH) {
    const rows = persons
      .slice(from, from + BATCH)
      .map((person) => ({ ...plain(person), ...sealContact(sealer, person) }));
    await run('insert-persons', INSERT, [JSON.stringify(rows)]);
  }
}

const plain = ({ id, kind, community, username, passwordHash, createdAt }: NewPerson) => ({
  ...{ id, kind, community, username, password_hash: passwordHash, created_at: createdAt.toISOString() },
});

/** Columns of a person's name and contact details, as hex where they are sealed: officials are known by name, residents are not. */
export function sealContact(sealer: Sealer, person: Pick<NewPerson, 'kind' | 'name' | 'phone' | 'address'>) {
  const { kind, name, phone, address } = person;
  const sealed = (text: string | null | undefined) => (text ? sealer.seal(text).toString('hex') : null);
  const known = kind === 'STAFF';
  return {
    name: known ? name : null,
    name_sealed: known ? null : sealed(name),
    name_masked: known ? null : maskName(name),
    search: known ? searchTextOf(name) : null,
    phone_sealed: sealed(phone),
    phone_index: phone ? indexOfPhone(sealer, phone).toString('hex') : null,
    address_sealed: sealed(address),
  };
}

/** By what a phone number is found. */
export const indexOfPhone = (sealer: Sealer, phone: string): Buffer => sealer.blindIndex(`phone:${phone}`);

interface SealedRow {
  readonly name: string | null;
  readonly nameSealed: Buffer | null;
  readonly phoneSealed: Buffer | null;
  readonly addressSealed: Buffer | null;
}

export const SEALED =
  'name, name_sealed AS "nameSealed", phone_sealed AS "phoneSealed", address_sealed AS "addressSealed"';

export function openContact(sealer: Sealer, row: SealedRow): Contact {
  const opened = (sealed: Buffer | null) => (sealed ? sealer.open(sealed) : null);
  return {
    name: row.name ?? opened(row.nameSealed) ?? '',
    phone: opened(row.phoneSealed),
    address: opened(row.addressSealed),
  };
}

/** Opens somebody's contact details, for verbs that reveal them and record it; null when there is no such person. */
export async function contactOf(transaction: Transaction, personId: string): Promise<Contact | null> {
  const [row] = await transaction.rows<SealedRow>('person-contact', `SELECT ${SEALED} FROM person WHERE id = $1`, [
    personId,
  ]);
  return row ? openContact(transaction.house.sealer, row) : null;
}
