/** Milliseconds, and counts, of everything that runs out here. What differs between houses is in the configuration. */
const MINUTE = 60_000;

/** A session's `last_seen_at` is written no more often than this. */
export const SEEN_EVERY = MINUTE;
export const TICKET_LIFE = MINUTE / 2;
export const CODE_LIFE = 5 * MINUTE;
export const CODE_PAUSE = MINUTE;
export const CODES_A_DAY = 10;
export const CODE_TRIES = 5;
/** Ended sessions stay for a day, so that what happened last can be looked into; events stay for ever. */
export const SESSION_KEPT = 24 * 60 * MINUTE;

export const FAILURES_OF_ACCOUNT = 5;
export const FAILURES_OF_ADDRESS = 20;
/** Codes asked for from one address within the guard's window. */
export const CODES_OF_ADDRESS = 300;
