import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anOrder,
  draft,
  inputFor,
  openOrderWorld,
  REASON,
  takeStep,
  type OrderWorld,
} from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, mayDo, pass, runOut } from '../../support/rules.ts';
import type { Somebody } from '../../support/somebody.ts';
import { COMMUNITY } from '../../support/world.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
  await people.world.sql.query(`UPDATE service_category SET limits = '{}'`);
});
afterAll(() => people.world.close());

const again = async (id: string, ...actions: string[]) => {
  for (const action of actions) await takeStep(people, action, id);
};
/** A person gets one more post. */
async function alsoHolds({ who }: Somebody, role: string, scope: string): Promise<void> {
  await people.world.sql.query(
    `INSERT INTO post (id, person_id, role, scope, starts_at) SELECT gen_random_uuid(), $1, $2, $3, starts_at FROM post WHERE person_id = $1 LIMIT 1`,
    [who.id, role, scope],
  );
}

describe('The work', () => {
  it('is reported on every five working days, and each report starts the time anew', async () => {
    const { world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    const first = (await clockOf(world, id, 'report'))!;
    expect(first.limit).toBe('5WD');
    await pass(world, { days: 1 });
    await takeStep(people, 'report', id);
    expect((await clockOf(world, id, 'report'))!.dueAt.getTime()).toBeGreaterThan(first.dueAt.getTime());
    expect((await eventsOf(world, id, 'report'))[0]!.clocks).toMatchObject([{ action: 'report', light: 'GREEN' }]);
  });

  it('is done only with a photo of the result', async () => {
    const { liaison, world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    const refusal = await liaison.isRefused('finish', id, { result: '已经修好了，可以正常使用', photos: [] });
    expect(refusal).toMatchObject({ code: 'ORDER_PHOTO_REQUIRED', path: ['input', 'photos'] });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', result: null });
    await takeStep(people, 'finish', id);
    expect((await eventsOf(world, id, 'finish'))[0]!.clocks.map(({ action }) => action).toSorted()).toEqual(['finish', 'report']);
  }); // prettier-ignore
});

describe('The check', () => {
  it('is not made by anybody of the units that did the work, whichever post they act in', async () => {
    const { world, unitId, rivalUnitId } = people;
    const [ofUnit, ofCoUnit] = await world.people([['COMMUNITY_WORKER', COMMUNITY], ['COMMUNITY_WORKER', COMMUNITY]]); // prettier-ignore
    await alsoHolds(ofUnit!, 'UNIT_LIAISON', unitId);
    await alsoHolds(ofCoUnit!, 'UNIT_LIAISON', rivalUnitId);
    const id = await anOrder(people, 'OPEN');
    await again(id, 'claimJoint', 'acceptShare', 'start', 'finish');
    for (const who of [ofUnit!, ofCoUnit!])
      for (const action of ['pass', 'rework'])
        expect(await who.isRefused(action, id, await inputFor(people, action, id))).toMatchObject({ code: 'ORDER_CHECKER_INVOLVED' });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'DONE_PENDING_CHECK', rework_count: 0 });
    await takeStep(people, 'pass', id);
  }); // prettier-ignore

  it('gives public notice or says why not', async () => {
    const { community } = people;
    const id = await anOrder(people, 'DONE_PENDING_CHECK');
    const finding = { onSite: true, finding: '已修好', publicNotice: false, photos: [] };
    expect(await community.isRefused('pass', id, finding)).toMatchObject({ code: 'ORDER_NOTICE_OR_REASON' });
    expect(await community.isRefused('pass', id, { ...finding, notPublicReason: '太短' })).toMatchObject({ code: 'INPUT_TOO_SHORT' });
    await community.does('pass', id, { ...finding, notPublicReason: '涉及住户个人隐私不宜公示' });
  }); // prettier-ignore

  it('sends it back for three working days', async () => {
    const { world } = people;
    const id = await anOrder(people, 'DONE_PENDING_CHECK');
    expect(await clockOf(world, id, 'pass')).toMatchObject({ limit: '2WD' });
    await takeStep(people, 'rework', id);
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', rework_count: 1 });
    expect(await clockOf(world, id, 'finish')).toMatchObject({ limit: '3WD' });
    expect(await clockOf(world, id, 'report')).toBeUndefined();
    await again(id, 'finish', 'pass', 'rate');
  });
});

describe('The rating', () => {
  it('is asked of everybody whose order was merged, and closes when all are satisfied', async () => {
    const { world, resident } = people;
    const [second] = await world.people([['RESIDENT', COMMUNITY]]);
    const master = await anOrder(people, 'SUBMITTED');
    const merged = await draft(second!);
    await second!.does('submit', merged);
    await takeStep(people, 'merge', merged, { masterId: master });
    await again(master, 'approve', 'claim', 'start', 'finish', 'pass', 'rate');
    expect(await columnsOf(world, master)).toMatchObject({ state: 'AWAITING_RATING' });
    expect(await resident.isRefused('rate', master, { score: 5 })).toMatchObject({ code: 'ORDER_ALREADY_RATED' });
    expect(await mayDo(second!, master)).toEqual(expect.arrayContaining(['rate', 'dispute']));
    expect(await mayDo(second!, master)).not.toContain('withdraw');
    expect(await second!.reads('{ orderDesk { bucket count } }')).toMatchObject({ orderDesk: expect.arrayContaining([{ bucket: 'TO_RATE', count: 1 }]) });
    expect(await second!.does('rate', master, { score: 4 })).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
    expect((await eventsOf(world, master)).slice(-2).map(({ action, role }) => [action, role])).toEqual([['rate', 'RESIDENT'], ['clear', 'CLOCK']]);
  }); // prettier-ignore

  it('that never came is no satisfaction: cleared unrated, one in ten called back', async () => {
    const { world } = people;
    const id = await anOrder(people, 'AWAITING_RATING');
    expect(await clockOf(world, id, 'clear')).toMatchObject({ limit: '14D' });
    await runOut(world, id, 'clear');
    expect(await columnsOf(world, id)).toMatchObject({ state: 'CLEARED', closing: 'UNRATED', serial: expect.stringMatching(/^销610303001-2026-\d{5}$/) });
    const [clear] = await eventsOf(world, id, 'clear');
    expect(clear!.data).toMatchObject({ text: '未评价', unanswered: 1, callBack: Number.parseInt(id.slice(-4), 16) % 10 === 0 });
  }); // prettier-ignore
});

