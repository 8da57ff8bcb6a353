import type pg from 'pg';

/** Something that a clock did. */
export interface Rung {
  readonly subjectId: string;
  readonly action: string;
  readonly duty: string | null;
  readonly level: string | null;
  readonly times: number;
}

const RUNG = `SELECT subject_id AS "subjectId", action, data->>'duty' AS duty, data->>'escalatedTo' AS level, count(*)::int AS times
  FROM event WHERE role = 'CLOCK' AND noun = 'order' GROUP BY 1, 2, 3, 4`;

/** What the clock did, to which order, how often. */
export async function rung(sql: pg.Pool): Promise<Rung[]> {
  return (await sql.query<Rung>(RUNG)).rows;
}

/** How many moments of clocks have come and were not acted upon. */
export async function dueMoments(sql: pg.Pool, now: Date): Promise<number> {
  const text = 'SELECT count(*)::int AS count FROM process_clock WHERE next_at <= $1';
  return (await sql.query<{ count: number }>(text, [now])).rows[0]!.count;
}

/** `order action duty level`, sorted, as often as it happened. */
export function spelled(all: readonly Omit<Rung, 'times'>[]): string[] {
  return all.map(({ subjectId, action, duty, level }) => [subjectId, action, duty, level].join(' ')).sort();
}
