import { GraphQLEnumType, type GraphQLInputObjectType, GraphQLList, GraphQLNonNull, isInputObjectType, isLeafType, type GraphQLInputType } from 'graphql'; // prettier-ignore
import { validate as isUuid } from 'uuid';
import type { Source } from './asking.ts';
import type { Parameters } from './parameters.ts';

/** Writes a value that came out of GraphQL into the value of a parameter. May throw: then nothing is asked. */
export type Change = (value: unknown) => unknown;

/**
 * A value of an argument while a statement is written. The statement may be asked again with other values of the same form
 * (`formOf`), so a text may be looked at only by its form; enums, booleans and integers are part of the form and known.
 */
export class Given {
  constructor(
    private readonly value: unknown,
    private readonly source: Source,
    /** Tells this value apart from all others of the statement. */
    private readonly path: string,
  ) {}

  /** A value of one call. */
  static of(value: unknown, path: string): Given {
    return new Given(value, () => value, `${path} = ${JSON.stringify(value)}`);
  }

  get isNull(): boolean {
    return this.value === null || this.value === undefined;
  }

  /** Nothing was given; a text of blanks counts as nothing. */
  get absent(): boolean {
    return this.isNull || (typeof this.value === 'string' && isBlank(this.value));
  }

  /** A text in the form of an id. */
  get isId(): boolean {
    return typeof this.value === 'string' && isUuid(this.value);
  }

  /** The value of an enum, a boolean or an integer. */
  known<T extends string | boolean | number>(): T {
    return this.value as T;
  }

  field(name: string): Given {
    const inner = (of: unknown) => (of as Record<string, unknown> | null | undefined)?.[name];
    return new Given(inner(this.value), (asking) => inner(this.source(asking)), `${this.path}.${name}`);
  }

  /** What stands for it in the text of the statement. */
  sql(parameters: Parameters, type: string, change?: { readonly name: string; readonly to: Change }): string {
    const { source } = this;
    const changed: Source = change ? (asking) => change.to(source(asking)) : source;
    return parameters.from(`${this.path} ${change?.name ?? ''}`, type, changed);
  }
}

const isBlank = (text: string) => text.trim() === '';

/**
 * The form of a value: two values of one form lead to the same statement. Enums, booleans and integers belong to it; of a
 * text only whether it is blank or an id, of a list only that it is there.
 */
export function formOf(value: unknown, type: GraphQLInputType): string {
  if (type instanceof GraphQLNonNull) return formOf(value, type.ofType);
  if (value === undefined) return 'u';
  if (value === null) return 'n';
  if (type instanceof GraphQLList) return 'l';
  if (isInputObjectType(type)) return formOfObject(value as Record<string, unknown>, type);
  return formOfLeaf(value, type);
}

function formOfObject(value: Readonly<Record<string, unknown>>, type: GraphQLInputObjectType): string {
  const parts = Object.values(type.getFields()).map(({ name, type: of }) => formOf(value[name], of));
  return `{${parts.join('')}}`;
}

function formOfLeaf(value: unknown, type: GraphQLInputType): string {
  if (type instanceof GraphQLEnumType || typeof value === 'boolean' || typeof value === 'number')
    return `<${String(value)}>`;
  if (isLeafType(type) && typeof value === 'string') return isBlank(value) ? 'b' : isUuid(value) ? 'i' : 't';
  return 'o';
}
