/** A closed set of values with what people read: becomes a GraphQL enum, a check constraint and a list in a form. */
export interface Choice<K extends string = string> {
  /** Name of the GraphQL enum. */
  readonly name: string;
  readonly about: string;
  readonly values: Readonly<Record<K, readonly [label: string, about: string]>>;
  readonly keys: readonly K[];
  label(key: K): string;
}

export type KeyOf<C> = C extends Choice<infer K> ? K : never;

export function defineChoice<const K extends string>(
  name: string,
  about: string,
  values: Readonly<Record<K, readonly [label: string, about: string]>>,
): Choice<K> {
  return { name, about, values, keys: Object.keys(values) as K[], label: (key) => values[key][0] };
}
