import type { Viewer } from '../../kernel/viewer.ts';

/** Who asks, when, and with which variables: everything from which the values of a statement are taken. */
export interface Asking {
  readonly viewer: Viewer;
  readonly now: Date;
  /** As GraphQL coerced them; empty where the statement was written for one call only. */
  readonly variables: Readonly<Record<string, unknown>>;
}

/** Takes a value of a statement out of an asking. */
export type Source = (asking: Asking) => unknown;
