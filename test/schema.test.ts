import 'reflect-metadata';
import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { beforeAll, describe, expect, test } from '@jest/globals';
import {
  getOperationAST,
  isEnumType,
  isInputObjectType,
  isObjectType,
  isSpecifiedDirective,
  lexicographicSortSchema,
  parse,
  printSchema,
  validate,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { MODULES } from '../api/src/app.ts';
import { projectRoot } from '../api/src/platform/config/root.ts';
import { discover } from '../api/src/platform/discovery.ts';
import { rootFieldsOf } from '../api/src/platform/graphql/guard.ts';
import { checkOperation } from '../api/src/platform/graphql/limits.ts';
import { buildHouseSchema } from '../api/src/platform/graphql/schema.ts';

const DOCUMENTS = join(projectRoot(), 'schema', 'documents');
let schema: GraphQLSchema;
let documents: readonly { readonly name: string; readonly text: string }[];

beforeAll(async () => {
  ({ schema } = await buildHouseSchema(await discover(MODULES)));
  const names = (await readdir(DOCUMENTS)).filter((name) => name.endsWith('.graphql'));
  documents = await Promise.all(
    names.map(async (name) => ({ name, text: await readFile(join(DOCUMENTS, name), 'utf8') })),
  );
});

const ownTypes = (): readonly GraphQLNamedType[] =>
  Object.values(schema.getTypeMap()).filter(({ name }) => !name.startsWith('__'));

function rootNames(): string[] {
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()];
  return roots.flatMap((root) => Object.keys(root?.getFields() ?? {}));
}

describe('the schema', () => {
  test('is the one that is printed in the repository', async () => {
    const printed = await readFile(join(projectRoot(), 'schema', 'schema.graphql'), 'utf8');
    expect(`${printSchema(lexicographicSortSchema(schema))}\n`).toBe(printed);
  });

  test('describes every type, field, argument and value', () => {
    expect(ownTypes().flatMap(undescribed)).toEqual([]);
  });

  test('has no directive of its own that nobody described', () => {
    const own = schema.getDirectives().filter((directive) => !isSpecifiedDirective(directive));
    expect(own.filter(({ description }) => !description).map(({ name }) => name)).toEqual([]);
  });

  test('answers every mutation with a payload that can say no', () => {
    const payloads = Object.values(schema.getMutationType()!.getFields());
    const mute = payloads.filter(({ type }) => {
      const payload = schema.getType(String(type).replace(/!$/, ''));
      return !isObjectType(payload) || String(payload.getFields()['userErrors']?.type) !== '[UserError!]!';
    });
    expect(mute.map(({ name }) => name)).toEqual([]);
  });
});

describe('the documents', () => {
  test('there is one for every root field, called after it', () => {
    const called = new Set(documents.map(({ name }) => name));
    expect(rootNames().filter((name) => !called.has(`${name}.graphql`))).toEqual([]);
  });

  test('each holds one operation with a name of its own, and asks for what its file is called', () => {
    const operations = documents.map(({ name, text }) => {
      const document = parse(text);
      const operation = getOperationAST(document);
      expect([name, operation?.name?.value]).toEqual([name, expect.stringMatching(/^[A-Z]/)]);
      expect(rootFieldsOf(document, operation!)).toContain(name.replace('.graphql', ''));
      return operation!.name!.value;
    });
    expect(new Set(operations).size).toBe(operations.length);
  });

  test('each fits the schema and keeps within the limits of one operation', () => {
    for (const { name, text } of documents) {
      const document = parse(text);
      expect([name, validate(schema, document)]).toEqual([name, []]);
      expect(() => checkOperation(schema, document, getOperationAST(document)!, {})).not.toThrow();
    }
  });
});

interface Described {
  readonly name: string;
  readonly description?: string | null | undefined;
}

/** Paths of everything in a type that has no description. */
function undescribed(type: GraphQLNamedType): string[] {
  const parts = new Map<string, Described>([[type.name, type]]);
  const add = (path: string, part: Described) => parts.set(`${path}.${part.name}`, part);
  if (isEnumType(type)) for (const value of type.getValues()) add(type.name, value);
  if (isObjectType(type) || isInputObjectType(type))
    for (const field of Object.values(type.getFields())) {
      add(type.name, field);
      for (const arg of 'args' in field ? field.args : []) add(`${type.name}.${field.name}`, arg);
    }
  // Query, Mutation and Subscription are known to everybody.
  const roots = ['Query', 'Mutation', 'Subscription'];
  return [...parts].filter(([path, { description }]) => !description && !roots.includes(path)).map(([path]) => path);
}
