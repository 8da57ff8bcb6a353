import 'reflect-metadata';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { getOperationAST, parse } from 'graphql';
import { MODULES } from '../../api/src/app.ts';
import type { Viewer } from '../../api/src/kernel/viewer.ts';
import { discover } from '../../api/src/platform/discovery.ts';
import { readDocuments } from '../../api/src/platform/graphql/documents.ts';
import { buildHouseSchema } from '../../api/src/platform/graphql/schema.ts';
import { Plans } from '../../api/src/platform/reads/plan/plans.ts';

const post = { id: 'p', role: 'STREET_REVIEWER', scope: '610303001000', scopeName: '', endsAt: null } as const;
const reviewer: Viewer = { kind: 'PERSON', personId: '00000000-0000-7000-8000-000000000001', sessionId: null, post };
const VALUES = { id: 'x', code: 'x', year: 2026 };

/** Their types are not declared yet: passwords, sealed contacts, what the auditor reads, the calendar. */
const FIELD_BY_FIELD = ['accounts', 'auditEntries', 'calendarYear', 'viewer'];

it('plans every document of the console that reads declared types', async () => {
  const { schema, roots } = await buildHouseSchema(await discover(MODULES));
  const plans = new Plans(schema, roots);
  const documents = await readDocuments(join(import.meta.dirname, '../../schema/documents'));
  const asked = [...new Set([...documents.values()].map((text) => text.trim()))].flatMap((text) => {
    const document = parse(text);
    const operation = getOperationAST(document)!;
    return operation.operation === 'query' ? [{ key: text, document, operation }] : [];
  });
  const name = ({ operation }: (typeof asked)[number]) => {
    const word = operation.name!.value;
    return `${word[0]!.toLowerCase()}${word.slice(1)}`;
  };
  const fallen = asked.filter((one) => plans.for(one, VALUES, reviewer).plan === null).map(name);
  process.stdout.write(
    `Documents: ${String(asked.length - fallen.length)} of ${String(asked.length)} queries are planned\n`,
  );
  expect(fallen.toSorted()).toEqual(FIELD_BY_FIELD);
});
