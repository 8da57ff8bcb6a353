import type { Viewer } from '../../kernel/viewer.ts';
import { giveCookie } from '../../platform/session/carrier.ts';
import { newToken } from '../../platform/session/token.ts';
import type { Exchange } from '../../platform/graphql/context.ts';
import type { House } from '../../platform/house.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { Carrier } from './identity.choices.ts';
import { reasons } from './identity.reasons.ts';
import { ROLES_BY_CODE } from './role.choice.ts';
import type { ViewerView } from './viewer.type.ts';
import type { SessionView } from './session.type.ts';
import { newId } from '../../platform/identifier.ts';

/** Who signs in, and how they proved it. */
export interface SigningIn {
  readonly personId: string;
  readonly method: 'PASSWORD' | 'CODE';
  /** The hash that was proved; a password that was changed meanwhile no longer opens. */
  readonly passwordHash: string | null;
}

/** A session begins; the viewer is what its holder will be. */
export interface Opened extends ViewerView {
  readonly token: string;
  readonly expiresAt: Date;
  readonly replaced: string | null;
}

// Acts as the post of the last session if it is still held, else as the one held longest.
const OPEN = `
  INSERT INTO session (id, token_hash, person_id, post_id, method, created_at, last_seen_at, expires_at)
  SELECT $1, $2, $3, (
    SELECT p.id FROM post p
    WHERE p.person_id = $3 AND p.starts_at <= $5 AND (p.ends_at IS NULL OR p.ends_at > $5) AND ($4 = 'PASSWORD' OR p.role = ANY ($7::text[]))
    ORDER BY p.id IS NOT DISTINCT FROM (SELECT post_id FROM session WHERE person_id = $3 ORDER BY created_at DESC LIMIT 1) DESC, p.starts_at, p.id
    LIMIT 1), $4, $5, $5, $6
  RETURNING post_id AS "postId"`;

/** Opens a session, and ends the one in which the caller signed in anew. */
export async function openSession(
  { personId, method, passwordHash }: SigningIn,
  viewer: Viewer,
  transaction: Transaction,
): Promise<Opened> {
  const { now, house } = transaction;
  // Takes the account's row, so that a lock or a new password at the same moment comes before or after, not between.
  const active = await transaction.rows(
    'account-signs-in',
    `UPDATE account SET last_login_at = $2 WHERE id = $1 AND state = 'ACTIVE' AND ($3::text IS NULL OR password_hash = $3) RETURNING 1`,
    [personId, now, passwordHash],
  );
  if (active.length === 0) reasons.refuse('ACCOUNT_LOCKED');
  const id = newId(now);
  const { token, hash } = newToken();
  const expiresAt = new Date(now.getTime() + house.config.sessionHours * 3_600_000);
  const values = [id, hash, personId, method, now, expiresAt, ROLES_BY_CODE];
  const [opened] = await transaction.rows<{ postId: string | null }>('session-open', OPEN, values);
  if (viewer.sessionId) await endSession(viewer.sessionId, transaction);
  return { sessionId: id, personId, postId: opened!.postId, token, expiresAt, replaced: viewer.sessionId };
}

/** The answer to whoever signed in: the token in a cookie or, for programs, in the payload. */
export function handOver(opened: Opened, carrier: Carrier, exchange: Exchange | null, house: House): SessionView {
  const byCookie = carrier === 'COOKIE' && exchange !== null;
  if (byCookie)
    giveCookie(exchange, opened.token, { seconds: house.config.sessionHours * 3600, https: house.config.https });
  const { sessionId, personId, postId, expiresAt } = opened;
  return { token: byCookie ? null : opened.token, expiresAt, viewer: { sessionId, personId, postId } };
}

export async function endSession(sessionId: string, transaction: Transaction): Promise<void> {
  const text = 'UPDATE session SET ended_at = $2 WHERE id = $1 AND ended_at IS NULL';
  await transaction.rows('session-end', text, [sessionId, transaction.now]);
}

/** Ends every session of a person, except the one named. */
export async function endSessionsOf(
  personId: string,
  transaction: Transaction,
  except: string | null = null,
): Promise<void> {
  const text =
    'UPDATE session SET ended_at = $2 WHERE person_id = $1 AND ended_at IS NULL AND id IS DISTINCT FROM $3::uuid';
  await transaction.rows('sessions-end', text, [personId, transaction.now, except]);
}
