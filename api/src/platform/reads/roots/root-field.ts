import type { GraphQLResolveInfo } from 'graphql';
import type { Context } from '../../graphql/context.ts';
import type { Arguments } from '../field.ts';
import type { Statement } from '../place.ts';
import type { Selected } from '../selected.ts';

/** What a root field is in a statement. */
export interface RootSql {
  /** A select that yields exactly one row, with JSON text as `j` and perhaps keys as `seen`. */
  readonly sql: string;
  /** Told the keys in `seen`. */
  readonly note?: (keys: readonly string[], context: Context) => void;
}

/** A field of Query that is declared: how GraphQL sees it, how it is answered one relation after the other, how in a statement. */
export interface RootField {
  declare(prototype: object, name: string): void;
  resolve(given: Arguments, context: Context, info: GraphQLResolveInfo): unknown;
  /** Throws `NotPlannable`. */
  write(statement: Statement, selected: Selected): RootSql;
}

const nothing = () => undefined;
/** What decorators of methods want; the engine puts its own resolver in the place of the method. */
export const METHOD: TypedPropertyDescriptor<unknown> = { value: nothing };
