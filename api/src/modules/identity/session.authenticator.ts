import type { Post, Role, Viewer } from '../../kernel/viewer.ts';
import type { House } from '../../platform/house.ts';
import type { Authenticator, SignedIn } from '../../platform/session/authenticator.ts';
import { hashOfToken } from '../../platform/session/token.ts';
import { SEEN_EVERY } from './limits.ts';

interface SessionRow {
  readonly id: string;
  readonly personId: string;
  /** When the session ends by itself if nothing more is asked. */
  readonly idleEnd: Date;
  readonly expiresAt: Date;
  readonly postId: string | null;
  readonly role: Role | null;
  readonly scope: string | null;
  readonly scopeName: string | null;
  readonly postEndsAt: Date | null;
}

// $2 now, $3 and $4 minutes of idleness allowed to staff and residents, $5 what is too recent to be written again.
const FOUND = `
  SELECT s.id, s.person_id AS "personId", s.expires_at AS "expiresAt",
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

// One statement: the sighting is written, at most once a minute, by the same that finds the session.
const BY_TOKEN = `
  WITH found AS (${FOUND} AND s.token_hash = $1),
  seen AS (UPDATE session SET last_seen_at = $2 FROM found WHERE session.id = found.id AND session.last_seen_at < $5)
  SELECT * FROM found`;

const BY_TICKET = `
  WITH ticket AS (DELETE FROM ws_ticket WHERE hash = $1 RETURNING session_id, expires_at),
  found AS (${FOUND} AND s.id = (SELECT session_id FROM ticket WHERE expires_at > $2)),
  seen AS (UPDATE session SET last_seen_at = $2 FROM found WHERE session.id = found.id AND session.last_seen_at < $5)
  SELECT * FROM found`;

/** Finds who asks, in one statement and without a cache: what was ended a moment ago is ended. */
export function identityAuthenticator({ database, config, now }: House): Authenticator {
  const look = async (name: string, text: string, secret: string): Promise<SignedIn | null> => {
    const hash = hashOfToken(secret);
    if (!hash) return null;
    const at = now();
    const { staff, resident } = config.sessionIdleMinutes;
    const seenBefore = new Date(at.getTime() - SEEN_EVERY);
    const [row] = await database.query<SessionRow>(name, text, [hash, at, staff, resident, seenBefore]);
    return row ? signedIn(row) : null;
  };
  return {
    viewerOf: (token) => look('session-by-token', BY_TOKEN, token),
    redeemTicket: (ticket) => look('session-by-ticket', BY_TICKET, ticket),
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
