import type { GraphQLResolveInfo } from 'graphql';
import type { Predicate } from '../../kernel/predicate.ts';
import type { Context } from '../graphql/context.ts';
import type { Place } from './place.ts';
import type { View } from './shape.ts';
import type { Selected } from './selected.ts';
import type { JsonText } from './json-text.ts';

export type Arguments = Readonly<Record<string, unknown>>;

/** One field of a shape: how GraphQL sees it, how one row answers it, how a statement does. */
export interface ReadField {
  /** Tells type-graphql of the field. */
  declare(prototype: object, name: string): void;
  /** Properties of the row that answering needs. */
  readonly properties: readonly string[];
  /** The answer is the property of the same name: GraphQL reads it by itself. */
  readonly direct?: boolean;
  /** Conditions over the row on which the answer depends. */
  readonly conditions: readonly Predicate[];
  /** The general executor: the answer for one row. */
  resolve(view: View, given: Arguments, context: Context, info: GraphQLResolveInfo): unknown;
  /** The plan: JSON text of the answer for the row at `place`. Throws `NotPlannable`. */
  write(place: Place, selected: Selected): JsonText;
}

/** Says that an operation, as this viewer asks it, is answered by the general executor. */
export class NotPlannable extends Error {
  constructor(readonly because: string) {
    super(because);
  }
}
