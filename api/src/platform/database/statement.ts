/**
 * A prepared statement and what it is asked with. One name stands for one text, for ever; PostgreSQL tells names apart by 63
 * characters. Without a name (an empty one) it is parsed and planned each time.
 */
export interface Statement {
  readonly name: string;
  readonly text: string;
  readonly values: readonly unknown[];
}

/** A parameter in the form in which it is sent: text, or bytes for bytea. */
export type Parameter = string | Buffer | null;

/** Instants go as UTC to the millisecond, lists as array literals, other objects as JSON. */
export function parameterOf(value: unknown): Parameter {
  if (value === null || value === undefined) return null;
  if (typeof value === 'string') return value;
  if (Array.isArray(value)) return listOf(value);
  if (value instanceof Date) return instantOf(value);
  if (ArrayBuffer.isView(value)) return bytesOf(value);
  return typeof value === 'object' ? JSON.stringify(value) : (value as number).toString();
}

/** ISO 8601 knows a year 0 and writes signs before long years; PostgreSQL counts back from 1 BC. */
function instantOf(value: Date): string {
  const text = value.toISOString();
  if (/^(?!0000)\d/.test(text)) return text;
  const year = value.getUTCFullYear();
  const [after] = /-\d\d-\d\dT.*$/.exec(text)!;
  return `${String(year > 0 ? year : 1 - year).padStart(4, '0')}${after}${year > 0 ? '' : ' BC'}`;
}

const bytesOf = (value: ArrayBufferView): Buffer =>
  Buffer.isBuffer(value) ? value : Buffer.from(value.buffer, value.byteOffset, value.byteLength);

function listOf(items: readonly unknown[]): string {
  return `{${items.map(itemOf).join(',')}}`;
}

function itemOf(item: unknown): string {
  if (Array.isArray(item)) return listOf(item);
  const value = parameterOf(item);
  if (value === null) return 'NULL';
  if (typeof value !== 'string') return `"\\\\x${value.toString('hex')}"`;
  return SPECIAL.test(value) ? `"${value.replaceAll(EACH_SPECIAL, String.raw`\$&`)}"` : `"${value}"`;
}

const SPECIAL = /["\\]/;
const EACH_SPECIAL = /["\\]/g;
