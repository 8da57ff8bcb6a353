import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, takeStep, type OrderWorld } from '../../support/order-world.ts';
import type { Shown } from '../../support/somebody.ts';
import { COMMUNITY, DISTRICT } from '../../support/world.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

it('residents see who read their contact details, in which role and what for; neighbours do not', async () => {
  const id = await anOrder(people, 'CLAIMED');
  await people.liaison.does('revealContact', id, { purpose: '上门前联系' });
  const last = 'events(first: 1) { action text role unit { id } }';
  expect((await people.resident.order(id, last))!['events']).toEqual([
    { action: 'revealContact', text: '上门前联系', role: '单位联络员', unit: { id: people.unitId } },
  ]);
  const neighbour = await people.world.somebody('RESIDENT', COMMUNITY);
  const seen = (await neighbour.order(id, 'events(first: 50) { action }'))!['events'] as Shown[];
  expect(seen.map(({ action }) => action as string)).not.toContain('revealContact');
});

it('the auditor sees the acts and not what people wrote', async () => {
  const id = await anOrder(people, 'NEED_INFO', { content: '家里的独特情况说明' });
  await people.resident.does('answer', id, { answer: '补充的独特情况', photos: [] });
  const auditor = await people.world.somebody('AUDITOR', DISTRICT);
  const query = 'query ($id: ID) { auditEntries(first: 50, filter: { subject: $id }) { nodes { what detail } } }';
  const { nodes } = (await auditor.reads(query, { id }))['auditEntries'] as { nodes: Shown[] };
  expect(nodes.map(({ what }) => what as string)).toEqual([
    'order.answer',
    'order.askMore',
    'order.submit',
    'order.create',
  ]);
  expect(JSON.stringify(nodes)).not.toContain('独特情况');
});

it('the committee decides on an appeal where the only reviewer is the one who rejected', async () => {
  const id = await anOrder(people, 'REJECTED');
  await takeStep(people, 'appeal', id);
  expect(
    await people.reviewer.isRefused('approve', id, {
      audience: 'ALL',
      units: [],
      urgency: 'NORMAL',
      needKind: 'REPAIR',
    }),
  ).toMatchObject({
    code: 'NOT_ALLOWED',
  });
  const desk = (await people.committee.reads('{ orders(first: 5, filter: { bucket: TO_REVIEW }) { nodes { id } } }'))[
    'orders'
  ] as Shown;
  expect(desk['nodes']).toEqual([{ id }]);
  const approval = { audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR' };
  expect(await people.committee.does('approve', id, approval)).toMatchObject({ state: 'OPEN' });
});
