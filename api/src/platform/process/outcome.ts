import type { Refusal } from '../../kernel/refusal.ts';

/** How a call of a verb ended: with a case or value to show, or with a refusal after which nothing has changed. */
export type Outcome =
  | { readonly ok: true; readonly subjectId: string; readonly value?: unknown; readonly shown?: unknown }
  | { readonly ok: false; readonly refusal: Refusal };

/** What every call brings along beside the fields of its verb. */
export interface Call {
  readonly input: Readonly<Record<string, unknown>>;
  readonly idempotencyKey: string | null;
  readonly expectedVersion: number | null;
  /** The case that is acted upon; null for verbs that open one or belong to none. */
  readonly subjectId: string | null;
}
