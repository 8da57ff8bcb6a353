import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import * as support from '../../support/agreement-world.ts';

const { agreementIn, does, ITEMS, OTHER_CLAUSES, seen } = support;

let cast: support.AgreementWorld;
beforeAll(async () => {
  cast = await support.openAgreementWorld();
});
afterAll(() => cast.world.close());

const PAGE = `id state stateLabel title startsOn endsOn light dueAt alliance { name ledBy } unit { name } community { name }
  clauses { title text } versions { n side person note at changes { kind title before after words { kind text } } }
  signatures { paper side person post at } statements { round side items { promised done } } reviews { round verdict remark }
  events(first: 20) { label at person } scans { url } viewerActions { action label mutation }`;

it('the page of an agreement is one statement, in one trip with the one that knows who asks', async () => {
  const of = await cast.newcomer();
  const id = await agreementIn(cast, 'ACTIVE', of);
  await does(of.lead, 'proposeAmendment', id, { clauses: OTHER_CLAUSES });
  await does(of.lead, 'stateFulfilment', id, { items: ITEMS });
  await seen(of.lead, id, PAGE);
  const { statements, trips } = await cast.world.trips(() => seen(of.lead, id, PAGE));
  expect([statements.length, trips]).toEqual([2, 1]);
});

// Who asks; begin; the row and its clocks; what is written; commit; what is shown.
it.each([
  ['send', 'DRAFT', 10],
  ['agree', 'NEGOTIATING', 8],
  ['sign', 'TO_SIGN', 9],
  ['stateFulfilment', 'ACTIVE', 7],
] as const)('%s needs few statements, in four trips', async (action, state, most) => {
  const of = await cast.newcomer();
  const id = await agreementIn(cast, state, of);
  const who = action === 'send' ? cast.secretary : of.lead;
  const input = action === 'stateFulfilment' ? { items: ITEMS } : {};
  const { statements, trips } = await cast.world.trips(() => does(who, action, id, input, 'id state'));
  expect(statements.length).toBeLessThanOrEqual(most);
  expect(trips).toBeLessThanOrEqual(4);
});
