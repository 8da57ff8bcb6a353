import { Field as GraphField, GraphQLISODateTime, ID, InputType, Int } from 'type-graphql';
import type { Field, Fields } from '../../kernel/field.ts';
import { enumOf } from './enum.ts';
import { CalendarDate } from './calendar-date.ts';

type Class = new () => object;

/** What a GraphQL description says: what people read, then what developers read. */
export const describe = (label: string, about: string): string => `${label} — ${about}`;

/** An empty class of a given name, for types that are declared as data. */
export const classNamed = (name: string): Class => ({ [name]: class {} })[name]!;

function typeOf({ wire }: Field) {
  switch (wire.kind) {
    case 'Choice':
      return enumOf(wire.choice);
    case 'Date':
      return CalendarDate;
    default:
      return { String, Int, Boolean, ID, Instant: GraphQLISODateTime }[wire.kind];
  }
}

/** Registers the input type of a verb from its fields. */
export function inputTypeOf(name: string, description: string, fields: Fields): Class {
  const input = classNamed(name);
  InputType(name, { description })(input);
  for (const [key, field] of Object.entries(fields)) {
    const type = typeOf(field);
    const options = { nullable: !field.required, description: describe(field.label, field.about) };
    GraphField(() => (field.list ? [type] : type), options)(input.prototype as object, key);
  }
  return input;
}
