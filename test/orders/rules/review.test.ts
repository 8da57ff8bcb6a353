import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrder, draft, openOrderWorld, REASON, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, inHours, mayDo, passTo, runOut, settle } from '../../support/rules.ts';
import { COMMUNITY, OTHER_STREET } from '../../support/world.ts';

let people: OrderWorld;
let elsewhere: string;
beforeAll(async () => {
  people = await openOrderWorld();
  await people.world.sql.query(`UPDATE service_category SET limits = '{}'`);
  const { rows } = await people.world.sql.query<{ code: string }>(
    `SELECT code FROM division WHERE parent_code = $1 LIMIT 1`,
    [OTHER_STREET],
  );
  elsewhere = rows[0]!.code;
});
afterAll(() => people.world.close());

const submitted = async () => anOrder(people, 'SUBMITTED');

describe('Appeal', () => {
  it('is decided by another reviewer than whoever rejected, whatever happens in between', async () => {
    const { reviewer, otherReviewer, resident } = people;
    const id = await anOrder(people, 'REJECTED');
    await resident.does('appeal', id, { reason: REASON });
    expect(await mayDo(reviewer, id)).toEqual([]);
    expect(await reviewer.isRefused('approve', id, { audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR' })).toMatchObject({ code: 'NOT_ALLOWED' });
    await otherReviewer.does('askMore', id, { question: '具体在哪里' });
    await resident.does('answer', id, { answer: '三号门', photos: [] });
    expect(await mayDo(reviewer, id)).toEqual([]);
    expect(await mayDo(otherReviewer, id)).toContain('approve');
  }); // prettier-ignore

  it('is possible once', async () => {
    const { otherReviewer, resident } = people;
    const id = await anOrder(people, 'REJECTED');
    await resident.does('appeal', id, { reason: REASON });
    await otherReviewer.does('reject', id, { cause: 'NOT_OURS', reason: REASON, basis: '服务公约第三条' });
    expect(await resident.isRefused('appeal', id, { reason: REASON })).toMatchObject({ code: 'ORDER_APPEAL_USED' });
    expect((await eventsOf(people.world, id)).map(({ action }) => action)).toEqual(['create', 'submit', 'reject', 'appeal', 'reject']);
  }); // prettier-ignore

  it('is possible for five working days', async () => {
    const [early, late] = [await anOrder(people, 'REJECTED'), await anOrder(people, 'REJECTED')];
    const calendar = await people.world.app.house.calendar();
    const { due } = calendar.due(people.world.now(), { unit: 'workdays', count: 5 });
    await passTo(people.world, due, -1);
    await people.resident.does('appeal', early, { reason: REASON });
    await passTo(people.world, due, 1);
    expect(await people.resident.isRefused('appeal', late, { reason: REASON })).toMatchObject({ code: 'ORDER_APPEAL_LATE' });
    expect(await columnsOf(people.world, late)).toMatchObject({ state: 'REJECTED', appealed: false });
  }); // prettier-ignore
});

describe('What is missing', () => {
  it('goes back to the reviewer with the answer', async () => {
    const id = await anOrder(people, 'NEED_INFO');
    expect(await clockOf(people.world, id, 'lapse')).toMatchObject({ limit: '5D' });
    await takeStep(people, 'answer', id);
    const [answer] = await eventsOf(people.world, id, 'answer');
    expect(answer).toMatchObject({ to: 'SUBMITTED', data: { text: '在三号门东侧', question: '请补充具体位置' } });
    expect(await clockOf(people.world, id, 'approve')).toMatchObject({ limit: '1WD' });
  });

  it('lapses after five days without an answer, and no light shines meanwhile', async () => {
    const id = await anOrder(people, 'NEED_INFO');
    expect(await people.reviewer.order(id, 'light dueAt')).toEqual({ light: null, dueAt: null });
    await passTo(people.world, (await clockOf(people.world, id, 'lapse'))!.dueAt, -1);
    await settle(people.world);
    expect(await people.resident.order(id, 'state')).toEqual({ state: 'NEED_INFO' });
    await runOut(people.world, id, 'lapse');
    expect(await people.resident.order(id, 'state')).toEqual({ state: 'SUBMITTED' });
    const [lapse] = await eventsOf(people.world, id, 'lapse');
    expect(lapse).toMatchObject({ role: 'CLOCK', from: 'NEED_INFO', data: { text: '未补充' } });
  });
});

describe('Merging', () => {
  it('lets orders go on within another one, and back', async () => {
    const [master, id] = [await anOrder(people, 'OPEN'), await anOrder(people, 'OPEN')];
    await takeStep(people, 'merge', id, { masterId: master });
    expect(await people.resident.order(id, 'state master { id }')).toEqual({ state: 'MERGED', master: { id: master } });
    expect(await people.reviewer.order(master, 'mergedOrders { id }')).toEqual({ mergedOrders: [{ id }] });
    expect(await clockOf(people.world, id, 'flagUnclaimed')).toBeUndefined();
    await takeStep(people, 'unmerge', id);
    expect(await columnsOf(people.world, id)).toMatchObject({ state: 'OPEN', master_id: null, held_state: null });
    expect(await clockOf(people.world, id, 'flagUnclaimed')).toMatchObject({ limit: '2WD' });
  });

  it('refuses itself, another street, what is over, and a master that would be a chain', async () => {
    const { reviewer, world } = people;
    const id = await submitted();
    const foreign = await draft(people.resident, { place: elsewhere });
    await people.resident.does('submit', foreign);
    const merge = (masterId: string, from = id) => reviewer.isRefused('merge', from, { masterId, reason: REASON });
    expect(await merge(id)).toMatchObject({ code: 'ORDER_MERGE_SELF' });
    for (const masterId of [foreign, await anOrder(people, 'CLEARED'), await anOrder(people, 'MERGED')])
      expect(await merge(masterId)).toMatchObject({ code: 'ORDER_MERGE_TARGET', path: ['input', 'masterId'] });
    const master = await submitted();
    await takeStep(people, 'merge', id, { masterId: master });
    expect(await merge(await submitted(), master)).toMatchObject({ code: 'ORDER_MERGE_HAS_OTHERS' });
    expect(await columnsOf(world, master)).toMatchObject({ state: 'SUBMITTED', master_id: null });
  });

  it('never makes a circle: A into B while B into A', async () => {
    const { reviewer, otherReviewer, world } = people;
    for (let round = 0; round < 6; round += 1) {
      const [a, b] = [await submitted(), await submitted()];
      const merge = (who: typeof reviewer, from: string, masterId: string) => who.calls('orderMerge', { orderId: from, masterId, reason: REASON });
      const answers = await Promise.all([merge(reviewer, a, b), merge(otherReviewer, b, a)]);
      const states = [await columnsOf(world, a), await columnsOf(world, b)].map(({ state }) => state as string);
      expect(answers.flatMap(({ answer }) => answer.errors)).toEqual([]);
      expect(states.filter((state) => state === 'MERGED').length).toBe(answers.filter(({ error }) => !error).length);
      expect(states.filter((state) => state === 'MERGED').length).toBeLessThanOrEqual(1);
    }
  }); // prettier-ignore

  it('takes many into one master at once', async () => {
    const master = await submitted();
    const ids = await Promise.all(Array.from({ length: 5 }, submitted));
    await Promise.all(ids.map((id) => takeStep(people, 'merge', id, { masterId: master })));
    expect((await people.reviewer.order(master, 'mergedOrders { id }'))!['mergedOrders']).toHaveLength(5);
  });
});

describe('The review', () => {
  it('keeps the original beside the edits and freezes the audience', async () => {
    const id = await submitted();
    await takeStep(people, 'approve', id, { title: '修理三号门路灯' });
    await people.world.unit('后来的单位');
    const [submit] = await eventsOf(people.world, id, 'submit');
    expect(submit!.data['snapshot']).toMatchObject({ title: '修路灯', content: '三号门的路灯不亮了' });
    const [approve] = await eventsOf(people.world, id, 'approve');
    expect(approve!.data['changes']).toMatchObject({ title: ['修路灯', '修理三号门路灯'] });
    expect((await people.reviewer.order(id, 'offers { unit { name } }'))!['offers']).toHaveLength(2);
  });

  it.each([
    ['URGENT', '24H'],
    ['NORMAL', '7WD'],
    ['COMPLEX', '15WD'],
  ])('gives %s work %s', async (urgency, limit) => {
    const id = await submitted();
    await takeStep(people, 'approve', id, { urgency });
    await takeStep(people, 'claim', id);
    expect(await clockOf(people.world, id, 'finish')).toMatchObject({ limit });
    expect((await clockOf(people.world, id, 'report')) !== undefined).toBe(false);
    await takeStep(people, 'start', id);
    expect((await clockOf(people.world, id, 'report')) !== undefined).toBe(urgency !== 'URGENT');
  });

  it('takes the limits of the category before those of the table', async () => {
    const { world } = people;
    const { rows } = await world.sql.query<{ code: string; limits: object }>(`SELECT code, limits FROM service_category WHERE code = 'PUBLIC_FACILITY'`);
    await world.sql.query(`UPDATE service_category SET limits = $1 WHERE code = 'PUBLIC_FACILITY'`, [{ approve: '4H', finish: '3WD', flagUnclaimed: '6H' }]);
    const id = await submitted();
    expect(await clockOf(world, id, 'approve')).toMatchObject({ limit: '4H' });
    await takeStep(people, 'approve', id);
    expect(await clockOf(world, id, 'flagUnclaimed')).toMatchObject({ limit: '6H' });
    await takeStep(people, 'claim', id);
    expect(await clockOf(world, id, 'finish')).toMatchObject({ limit: '3WD' });
    await world.sql.query('UPDATE service_category SET limits = $2 WHERE code = $1', [rows[0]!.code, rows[0]!.limits]);
  }); // prettier-ignore

  it('refuses days that have passed and units that are no members', async () => {
    const { reviewer, world, unitId } = people;
    const id = await submitted();
    const before = await columnsOf(world, id);
    const ask = { audience: 'CHOSEN', units: [unitId], urgency: 'NORMAL', needKind: 'REPAIR' };
    expect(await reviewer.isRefused('approve', id, { ...ask, finishBy: inHours(world, -1) })).toMatchObject({ code: 'ORDER_DUE_PAST' });
    expect(await reviewer.isRefused('approve', id, { ...ask, units: [] })).toMatchObject({ code: 'ORDER_UNITS_REQUIRED' });
    const stranger = await world.unit('外镇单位', [OTHER_STREET], OTHER_STREET);
    expect(await reviewer.isRefused('approve', id, { ...ask, units: [unitId, stranger] })).toMatchObject({ code: 'ORDER_UNIT_NOT_MEMBER', path: ['input', 'units', '1'] });
    expect(await columnsOf(world, id)).toEqual(before);
  }); // prettier-ignore

  it('refers with target and reason, and tells those to whom it was offered', async () => {
    const id = await anOrder(people, 'OPEN');
    await takeStep(people, 'refer', id);
    expect(await columnsOf(people.world, id)).toMatchObject({ state: 'REFERRED', referral: 'HOTLINE' });
    const { rows } = await people.world.sql.query<{ units: number }>(`SELECT cardinality(unit_ids) AS units FROM event WHERE subject_id = $1 AND action = 'refer'`, [id]);
    expect(rows[0]!.units).toBeGreaterThanOrEqual(2);
  }); // prettier-ignore
});

it('shows nobody a draft that was taken back before it was sent', async () => {
  const id = await anOrder(people, 'WITHDRAWN');
  const sent = await submitted();
  await takeStep(people, 'withdraw', sent);
  for (const who of [people.reviewer, people.community, people.committee, people.supervisor]) {
    expect(await who.order(id, 'state')).toBeNull();
    expect(await who.order(sent, 'state')).toEqual({ state: 'WITHDRAWN' });
    const { orders } = await who.reads('{ orders(first: 100, filter: { states: [WITHDRAWN] }) { totalCount nodes { id } } }');
    expect(orders.nodes).toEqual([{ id: sent }]);
  }
  expect(await people.resident.order(id, 'state')).toEqual({ state: 'WITHDRAWN' });
}); // prettier-ignore

it('orders on behalf need somebody to speak for, and a place where the official works', async () => {
  const { community } = people;
  const said = { residentName: '示例甲', residentPhone: '１３９００００１１１１', channel: 'HALL' };
  const id = await draft(community, said);
  expect(await columnsOf(people.world, id)).toMatchObject({ on_behalf: true, contact_phone: '139****1111' });
  const create = (more: object) => community.calls('orderCreate', { ...SAID, ...more, idempotencyKey: String(Math.random()) });
  expect((await create({})).error).toMatchObject({ code: 'ORDER_RESIDENT_REQUIRED' });
  expect((await create({ ...said, place: elsewhere })).error).toMatchObject({ code: 'ORDER_PLACE_OUTSIDE' });
}); // prettier-ignore
const SAID = { category: 'PUBLIC_FACILITY', title: '修路灯', content: '不亮', place: COMMUNITY, publishConsent: true, contactConsent: true, channel: 'HALL', photos: [] }; // prettier-ignore
