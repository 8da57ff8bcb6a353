import { astFromValue, print, type GraphQLArgument } from 'graphql';
import { capitalised } from '../platform/graphql/names.ts';
import type { RootField } from './root-fields.ts';
import { acted, isList, isPage, listed, objectOf, paged, whole } from './selection.ts';

/** A first document for a root field: all its arguments as variables, and a selection that is useful and within the limits. */
export function draftOf({ operation, field }: RootField): string {
  const variables = field.args.map((arg) => `$${arg.name}: ${String(arg.type)}${defaultOf(arg)}`);
  const values = field.args.map(({ name }) => `${name}: $${name}`);
  const about = field.description ? `# ${field.description.replaceAll(/\s+/g, ' ')}\n` : '';
  const head = `${operation} ${capitalised(field.name)}${listOf(variables)}`;
  return `${about}${head} { ${field.name}${listOf(values)} ${selectionOf({ operation, field })} }`;
}

const listOf = (parts: readonly string[]) => (parts.length > 0 ? `(${parts.join(', ')})` : '');

function defaultOf(arg: GraphQLArgument): string {
  const value = arg.defaultValue === undefined ? null : astFromValue(arg.defaultValue, arg.type);
  return value ? ` = ${print(value)}` : '';
}

function selectionOf({ operation, field }: RootField): string {
  const type = objectOf(field);
  if (!type) return '';
  if (operation === 'mutation') return payload(type);
  if (isPage(type)) return paged(type);
  return operation === 'subscription' || isList(field) ? listed(type) : whole(type);
}

function payload(type: NonNullable<ReturnType<typeof objectOf>>): string {
  const parts = Object.values(type.getFields()).map((field) => {
    const object = objectOf(field);
    if (!object) return field.name;
    return `${field.name} ${field.name === 'userErrors' ? whole(object) : acted(object)}`;
  });
  return `{ ${parts.join(' ')} }`;
}
