import type { Sql } from './sql.ts';

/** A row as its table calls the columns. */
export type TableRow = Readonly<Record<string, unknown>>;

const BATCH = 2000;

/** districtCode -> district_code; bytes as the text that PostgreSQL reads. */
export function columnsOf(row: object): TableRow {
  const entries = Object.entries(row).map(([key, value]) => [
    key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`),
    Buffer.isBuffer(value) ? `\\x${value.toString('hex')}` : (value as unknown),
  ]);
  return Object.fromEntries(entries) as TableRow;
}

/** Writes rows, many in one statement. Columns that no row names get what the table gives them. */
export async function insertRows(sql: Sql, table: string, rows: readonly TableRow[], batch = BATCH): Promise<void> {
  const names = [...new Set(rows.flatMap((row) => Object.keys(row)))].map((name) => `"${name}"`).join(', ');
  const text = `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  for (let from = 0; from < rows.length; from += batch)
    await sql.query(text, [JSON.stringify(rows.slice(from, from + batch))]);
}
