/** What a caller may know of a fault: to come back soon, to call somebody, or nothing but its number. */
export type Fault = 'BUSY' | 'STORAGE_FULL' | 'INTERNAL';

// SQLSTATE: connection lost (08), server going down or restarting (57P0x), no slots or memory (53), statement, lock or transaction
// took too long (57014, 55P03, 25P03, 25P04), serialisation and deadlock (40), a primary that has become a standby (25006).
const BUSY_STATES = /^(08...|57P0.|53[0234]..|57014|55P03|25P03|25P04|40001|40P01|25006)$/;
const BUSY_CODES = new Set([
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  'ETIMEDOUT',
  'EHOSTUNREACH',
  'ENETUNREACH',
  'EAI_AGAIN',
]);
// What pg, its pool and kysely say without a code.
const BUSY_WORDS =
  /timeout exceeded when trying to connect|timeout acquiring|query read timeout|connection terminated|not queryable|pool (is|was) (closed|draining)|cannot use a pool after/i;

/** An error and what lies behind it: MikroORM, type-graphql and graphql-js each wrap what they catch. */
export function causesOf(error: unknown): readonly Error[] {
  const found: Error[] = [];
  const waiting = [error];
  while (waiting.length > 0 && found.length < 10) {
    const next = waiting.shift();
    if (!(next instanceof Error) || found.includes(next)) continue;
    found.push(next);
    const { cause, previous, originalError, errors } = next as Wrapped;
    waiting.push(originalError, previous, cause, ...(Array.isArray(errors) ? (errors as unknown[]) : []));
  }
  return found;
}

interface Wrapped extends Error {
  readonly originalError?: unknown;
  readonly previous?: unknown;
  readonly errors?: unknown;
  readonly code?: unknown;
}

/** `code` as Node and PostgreSQL give it. */
export function codeOf(error: Error): string | null {
  const { code } = error as Wrapped;
  return typeof code === 'string' ? code : null;
}

/** Sorts a fault by what can be done about it. */
export function faultOf(error: unknown): Fault {
  const causes = causesOf(error);
  if (causes.some((cause) => codeOf(cause) === '53100' || codeOf(cause) === 'ENOSPC')) return 'STORAGE_FULL';
  return causes.some(isPassing) ? 'BUSY' : 'INTERNAL';
}

function isPassing(error: Error): boolean {
  const code = codeOf(error);
  if (code !== null && (BUSY_STATES.test(code) || BUSY_CODES.has(code))) return true;
  return BUSY_WORDS.test(error.message);
}
