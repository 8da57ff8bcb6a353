import { createHash } from 'node:crypto';
import type { DomainEvent } from '../../kernel/event.ts';

type Plain = string | number | boolean | null | readonly Plain[] | { readonly [key: string]: Plain };

function plain(value: unknown): Plain {
  if (typeof value === 'string') return value.normalize('NFC');
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(plain);
  if (typeof value !== 'object' || value === null) return null;
  const entries = Object.entries(value).filter(([, inner]) => inner !== undefined);
  const sorted = entries
    .map(([key, inner]) => [key.normalize('NFC'), plain(inner)] as const)
    .sort(([a], [b]) => (a < b ? -1 : 1));
  return Object.fromEntries(sorted);
}

/** One spelling for one content: keys sorted, text NFC, instants ISO with milliseconds, undefined left out. */
export function canonical(value: unknown): string {
  return JSON.stringify(plain(value));
}

/** What stands before the first event of the chain. */
export const GENESIS = Buffer.alloc(32);

/** The link of the chain: whoever changes, removes or moves an event breaks every link from there on. */
export function linkHash(before: Buffer, event: DomainEvent): Buffer {
  return createHash('sha256').update(before).update(canonical(event), 'utf8').digest();
}
