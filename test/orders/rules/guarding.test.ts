import 'reflect-metadata';
import { afterAll, afterEach, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, plan, REASON, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, inHours } from '../../support/rules.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
  await people.world.sql.query(`UPDATE service_category SET limits = '{}'`);
});
afterAll(() => people.world.close());

const turn = (unitId: string, state: 'ACTIVE' | 'SUSPENDED') =>
  people.world.sql.query('UPDATE unit SET state = $2 WHERE id = $1', [unitId, state]);

describe('A unit that was suspended', () => {
  afterEach(() => Promise.all([turn(people.unitId, 'ACTIVE'), turn(people.rivalUnitId, 'ACTIVE')]));

  it('takes nothing new', async () => {
    const { liaison, world, unitId, rivalUnitId } = people;
    const id = await anOrder(people, 'OPEN');
    const before = await columnsOf(world, id);
    await turn(unitId, 'SUSPENDED');
    const joint = { ...plan(world), coUnits: [rivalUnitId], parts: '分工' };
    expect(await liaison.isRefused('claim', id, plan(world))).toMatchObject({ code: 'ORDER_UNIT_SUSPENDED' });
    expect(await liaison.isRefused('claimJoint', id, joint)).toMatchObject({ code: 'ORDER_UNIT_SUSPENDED' });
    expect(await columnsOf(world, id)).toEqual(before);
  });

  it('is neither invited nor takes its part', async () => {
    const { liaison, rival, world, rivalUnitId } = people;
    const [id, invited] = [await anOrder(people, 'OPEN'), await anOrder(people, 'OPEN')];
    await takeStep(people, 'claimJoint', invited);
    await turn(rivalUnitId, 'SUSPENDED');
    const joint = { ...plan(world), coUnits: [rivalUnitId], parts: '分工' };
    expect(await liaison.isRefused('claimJoint', id, joint)).toMatchObject({ code: 'ORDER_UNIT_SUSPENDED', path: ['input', 'coUnits', '0'] });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', unit_id: null });
    expect(await rival.isRefused('acceptShare', invited)).toMatchObject({ code: 'ORDER_UNIT_SUSPENDED' });
    await takeStep(people, 'declineShare', invited);
  }); // prettier-ignore

  it('does not get back what it had done', async () => {
    const id = await anOrder(people, 'CLEARED');
    await turn(people.unitId, 'SUSPENDED');
    expect(await people.resident.isRefused('reopenWithUnit', id, { reason: REASON })).toMatchObject({ code: 'ORDER_UNIT_SUSPENDED' });
    await takeStep(people, 'reopen', id);
  }); // prettier-ignore
});

describe('An extension', () => {
  it('is measured by the time before any extension, and there is no third', async () => {
    const { liaison, committee, world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    const { startedAt, dueAt } = (await clockOf(world, id, 'finish'))!;
    const length = dueAt.getTime() - startedAt.getTime();
    const ask = (ms: number) => ({ until: new Date(ms).toISOString(), reason: REASON });
    await liaison.does('requestExtend', id, ask(dueAt.getTime() + length));
    await takeStep(people, 'grantExtend', id);
    const now = (await clockOf(world, id, 'finish'))!.dueAt.getTime();
    expect(await liaison.isRefused('requestExtend', id, ask(now + length + 60_000))).toMatchObject({ code: 'ORDER_EXTEND_TOO_LONG' });
    await liaison.does('requestExtend', id, ask(now + length - 60_000));
    await committee.does('grantExtend', id);
    expect(await liaison.isRefused('requestExtend', id, ask(now + length))).toMatchObject({ code: 'ORDER_EXTEND_USED' });
    expect(await columnsOf(world, id)).toMatchObject({ extend_count: 2, extend_to: null });
  }); // prettier-ignore
});

describe('Times', () => {
  it('of what was done do not lie ahead', async () => {
    const { liaison, world } = people;
    const id = await anOrder(people, 'CLAIMED');
    const refusal = await liaison.isRefused('start', id, { contactedAt: inHours(world, 1), contactedHow: '电话' });
    expect(refusal).toMatchObject({ code: 'ORDER_TIME_AHEAD', path: ['input', 'contactedAt'] });
    await liaison.does('start', id, { contactedAt: inHours(world, -1), contactedHow: '电话' });
  });

  it('of what is planned are not before today', async () => {
    const { liaison, world } = people;
    const id = await anOrder(people, 'OPEN');
    const refusal = await liaison.isRefused('claim', id, { plannedStart: inHours(world, -24), plannedFinish: inHours(world, 20) });
    expect(refusal).toMatchObject({ code: 'ORDER_PLAN_PAST', path: ['input', 'plannedStart'] });
    // Ten in the morning: the work may have begun at nine.
    await liaison.does('claim', id, { plannedStart: inHours(world, -1), plannedFinish: inHours(world, 20) });
  }); // prettier-ignore
});

it('says in the history who should do it instead', async () => {
  const id = await anOrder(people, 'CLAIMED');
  await takeStep(people, 'requestRelease', id);
  const [asked] = await eventsOf(people.world, id, 'requestRelease');
  expect(asked!.data).toMatchObject({ text: '应由演示学校乙办理，依据：职责分工', rightUnit: '演示学校乙', basis: '职责分工' });
}); // prettier-ignore

it('searches for two to sixty characters', async () => {
  const { reviewer } = people;
  const id = await anOrder(people, 'OPEN', { title: '检修水泵' });
  const search = (words: string) => reviewer.ask('query ($words: String) { orders(filter: { search: $words }) { nodes { id } } }', { words });
  for (const words of ['泵', ' 泵 ', '泵'.repeat(61)]) {
    const { errors } = await search(words);
    expect(errors).toMatchObject([{ message: '搜索内容应为2至60个字。', extensions: { code: 'BAD_USER_INPUT' } }]);
  }
  expect((await search('水泵')).data!['orders'].nodes).toEqual([{ id }]);
  expect((await search(' ')).errors).toEqual([]);
}); // prettier-ignore
