import 'reflect-metadata';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { getNamedType, getOperationAST, isEnumType, isInputObjectType, isListType, isNonNullType, parse, typeFromAST, type GraphQLSchema, type GraphQLType, type OperationDefinitionNode } from 'graphql'; // prettier-ignore
import type { Shown } from '../support/somebody.ts';
import { MODULES } from '../../api/src/app.ts';
import type { Viewer } from '../../api/src/kernel/viewer.ts';
import { discover } from '../../api/src/platform/discovery.ts';
import { readDocuments } from '../../api/src/platform/graphql/documents.ts';
import { buildHouseSchema } from '../../api/src/platform/graphql/schema.ts';
import { Plans } from '../../api/src/platform/reads/plan/plans.ts';

const post = { id: 'p', role: 'STREET_REVIEWER', scope: '610303001000', scopeName: '', endsAt: null } as const;
const reviewer: Viewer = { kind: 'PERSON', personId: '00000000-0000-7000-8000-000000000001', sessionId: null, post };

/** What is not read from declared types: passwords, sealed contacts, the audit, the calendar, and what is worked out in code. */
const COMPUTED = ['actionForm', 'auditActs', 'orderAudience', 'orderClaimPlans', 'orderProspect'];
const FIELD_BY_FIELD = [...COMPUTED, 'accounts', 'auditEntries', 'calendarYear', 'viewer'].toSorted();
const ROOT = join(import.meta.dirname, '../..');

it('plans every document of the interface that reads declared types', async () => {
  const documents = await readDocuments(join(ROOT, 'schema/documents'));
  const { fallen } = await planned([...documents.values()]);
  expect(fallen.map((word) => `${word[0]!.toLowerCase()}${word.slice(1)}`).toSorted()).toEqual(FIELD_BY_FIELD);
});

it('plans nine of ten questions of the pages', async () => {
  const texts = JSON.parse(await readFile(join(ROOT, 'dist/web/documents.json'), 'utf8')) as Record<string, string>;
  const { asked, fallen } = await planned(Object.values(texts));
  const share = (asked - fallen.length) / asked;
  process.stdout.write(
    `Pages: ${share.toFixed(2)} of ${String(asked)} questions are planned, not ${fallen.join(', ')}\n`,
  );
  expect(share).toBeGreaterThanOrEqual(0.9);
});

async function planned(texts: readonly string[]) {
  const { schema, roots } = await buildHouseSchema(await discover(MODULES));
  const plans = new Plans(schema, roots);
  const queries = [...new Set(texts.map((text) => text.trim()))].flatMap((text) => {
    const document = parse(text);
    const operation = getOperationAST(document)!;
    return operation.operation === 'query' ? [{ key: text, document, operation }] : [];
  });
  const fallen = queries.filter((one) => plans.for(one, givenTo(schema, one.operation), reviewer).plan === null);
  return { asked: queries.length, fallen: fallen.map(({ operation }) => operation.name!.value) };
}

/** Something for every variable that must be given. */
function givenTo(schema: GraphQLSchema, { variableDefinitions = [] }: OperationDefinitionNode): Shown {
  const given = variableDefinitions.map(({ variable, type }) => [
    variable.name.value,
    some(typeFromAST(schema, type)!),
  ]);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined)) as Shown;
}

function some(type: GraphQLType): unknown {
  if (!isNonNullType(type)) return undefined;
  const inner = type.ofType as GraphQLType;
  if (isListType(inner)) return [];
  if (isEnumType(inner)) return inner.getValues()[0]!.name;
  if (isInputObjectType(inner))
    return Object.fromEntries(Object.values(inner.getFields()).map(({ name, type }) => [name, some(type)]));
  return { Int: 2026, Boolean: true, DateTimeISO: '2026-11-02T00:00:00Z' }[getNamedType(inner).name] ?? 'x';
}
