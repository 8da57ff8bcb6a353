import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrder, draft, openOrderWorld, REASON, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, passTo } from '../../support/rules.ts';
import type { Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

let people: OrderWorld;
let neighbour: Somebody;
beforeAll(async () => {
  people = await openOrderWorld();
  neighbour = await people.world.somebody('RESIDENT', COMMUNITY);
});
afterAll(() => people.world.close());

const again = async (id: string, ...actions: string[]) => {
  for (const action of actions) await takeStep(people, action, id);
};
/** An order of the resident, and one of the neighbour that goes on within it. */
async function merged(): Promise<{ readonly masterId: string; readonly mergedId: string }> {
  const masterId = await anOrder(people, 'SUBMITTED');
  const mergedId = await draft(neighbour);
  await neighbour.does('submit', mergedId);
  await people.reviewer.does('merge', mergedId, { masterId, reason: REASON });
  await again(masterId, 'approve', 'claim', 'start', 'finish', 'pass');
  return { masterId, mergedId };
}

describe('Supervision', () => {
  it('is not shaken off by giving the order back: the street answers', async () => {
    const { reviewer, world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    await takeStep(people, 'supervise', id);
    const before = await clockOf(world, id, 'replySupervision');
    await again(id, 'requestRelease', 'acceptRelease');
    expect(await clockOf(world, id, 'replySupervision')).toEqual(before);
    await reviewer.does('replySupervision', id, { text: '已重新发单' });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', supervised_at: null });
  });

  it('waits for its answer while others have the word', async () => {
    const { world } = people;
    const [checked, asked] = [await anOrder(people, 'DONE_PENDING_CHECK'), await anOrder(people, 'SUBMITTED')];
    for (const [id, action] of [[checked, 'pass'], [asked, 'askMore']] as const) {
      await takeStep(people, 'supervise', id);
      const before = await clockOf(world, id, 'replySupervision');
      await takeStep(people, action, id);
      expect(await clockOf(world, id, 'replySupervision')).toEqual(before);
      await people.reviewer.does('replySupervision', id, { text: '已答复' });
      expect(await clockOf(world, id, 'replySupervision')).toBeUndefined();
    }
  }); // prettier-ignore

  it('of one round is over in the next', async () => {
    const { world } = people;
    const id = await anOrder(people, 'DONE_PENDING_CHECK');
    await again(id, 'supervise', 'pass', 'rate', 'reopenWithUnit');
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', supervised_at: null });
    expect(await clockOf(world, id, 'replySupervision')).toBeUndefined();
  });
});

describe('What was merged', () => {
  it('and is taken out again leaves nobody waiting: the master is closed off', async () => {
    const { masterId, mergedId } = await merged();
    await takeStep(people, 'rate', masterId);
    expect(await columnsOf(people.world, masterId)).toMatchObject({ state: 'AWAITING_RATING' });
    await takeStep(people, 'unmerge', mergedId);
    expect(await columnsOf(people.world, masterId)).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
    const [clear] = await eventsOf(people.world, masterId, 'clear');
    expect(clear!.data).toMatchObject({ unanswered: 0 });
    expect(await columnsOf(people.world, mergedId)).toMatchObject({ state: 'SUBMITTED', master_id: null });
  });

  it('leaves a master that others still have to rate', async () => {
    const { masterId, mergedId } = await merged();
    await takeStep(people, 'unmerge', mergedId);
    expect(await columnsOf(people.world, masterId)).toMatchObject({ state: 'AWAITING_RATING' });
    expect(await takeStep(people, 'rate', masterId)).toMatchObject({ state: 'CLEARED' });
  });

  it.each(['reopen', 'reopenWithUnit'])('lets its orderer say that the problem is back (%s)', async (action) => {
    const { masterId } = await merged();
    await takeStep(people, 'rate', masterId);
    await neighbour.does('rate', masterId, { score: 4 });
    expect(await neighbour.does(action, masterId, { reason: REASON })).toMatchObject({ round: 2 });
  });
});

describe('A new round', () => {
  it.each([
    ['DISPUTED', 'returnToPool'],
    ['CLEARED', 'reopen'],
  ] as const)('shows nobody what the last unit planned and did: %s %s', async (state, action) => {
    const id = await anOrder(people, state);
    await takeStep(people, action, id);
    expect(await columnsOf(people.world, id)).toMatchObject({
      result: null,
      planned_start: null,
      planned_finish: null,
    });
    const [finish] = await eventsOf(people.world, id, 'finish');
    expect(finish!.data['text']).toContain('更换灯泡');
  });

  it('with the same unit has no plan yet', async () => {
    const id = await anOrder(people, 'CLEARED');
    await takeStep(people, 'reopenWithUnit', id);
    expect(await columnsOf(people.world, id)).toMatchObject({ planned_start: null, planned_finish: null });
  });

  it('says of units that never answered that it ended, not that they declined', async () => {
    const { world, reviewer } = people;
    const id = await anOrder(people, 'OPEN');
    await again(id, 'claimJoint', 'requestRelease', 'acceptRelease');
    const { rows } = await world.sql.query('SELECT state, answered_at FROM order_share WHERE order_id = $1', [id]);
    expect(rows).toEqual([{ state: 'ENDED', answered_at: null }]);
    expect(await reviewer.order(id, 'shares { state }')).toEqual({ shares: [{ state: 'ENDED' }] });
  });

  it('is on no agenda once somebody has taken the order', async () => {
    const { reviewer, world } = people;
    const [claimed, assigned] = [await anOrder(people, 'OPEN'), await anOrder(people, 'OPEN')];
    for (const [id, action] of [[claimed, 'claim'], [assigned, 'assign']] as const) {
      await takeStep(people, 'propose', id);
      const { proposed_at: at } = await columnsOf(world, id);
      expect(await reviewer.order(id, 'proposedAt')).toEqual({ proposedAt: (at as Date).toISOString() });
      await takeStep(people, action, id);
      expect(await reviewer.order(id, 'proposedAt')).toEqual({ proposedAt: null });
    }
  }); // prettier-ignore
});

it('draws one in ten orders that nobody rated for a call back, and shows the street which', async () => {
  const { reviewer, resident, world } = people;
  const asked = async (who: Somebody) =>
    ((await who.reads('{ orders(first: 100, filter: { callBack: true }) { nodes { id } } }'))['orders'].nodes as { id: string }[]).map(({ id }) => id);
  const id = await anOrder(people, 'AWAITING_RATING');
  await passTo(world, (await clockOf(world, id, 'clear'))!.dueAt, 1);
  for (let more = await world.sweep(); more > 0; more = await world.sweep());
  const drawn = Number.parseInt(id.slice(-4), 16) % 10 === 0;
  expect(await columnsOf(world, id)).toMatchObject({ call_back: drawn });
  await world.sql.query('UPDATE orders SET call_back = true WHERE id = $1', [id]);
  expect(await asked(reviewer)).toContain(id);
  expect(await asked(resident)).toEqual([]);
  await takeStep(people, 'reopen', id);
  expect(await columnsOf(world, id)).toMatchObject({ call_back: false });
}); // prettier-ignore
