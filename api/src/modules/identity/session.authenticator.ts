import type { Post, Role, Viewer } from '../../kernel/viewer.ts';
import { Together } from '../../platform/database/together.ts';
import type { House } from '../../platform/house.ts';
import type { Authenticator, SignedIn } from '../../platform/session/authenticator.ts';
import { hashOfToken } from '../../platform/session/token.ts';
import { SEEN_EVERY } from './limits.ts';

interface SessionRow {
  readonly id: string;
  readonly hash: Buffer;
  readonly personId: string;
  /** When the session ends by itself if nothing more is asked. */
  readonly idleEnd: Date;
  /** Must this sighting be written? */
  readonly unseen: boolean;
  readonly expiresAt: Date;
  readonly postId: string | null;
  readonly role: Role | null;
  readonly scope: string | null;
  readonly scopeName: string | null;
  readonly postEndsAt: Date | null;
}

// $2 now, $3 and $4 minutes of idleness allowed to staff and residents, $5 what is too recent to be written again.
const FOUND = `
  SELECT s.id, s.token_hash AS hash, s.person_id AS "personId", s.expires_at AS "expiresAt", s.last_seen_at < $5 AS unseen,
    CASE WHEN s.last_seen_at < $5 THEN $2::timestamptz ELSE s.last_seen_at END + i.idle AS "idleEnd",
    p.id AS "postId", p.role, p.scope, p.ends_at AS "postEndsAt", coalesce(d.label, u.name, p.scope) AS "scopeName"
  FROM session s
  JOIN account a ON a.id = s.person_id AND a.state = 'ACTIVE'
  JOIN person n ON n.id = s.person_id
  CROSS JOIN LATERAL (SELECT make_interval(mins => CASE n.kind WHEN 'STAFF' THEN $3::integer ELSE $4::integer END) AS idle) i
  LEFT JOIN post p ON p.id = s.post_id AND p.starts_at <= $2 AND (p.ends_at IS NULL OR p.ends_at > $2)
  LEFT JOIN division d ON d.code = p.scope
  LEFT JOIN unit u ON u.id = CASE WHEN length(p.scope) = 36 THEN p.scope::uuid END
  WHERE s.ended_at IS NULL AND s.expires_at > $2 AND s.last_seen_at + i.idle > $2`;

const BY_TOKEN = `${FOUND} AND s.token_hash = ANY ($1)`;

// At most once a minute. Whoever is at it already, in another request or another node, writes it for all.
const SIGHT = `UPDATE session SET last_seen_at = $2
  WHERE id IN (SELECT id FROM session WHERE id = ANY ($1) AND last_seen_at < $3 FOR UPDATE SKIP LOCKED)`;

const BY_TICKET = `
  WITH ticket AS (DELETE FROM ws_ticket WHERE hash = $1 RETURNING session_id, expires_at),
  found AS (${FOUND} AND s.id = (SELECT session_id FROM ticket WHERE expires_at > $2))
  SELECT * FROM found`;

/**
 * Finds who asks, in at most one statement a request and without a cache: what was ended a moment ago is ended. Requests that come while
 * a look-up is on its way share the next.
 */
export function identityAuthenticator({ database, config, now }: House): Authenticator {
  const { staff, resident } = config.sessionIdleMinutes;
  const look = async (name: string, text: string, secret: unknown): Promise<readonly SessionRow[]> => {
    const at = now();
    const seenBefore = new Date(at.getTime() - SEEN_EVERY);
    const found = await database.query<SessionRow>(name, text, [secret, at, staff, resident, seenBefore]);
    const unseen = found.filter((row) => row.unseen).map(({ id }) => id);
    if (unseen.length > 0) await database.query('sight-sessions', SIGHT, [unseen, at, seenBefore]);
    return found;
  };
  const byToken = new Together(async (hashes: readonly Buffer[]) => {
    const found = await look('sessions-by-token', BY_TOKEN, hashes);
    return hashes.map((hash) => found.find((row) => row.hash.equals(hash)) ?? null);
  });
  const byTicket = async (hash: Buffer) => (await look('session-by-ticket', BY_TICKET, hash))[0] ?? null;
  const whose = async (secret: string, find: (hash: Buffer) => Promise<SessionRow | null>) => {
    const hash = hashOfToken(secret);
    const row = hash && (await find(hash));
    return row && signedIn(row);
  };
  return {
    viewerOf: (token) => whose(token, (hash) => byToken.ask(hash)),
    redeemTicket: (ticket) => whose(ticket, byTicket),
  };
}

function signedIn(row: SessionRow): SignedIn {
  const { id: sessionId, personId } = row;
  const viewer: Viewer = { kind: 'PERSON', personId, sessionId, post: postOf(row) };
  const ends = [row.idleEnd, row.expiresAt, ...(row.postEndsAt ? [row.postEndsAt] : [])];
  return { viewer, expiresAt: new Date(Math.min(...ends.map((end) => end.getTime()))) };
}

function postOf({ postId, role, scope, scopeName, postEndsAt }: SessionRow): Post | null {
  return postId && role && scope
    ? { id: postId, role, scope, scopeName: scopeName ?? scope, endsAt: postEndsAt }
    : null;
}
