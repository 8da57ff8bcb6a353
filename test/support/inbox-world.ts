import { setTimeout as sleep } from 'node:timers/promises';
import type { Shown, Somebody } from './somebody.ts';
import type { World } from './world.ts';

export const ITEM = 'id kind kindLabel noun nounLabel subjectId action label dutyLabel headline at readAt';

/** Waits until everything that was committed has come into inboxes. */
export async function delivered({ sql }: World, milliseconds = 20_000): Promise<void> {
  const text = `SELECT NOT EXISTS (SELECT FROM event_pending)
    AND (SELECT seq FROM inbox_cursor) = (SELECT coalesce(max(seq), 0) FROM feed) AS whole`;
  const end = performance.now() + milliseconds;
  for (;;) {
    const { rows } = await sql.query<{ whole: boolean }>(text);
    if (rows[0]!.whole) return;
    if (performance.now() > end) throw new Error('Inboxes lag behind the feed');
    await sleep(20);
  }
}

/** Somebody's inbox, newest first, as they read it themselves. */
export async function inboxOf(who: Somebody, args = 'first: 100', shown = ITEM): Promise<Shown[]> {
  const { inbox } = await who.reads(`{ inbox(${args}) { nodes { ${shown} } } }`);
  return inbox.nodes as Shown[];
}

/** How many items somebody has not read, by their own word. */
export async function unreadOf(who: Somebody): Promise<number> {
  const { inboxUnread } = await who.reads('{ inboxUnread { kind label count } }');
  return (inboxUnread as Shown[]).reduce((sum, { count }) => sum + (count as number), 0);
}

const LONG_AGO = new Date('2025-01-01T00:00:00Z');

/** Gives somebody one more post. */
export async function alsoActsAs({ sql }: World, who: Somebody, role: string, scope: string): Promise<string> {
  const text = `INSERT INTO post (id, person_id, role, scope, starts_at) VALUES (gen_random_uuid(), $1, $2, $3, $4) RETURNING id`;
  const { rows } = await sql.query<{ id: string }>(text, [who.who.id, role, scope, LONG_AGO]);
  return rows[0]!.id;
}