describe('A dispute', () => {
  it('is answered by the unit and decided by the street: the same unit again, then the resident is asked again', async () => {
    const { world } = people;
    const id = await anOrder(people, 'DISPUTED');
    expect(await clockOf(world, id, 'redo')).toMatchObject({ limit: '2WD' });
    await again(id, 'respond', 'redo');
    expect(await clockOf(world, id, 'finish')).toMatchObject({ limit: '3WD' });
    await again(id, 'finish', 'pass');
    expect(await people.resident.reads('{ orders(filter: { bucket: TO_RATE }) { nodes { id } } }')).toMatchObject({ orders: { nodes: [{ id }] } });
    expect(await takeStep(people, 'rate', id)).toMatchObject({ state: 'CLEARED', closing: 'RATED' });
    const { ratings } = (await people.reviewer.order(id, 'ratings { satisfied }'))!;
    expect(ratings).toEqual(expect.arrayContaining([{ satisfied: false }, { satisfied: true }]));
  }); // prettier-ignore

  it('can go back to the pool, where another unit takes it', async () => {
    const { world, rival, rivalUnitId } = people;
    const id = await anOrder(people, 'DISPUTED');
    await takeStep(people, 'returnToPool', id);
    expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', unit_id: null });
    await rival.does('claim', id, await inputFor(people, 'claim', id));
    expect(await columnsOf(world, id)).toMatchObject({ state: 'CLAIMED', unit_id: rivalUnitId });
    const { rows } = await world.sql.query('SELECT at_fault FROM order_claim WHERE order_id = $1 AND released_at IS NOT NULL', [id]);
    expect(rows).toEqual([{ at_fault: true }]);
  }); // prettier-ignore

  it('can be closed with a public explanation; both statements stay', async () => {
    const id = await anOrder(people, 'DISPUTED');
    await again(id, 'respond', 'closeDispute');
    expect(await columnsOf(people.world, id)).toMatchObject({ state: 'CLEARED', closing: 'DISPUTE_CLOSED', serial: expect.any(String) });
    const events = await eventsOf(people.world, id);
    expect(events.find(({ action }) => action === 'dispute')!.reason).toBe(REASON);
    expect(events.find(({ action }) => action === 'respond')!.data['text']).toContain('线路老化');
  }); // prettier-ignore
});

describe('A relapse', () => {
  it('keeps number and serial, counts one round more, and is rated again', async () => {
    const { world } = people;
    const id = await anOrder(people, 'CLEARED');
    const { number, serial } = await columnsOf(world, id);
    await takeStep(people, 'reopen', id);
    expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', number, serial, round: 2, unit_id: null, closing: null, cleared_at: null });
    await again(id, 'claim', 'start', 'finish', 'pass', 'rate');
    expect(await columnsOf(world, id)).toMatchObject({ state: 'CLEARED', number, serial, round: 2 });
    await takeStep(people, 'evaluate', id);
    expect(await people.committee.isRefused('evaluate', id, await inputFor(people, 'evaluate', id))).toMatchObject({ code: 'ORDER_ALREADY_EVALUATED' });
    await takeStep(people, 'reopenWithUnit', id);
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', number, serial, round: 3, unit_id: people.unitId });
    expect(await clockOf(world, id, 'finish')).toMatchObject({ limit: '7WD' });
  }); // prettier-ignore

  it('is the resident’s for 30 days and the street’s for 180', async () => {
    const { world, resident, reviewer } = people;
    const [first, second, third] = [await anOrder(people, 'CLEARED'), await anOrder(people, 'CLEARED'), await anOrder(people, 'CLEARED')];
    await pass(world, { days: 29, hours: 23 });
    await resident.does('reopen', first, { reason: REASON });
    await pass(world, { days: 1 });
    expect(await resident.isRefused('reopen', second, { reason: REASON })).toMatchObject({ code: 'ORDER_REOPEN_LATE' });
    await pass(world, { days: 148, hours: 23 });
    await reviewer.does('reopenWithUnit', second, { reason: REASON });
    await pass(world, { days: 1 });
    expect(await reviewer.isRefused('reopen', third, { reason: REASON })).toMatchObject({ code: 'ORDER_REOPEN_LATE' });
    expect(await columnsOf(world, third)).toMatchObject({ state: 'CLEARED', round: 1 });
  }); // prettier-ignore
});
