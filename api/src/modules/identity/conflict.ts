import { reasons } from './identity.reasons.ts';

type Code = keyof typeof reasons.sentences;

const CODES: Readonly<Record<string, readonly [code: Code, field: string]>> = {
  account_username_key: ['USERNAME_TAKEN', 'username'],
  person_phone_index_key: ['PHONE_TAKEN', 'phone'],
  post_not_twice: ['POST_TWICE', 'role'],
  post_three_administrators: ['THREE_ADMINISTRATORS', 'role'],
};

/** Says what a violated constraint means; throws any other error as it is. */
export function refuseConflict(error: unknown): never {
  const constraint = error instanceof Error && 'constraint' in error ? String(error.constraint) : '';
  const known = CODES[constraint];
  if (!known) throw error;
  const [code, field] = known;
  return reasons.refuse(code, { path: ['input', field] });
}
