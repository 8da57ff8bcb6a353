import { registerEnumType } from 'type-graphql';
import type { Choice } from '../../kernel/choice.ts';

/** A closed set of values: name, what it is, and value -> label and description. Every `Choice` is one. */
export type Values<K extends string = string> = Pick<Choice<K>, 'name' | 'about' | 'values'>;

/** The object by which type-graphql knows the enum: `{ OPEN: 'OPEN' }`. */
export type EnumOf<K extends string> = { readonly [key in K]: key };

const registered = new Map<string, { readonly of: string; readonly enumObject: EnumOf<string> }>();

/**
 * The GraphQL enum of a choice, or of a process's states or actions. Registered at the first call; later calls for an equal
 * set return the same object, and another set under a name that is taken is an error.
 */
export function enumOf<K extends string>({ name, about, values }: Values<K>): EnumOf<K> {
  const of = JSON.stringify([about, values]);
  const known = registered.get(name);
  if (known && known.of !== of) throw new Error(`There are two different enums called "${name}"`);
  if (known) return known.enumObject;
  const keys = Object.keys(values) as K[];
  const enumObject = Object.freeze(Object.fromEntries(keys.map((key) => [key, key]))) as EnumOf<K>;
  registerEnumType(enumObject, { name, description: about, valuesConfig: described(keys, values) });
  registered.set(name, { of, enumObject });
  return enumObject;
}

function described<K extends string>(keys: readonly K[], values: Values<K>['values']) {
  const config = keys.map((key) => [key, { description: `${values[key][0]} — ${values[key][1]}` }]);
  return Object.fromEntries(config) as { [key in K]: { description: string } };
}
