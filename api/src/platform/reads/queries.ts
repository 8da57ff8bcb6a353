import type { GraphQLSchema } from 'graphql';
import { Resolver } from 'type-graphql';
import type { Context } from '../graphql/context.ts';
import { classNamed } from '../graphql/input.ts';
import type { Arguments } from './field.ts';
import type { RootField } from './roots/root-field.ts';
import { allShapes, type View } from './shape.ts';

export type RootFields = Readonly<Record<string, RootField>>;

/** Root fields of a module, and the class by which type-graphql knows them. */
export interface Queries {
  readonly resolver: new () => object;
  readonly roots: RootFields;
}

/** Declares fields of Query. */
export function defineQueries(name: string, roots: RootFields): Queries {
  const resolver = classNamed(name);
  for (const [field, root] of Object.entries(roots)) root.declare(resolver.prototype as object, field);
  Resolver()(resolver);
  return { resolver, roots };
}

/** Puts the general executor's resolvers where the declarations are. */
export function attachReads(schema: GraphQLSchema, roots: RootFields): void {
  const query = schema.getQueryType()!.getFields();
  for (const [name, root] of Object.entries(roots))
    query[name]!.resolve = (_root, given: Arguments, context: Context, info) => root.resolve(given, context, info);
  for (const shape of allShapes()) {
    const type = schema.getType(shape.name);
    if (!type || !('getFields' in type)) continue;
    const fields = type.getFields() as Record<string, { resolve?: unknown }>;
    for (const [name, field] of shape.fields)
      if (!field.direct)
        fields[name]!.resolve = (view: View, given: Arguments, context: Context, info: unknown) =>
          field.resolve(view, given, context, info as never);
  }
}
