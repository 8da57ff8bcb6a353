import type { Post, Role, Viewer } from '../../kernel/viewer.ts';
import type { Statement } from '../../platform/database/statement.ts';
import type { House } from '../../platform/house.ts';
import type { SignedIn } from '../../platform/session/authenticator.ts';
import { SEEN_EVERY } from './limits.ts';

export interface SessionRow {
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

/** Looks sessions up as they stand now, and notes that they were seen. */
export class SessionLookUp {
  constructor(private readonly house: Pick<House, 'database' | 'config' | 'now'>) {}

  /** The sessions of these tokens' hashes. */
  byToken(hashes: readonly Buffer[]): Statement {
    return { name: 'sessions-by-token', text: BY_TOKEN, values: this.values(hashes) };
  }

  /** The session of a ticket, which is good once. */
  byTicket(hash: Buffer): Statement {
    return { name: 'session-by-ticket', text: BY_TICKET, values: this.values(hash) };
  }

  /** Asks, and notes what was found. */
  async ask({ name, text, values }: Statement): Promise<readonly SessionRow[]> {
    return this.noted(await this.house.database.query<SessionRow>(name, text, values));
  }

  /** Writes that these sessions were seen, where that was not written a moment ago. */
  async noted(found: readonly SessionRow[]): Promise<readonly SessionRow[]> {
    const unseen = found.filter((row) => row.unseen).map(({ id }) => id);
    const at = this.house.now();
    if (unseen.length > 0) await this.house.database.query('sight-sessions', SIGHT, [unseen, at, seenBefore(at)]);
    return found;
  }

  private values(secret: unknown): readonly unknown[] {
    const { staff, resident } = this.house.config.sessionIdleMinutes;
    const at = this.house.now();
    return [secret, at, staff, resident, seenBefore(at)];
  }
}

const seenBefore = (at: Date) => new Date(at.getTime() - SEEN_EVERY);

export function signedIn(row: SessionRow): SignedIn {
  const ends = [row.idleEnd, row.expiresAt, ...(row.postEndsAt ? [row.postEndsAt] : [])];
  return { viewer: viewerIn(row), expiresAt: new Date(Math.min(...ends.map((end) => end.getTime()))) };
}

export function viewerIn(row: SessionRow): Viewer {
  const { id: sessionId, personId } = row;
  return { kind: 'PERSON', personId, sessionId, post: postOf(row) };
}

function postOf({ postId, role, scope, scopeName, postEndsAt }: SessionRow): Post | null {
  return postId && role && scope
    ? { id: postId, role, scope, scopeName: scopeName ?? scope, endsAt: postEndsAt }
    : null;
}
