import type pg from 'pg';
import type { Identity } from './somebody.ts';

/** A row of the feed with what decides whom it concerns. */
export interface FedFact {
  readonly seq: number;
  readonly action: string;
  readonly subjectId: string;
  readonly to: string | null;
  readonly street: string | null;
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

const FED = `SELECT f.seq::int AS seq, e.action, e.subject_id AS "subjectId", e.to_state AS "to", e.street,
    e.unit_ids AS "unitIds", e.person_ids AS "personIds"
  FROM feed f JOIN event e ON e.id = f.event_id WHERE e.noun = 'order' AND f.seq > $1 ORDER BY f.seq`;

/** The feed's orders after a number, read from the table. */
export async function fedAfter(sql: pg.Pool, seq: number): Promise<FedFact[]> {
  return (await sql.query<FedFact>(FED, [seq])).rows;
}

/** Where the feed stands, as a cursor and as a number. */
export async function placeOf(sql: pg.Pool): Promise<{ readonly cursor: string; readonly seq: number }> {
  const text = 'SELECT epoch, (SELECT coalesce(max(seq), 0)::int FROM feed) AS seq FROM feed_epoch';
  const { rows } = await sql.query<{ epoch: number; seq: number }>(text);
  const { epoch, seq } = rows[0]!;
  return { cursor: `${String(epoch)}:${String(seq)}`, seq };
}

const SILENT = ['edit', 'note', 'follow', 'unfollow', 'revealContact'];

/** Is somebody told of the fact? Said once more, from the words of the issue, so that the feed's own rule is not its own judge. */
export function isToldTo(who: Pick<Identity, 'id' | 'role' | 'scope'>, fact: FedFact): boolean {
  if (SILENT.includes(fact.action) || fact.to === 'DRAFT') return false;
  if (who.role === 'RESIDENT') return fact.personIds.includes(who.id);
  if (who.role === 'UNIT_LIAISON') return fact.unitIds.includes(who.scope);
  return fact.street === who.scope;
}

/** Waits until everything that was committed has its place in the feed. */
export async function fedWhole(sql: pg.Pool, milliseconds = 20_000): Promise<void> {
  const end = performance.now() + milliseconds;
  for (;;) {
    const { rows } = await sql.query<{ left: number }>('SELECT count(*)::int AS left FROM event_pending');
    if (rows[0]!.left === 0) return;
    if (performance.now() > end) throw new Error(`${String(rows[0]!.left)} events have no place in the feed`);
    await new Promise((resolve) => setTimeout(resolve, 50));
  }
}
