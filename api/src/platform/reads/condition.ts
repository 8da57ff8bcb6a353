import { Arg, Field, InputType } from 'type-graphql';
import { containing } from '../database/containing.ts';
import { classNamed } from '../graphql/input.ts';
import type { Given } from './given.ts';
import type { Place } from './place.ts';

/** What a caller can ask of the rows of a list. */
export interface Condition {
  /** The GraphQL type of the argument, nullable. */
  readonly type: () => NonNullable<unknown>;
  readonly about: string;
  /** SQL over the row; only parameters carry what the caller wrote. Asked only when something was given. */
  sql(it: Place, given: Given): string;
}

export type Conditions = Readonly<Record<string, Condition>>;

/** A named set of conditions of which all that are given must hold: the input type of an argument `filter`. */
export interface Filter {
  readonly type: new () => object;
  readonly conditions: Conditions;
}

type TypeOf = Condition['type'];

/** The rows whose column equals what was given. */
export const equals = (type: TypeOf, about: string, property: string): Condition => ({
  ...{ type, about },
  sql: (it, given) => `${it.column(property)} = ${it.value(given, 'text')}`,
});

const CONTAINING = { name: 'containing', to: (text: unknown) => containing(text as string) };

/** The rows in whose column of names and initials a text is found. */
export const finds = (about: string): Condition => ({
  ...{ type: () => String, about },
  sql: (it, given) => `${it.column('search')} LIKE ${it.value(given, 'text', CONTAINING)}`,
});

export function defineFilter(name: string, about: string, conditions: Conditions): Filter {
  const type = classNamed(name);
  InputType(name, { description: about })(type);
  for (const [field, { type: of, about: description }] of Object.entries(conditions))
    Field(of as never, { nullable: true, description })(type.prototype as object, field);
  return { type, conditions };
}

/** Registers conditions as arguments of a method, from position `first` on. */
export function declareConditions(conditions: Conditions, prototype: object, name: string, first: number): void {
  for (const [index, [argument, { type, about }]] of Object.entries(conditions).entries())
    Arg(argument, type as never, { nullable: true, description: about })(prototype, name, first + index);
}

/** SQL of what was given. */
export function conditionsSql(conditions: Conditions, it: Place, given: (name: string) => Given): string[] {
  return Object.entries(conditions).flatMap(([name, condition]) => {
    const value = given(name);
    return value.absent ? [] : [condition.sql(it, value)];
  });
}
