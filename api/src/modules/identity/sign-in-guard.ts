import type { Exchange } from '../../platform/graphql/context.ts';
import type { House } from '../../platform/house.ts';
import { reasons } from './identity.reasons.ts';
import { CODES_OF_ADDRESS, FAILURES_OF_ACCOUNT, FAILURES_OF_ADDRESS } from './limits.ts';

/** What failures are counted by, and how many are allowed within a quarter of an hour. */
export interface Guarded {
  readonly key: Buffer;
  readonly allowed: number;
}

// Keyed hashes: what people type as a user name may be their password or phone.
const guarded = (house: House, kind: string, text: string, allowed: number): Guarded => ({
  key: house.sealer.blindIndex(`guard:${kind}:${text}`),
  allowed,
});

export const guardOfUsername = (house: House, username: string): Guarded =>
  guarded(house, 'username', username, FAILURES_OF_ACCOUNT);

export function guardOfAddress(house: House, exchange: Exchange | null, kind: 'login' | 'code' = 'login'): Guarded[] {
  if (!exchange) return [];
  const allowed = kind === 'login' ? FAILURES_OF_ADDRESS : CODES_OF_ADDRESS;
  return [guarded(house, `address:${kind}`, exchange.request.ip, allowed)];
}

/** Refuses while one of the guards is locked. */
export async function refuseWhileLocked(house: House, guards: readonly Guarded[]): Promise<void> {
  const until = (await lockedUntil(house, guards)).reduce<Date | null>(
    (last, at) => (at && (!last || at > last) ? at : last),
    null,
  );
  if (!until) return;
  const minutes = Math.ceil((until.getTime() - house.now().getTime()) / 60_000);
  reasons.refuse('TOO_MANY_TRIES', { values: { minutes } });
}

/** Until when each guard is locked; null when it is open. */
export async function lockedUntil(house: House, guards: readonly Guarded[]): Promise<(Date | null)[]> {
  const text =
    'SELECT key, locked_until AS until FROM sign_in_guard WHERE key = ANY ($1::bytea[]) AND locked_until > $2';
  const rows = await house.database.query<{ key: Buffer; until: Date }>('guard-locked', text, [
    guards.map(({ key }) => key),
    house.now(),
  ]);
  return guards.map(({ key }) => rows.find((row) => row.key.equals(key))?.until ?? null);
}

// The last allowed failure locks: for 15 minutes, then 30, 60 ... up to 16 hours. A day without failures forgets the locks.
const COUNT = `
  INSERT INTO sign_in_guard AS g (key, allowed, failures, since)
  SELECT key, allowed, 1, $3 FROM unnest($1::bytea[], $2::integer[]) AS t (key, allowed) ORDER BY key
  ON CONFLICT (key) DO UPDATE SET
    allowed = excluded.allowed,
    failures = CASE WHEN g.since <= $3 - interval '15 minutes' THEN 1 WHEN g.failures + 1 >= excluded.allowed THEN 0 ELSE g.failures + 1 END,
    since = CASE WHEN g.since <= $3 - interval '15 minutes' OR g.failures + 1 >= excluded.allowed THEN $3 ELSE g.since END,
    locked_until = CASE WHEN g.since > $3 - interval '15 minutes' AND g.failures + 1 >= excluded.allowed
      THEN $3 + interval '15 minutes' * 2 ^ least(g.locks, 6) ELSE g.locked_until END,
    locks = CASE WHEN g.since > $3 - interval '15 minutes' AND g.failures + 1 >= excluded.allowed THEN g.locks + 1
      WHEN g.since <= $3 - interval '1 day' THEN 0 ELSE g.locks END`;

/** Counts a failure at once, outside any transaction: it stands although the attempt comes to nothing. */
export async function countFailure(house: House, guards: readonly Guarded[]): Promise<void> {
  if (guards.length === 0) return;
  const now = house.now();
  await house.database.query('guard-count', COUNT, [
    guards.map(({ key }) => key),
    guards.map(({ allowed }) => allowed),
    now,
  ]);
}

/** Forgets the failures of a user name: its owner came in, or the security administrator vouches. */
export async function forgive(house: House, { key }: Guarded): Promise<void> {
  await house.database.query('guard-forgive', 'DELETE FROM sign_in_guard WHERE key = $1', [key]);
}
