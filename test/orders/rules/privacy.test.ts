import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anOrder,
  draft,
  openOrderWorld,
  photo,
  plan,
  REASON,
  takeStep,
  type OrderWorld,
} from '../../support/order-world.ts';
import type { Shown, Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

const SECRET = '我家三号楼二单元二〇一';
const STORY = 'events(first: 50) { action text reason } ratings { text } evaluations { text } question result';

let people: OrderWorld;
let neighbour: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
  neighbour = await people.world.somebody('RESIDENT', COMMUNITY);
});
afterAll(() => people.world.close());

/** A published order in whose course somebody said where they live. */
async function told(): Promise<string> {
  const id = await draft(people.resident);
  await people.resident.does('submit', id);
  await takeStep(people, 'askMore', id);
  await people.resident.does('answer', id, { answer: SECRET, photos: [] });
  await takeStep(people, 'approve', id);
  return id;
}

const said = (order: Shown | null) => JSON.stringify(order);

describe('what was said on the way', () => {
  it('is read by those whose business the order is, and by nobody else', async () => {
    const id = await told();
    for (const insider of [people.resident, people.reviewer, people.community])
      expect(said(await insider.order(id, STORY))).toContain(SECRET);
    for (const other of [neighbour, people.rival]) {
      const shown = await other.order(id, STORY);
      expect(shown!['events'].map(({ action }: Shown) => action)).toContain('answer');
      expect(said(shown)).not.toContain(SECRET);
    }
  });

  it('a note is read only by those who may leave one', async () => {
    const id = await anOrder(people, 'IN_PROGRESS');
    await people.reviewer.does('note', id, { text: SECRET });
    expect(said(await people.liaison.order(id, STORY))).toContain(SECRET);
    expect(said(await people.resident.order(id, STORY))).not.toContain(SECRET);
  });

  it('the parts of a joint claim are not told to units that cannot claim it any more', async () => {
    const third = await people.world.somebody('UNIT_LIAISON', await people.world.unit('演示医院丁'));
    const id = await anOrder(people, 'OPEN');
    const input = { ...plan(people.world), coUnits: [people.rivalUnitId], parts: SECRET, idempotencyKey: randomUUID() };
    await people.liaison.does('claimJoint', id, input);
    expect(said(await people.rival.order(id, 'shares { part }'))).toContain(SECRET);
    expect(await third.order(id, 'title shares { part }')).toEqual({ title: null, shares: [] });
  });
});

it('whoever is merged into an order that is not public reads neither its words nor its photos', async () => {
  const masterId = await anOrder(people, 'DRAFT', { publishConsent: false, photos: [await people.resident.uploads(await photo(), 'BEFORE')] });
  await people.resident.does('submit', masterId);
  const merged = await draft(neighbour, { publishConsent: false });
  await neighbour.does('submit', merged);
  await people.reviewer.does('merge', merged, { masterId, reason: REASON });
  expect(await neighbour.order(masterId, 'state title content photos { id } contact { name }')).toEqual({
    ...{ state: 'SUBMITTED', title: null, content: null, photos: [], contact: null },
  });
  for (const [who, action] of [[people.resident, 'withdraw'], [people.reviewer, 'reject'], [people.reviewer, 'refer']] as const) {
    const input = { reason: REASON, ...(action === 'reject' ? { cause: 'PRIVATE', basis: '公约' } : {}), ...(action === 'refer' ? { target: 'LEDGER' } : {}) };
    expect(await who.isRefused(action, masterId, input)).toMatchObject({ code: 'ORDER_HAS_MERGED' });
  }
}); // prettier-ignore

it('an id that can be none is answered like an order that does not exist, also by steps with a key', async () => {
  for (const orderId of ['abc', '', 'x'.repeat(5000)])
    expect(await people.liaison.isRefused('claim', orderId, plan(people.world))).toMatchObject({ code: 'NOT_FOUND' });
});

it('a day that was fixed and has passed no longer keeps anybody from claiming', async () => {
  const id = await anOrder(people, 'SUBMITTED');
  const finishBy = new Date(people.world.now().getTime() + 3_600_000).toISOString();
  await takeStep(people, 'approve', id, { finishBy });
  people.world.later({ hours: 2 });
  expect(await takeStep(people, 'claim', id)).toMatchObject({ state: 'CLAIMED' });
});

it('two reviewers who listen to the same desk are each shown their own rights', async () => {
  const shown = 'action order { id viewerActions { action } }';
  const [one, other] = [
    people.reviewer.listens('reviewDesk', shown),
    people.otherReviewer.listens('reviewDesk', shown),
  ];
  await Promise.all([one.opened, other.opened]);
  const id = await anOrder(people, 'REJECTED');
  await takeStep(people, 'appeal', id);
  const appeal = (heard: readonly Shown[]) => heard.find(({ action, order }) => action === 'appeal' && order.id === id);
  await until(() => Boolean(appeal(one.heard) && appeal(other.heard)));
  expect(appeal(one.heard)!['order'].viewerActions.map(({ action }: Shown) => action)).not.toContain('approve');
  expect(appeal(other.heard)!['order'].viewerActions.map(({ action }: Shown) => action)).toContain('approve');
  await Promise.all([one.client.dispose(), other.client.dispose()]);
});

async function until(holds: () => boolean): Promise<void> {
  const end = performance.now() + 5000;
  while (!holds() && performance.now() < end) await new Promise((resolve) => setTimeout(resolve, 20));
}
