import { readTable, type Sql } from './sql.ts';
import type { Random } from './random.ts';

const WRITE = `
  WITH given AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (date date, kind text, name text, source text)),
  years AS (INSERT INTO calendar_year (year, source, published_at)
    SELECT extract(year FROM date)::integer, min(source), $2::timestamptz FROM given GROUP BY 1 ON CONFLICT (year) DO NOTHING RETURNING year)
  INSERT INTO calendar_day (date, kind, name, source)
  SELECT date, kind, name, source FROM given WHERE extract(year FROM date)::integer IN (SELECT year FROM years)`;

/** Enters the years whose notices are known. A year that is there already stays as it was published. */
export async function seedCalendar(sql: Sql, _random: Random, at: Date): Promise<void> {
  const days = readTable<'date' | 'kind' | 'name' | 'source'>('working-days.csv');
  await sql.query(WRITE, [JSON.stringify(days), at]);
}
