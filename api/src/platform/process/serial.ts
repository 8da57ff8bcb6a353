import type { Transaction } from './transaction.ts';

const NEXT = `INSERT INTO serial_number (series, last) VALUES ($1, 1)
  ON CONFLICT (series) DO UPDATE SET last = serial_number.last + 1 RETURNING last`;

/** The next number of a series, from 1, without gaps: a rolled-back transaction gives its number back. */
export async function nextInSeries(transaction: Transaction, series: string): Promise<number> {
  const [row] = await transaction.rows<{ last: number }>('next-in-series', NEXT, [series]);
  return row!.last;
}
