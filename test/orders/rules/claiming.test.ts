import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import {
  anOrder,
  openOrderWorld,
  plan,
  REASON,
  REQUEST,
  takeStep,
  type OrderWorld,
} from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, inHours, mayDo, pass, settle } from '../../support/rules.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
});
afterAll(() => people.world.close());

describe('The plan of a claim', () => {
  it.each([
    ['ends before it begins', 20, 2, 'ORDER_PLAN_ORDER'],
    ['ends after the limit', 1, 24 * 30, 'ORDER_PLAN_LATE'],
    ['lies in the past', -48, -24, 'ORDER_DUE_PAST'],
  ])('is refused when it %s', async (_title, start, finish, code) => {
    const { world, liaison } = people;
    const id = await anOrder(people, 'OPEN');
    const before = await columnsOf(world, id);
    const refusal = await liaison.isRefused('claim', id, { plannedStart: inHours(world, start), plannedFinish: inHours(world, finish) });
    expect(refusal).toMatchObject({ code, path: ['input', 'plannedFinish'] });
    expect(await columnsOf(world, id)).toEqual(before);
    expect(await takeStep(people, 'claim', id)).toMatchObject({ state: 'CLAIMED' });
  }); // prettier-ignore

  it('makes the day of the start a promise, three working days at most', async () => {
    const { world, liaison } = people;
    const id = await anOrder(people, 'OPEN');
    const plannedStart = inHours(world, 5);
    await liaison.does('claim', id, { plannedStart, plannedFinish: inHours(world, 20) });
    expect((await clockOf(world, id, 'start'))!.dueAt.toISOString()).toBe(plannedStart);
    const far = await anOrder(people, 'OPEN');
    await liaison.does('claim', far, { plannedStart: inHours(world, 100), plannedFinish: inHours(world, 110) });
    expect(await clockOf(world, far, 'start')).toMatchObject({ limit: '3WD' });
    expect((await clockOf(world, far, 'start'))!.dueAt.getTime()).toBeLessThan(world.now().getTime() + 86 * 3_600_000);
  });
});

describe('A joint claim', () => {
  const joint = async () => {
    const id = await anOrder(people, 'OPEN');
    await takeStep(people, 'claimJoint', id);
    return id;
  };
  const sharesOf = async (id: string) => (await people.reviewer.order(id, 'shares { state }'))!['shares'] as unknown;

  it('is led by whoever took it; others accept', async () => {
    const id = await joint();
    expect(await clockOf(people.world, id, 'acceptShare')).toMatchObject({ limit: '1WD' });
    await takeStep(people, 'acceptShare', id);
    expect(await sharesOf(id)).toEqual([{ state: 'ACCEPTED' }]);
    expect(await clockOf(people.world, id, 'acceptShare')).toBeUndefined();
    expect(await mayDo(people.rival, id)).not.toContain('finish');
    expect(await people.rival.isRefused('acceptShare', id)).toMatchObject({ code: 'NOT_ALLOWED' });
  });

  it('goes on without those who decline', async () => {
    const id = await joint();
    await takeStep(people, 'declineShare', id);
    expect(await sharesOf(id)).toEqual([{ state: 'DECLINED' }]);
    expect(await clockOf(people.world, id, 'acceptShare')).toBeUndefined();
    expect(await takeStep(people, 'start', id)).toMatchObject({ state: 'IN_PROGRESS' });
  });

  it('does not wait for those who say nothing: the street is told once', async () => {
    const id = await joint();
    await pass(people.world, { days: 3 });
    await settle(people.world);
    const missed = await eventsOf(people.world, id, 'deadlineMissed');
    expect(missed.filter(({ data }) => data['duty'] === 'acceptShare').map(({ data }) => data['escalatedTo'])).toContain('street');
    expect(await takeStep(people, 'start', id)).toMatchObject({ state: 'IN_PROGRESS' });
  }); // prettier-ignore

  it('asks only units of the audience, and never itself', async () => {
    const { liaison, world, unitId } = people;
    const id = await anOrder(people, 'OPEN');
    const outside = await world.unit('不在范围的单位');
    for (const unit of [unitId, outside])
      expect(
        await liaison.isRefused('claimJoint', id, { ...plan(world), coUnits: [unit], parts: '分工' }),
      ).toMatchObject({
        ...{ code: 'ORDER_CO_UNIT_NOT_ELIGIBLE', path: ['input', 'coUnits', '0'] },
      });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', unit_id: null, shares_open: 0 });
  });

  it('ends for all of them when the order is given back', async () => {
    const { world, rival } = people;
    const id = await joint();
    for (const action of ['acceptShare', 'start', 'requestRelease', 'acceptRelease'])
      await takeStep(people, action, id);
    const next = await world.unit('接手的单位');
    const [successor] = await world.people([['UNIT_LIAISON', next]]);
    await people.reviewer.does('widen', id, { audience: 'CHOSEN', units: [next], reason: REASON });
    await successor!.does('claim', id, plan(world));
    expect(await rival.order(id, 'title contact { name }')).toEqual({ title: null, contact: null });
  });
});

describe('An order that nobody claims', () => {
  const unclaimed = async () => {
    const id = await anOrder(people, 'OPEN');
    await people.rival.reads('{ orders(filter: { bucket: TO_CLAIM }) { nodes { id } } }');
    await new Promise((resolve) => setTimeout(resolve, 400));
    await pass(people.world, { days: 5 });
    await settle(people.world);
    return id;
  };

  it('is flagged after two working days, with the list of those who saw it, and stays claimable', async () => {
    const { world, rivalUnitId } = people;
    const id = await unclaimed();
    const [flag] = await eventsOf(world, id, 'flagUnclaimed');
    expect(flag).toMatchObject({ role: 'CLOCK', from: 'OPEN', to: 'OPEN', data: { seenBy: expect.arrayContaining([rivalUnitId]) } });
    expect(await clockOf(world, id, 'assign')).toMatchObject({ limit: '1WD' });
    expect(await people.reviewer.reads('{ orders(filter: { bucket: TO_DECIDE }) { nodes { id } } }')).toMatchObject({ orders: { nodes: expect.arrayContaining([{ id }]) } });
    await settle(world);
    expect(await eventsOf(world, id, 'flagUnclaimed')).toHaveLength(1);
    expect(await takeStep(people, 'claim', id)).toMatchObject({ state: 'CLAIMED' });
  }); // prettier-ignore

  it('is assigned, widened or put before the joint meeting', async () => {
    const { world, unitId, reviewer } = people;
    const [assigned, widened, proposed] = [await unclaimed(), await unclaimed(), await unclaimed()];
    await takeStep(people, 'assign', assigned);
    expect(await columnsOf(world, assigned)).toMatchObject({ state: 'CLAIMED', unit_id: unitId, unclaimed_at: null });
    expect(await reviewer.isRefused('widen', widened, { audience: 'ALL', units: [], reason: REASON })).toMatchObject({ code: 'ORDER_NO_AUDIENCE' });
    await takeStep(people, 'widen', widened);
    expect(await clockOf(world, widened, 'flagUnclaimed')).toMatchObject({ limit: '2WD' });
    expect(await clockOf(world, widened, 'assign')).toBeUndefined();
    await takeStep(people, 'propose', proposed);
    expect((await columnsOf(world, proposed))['proposed_at']).not.toBeNull();
    expect(await mayDo(people.liaison, proposed)).toContain('claim');
  }); // prettier-ignore

  it('has a new claim window whenever it is widened', async () => {
    const { world } = people;
    const id = await anOrder(people, 'OPEN');
    const before = await clockOf(world, id, 'flagUnclaimed');
    await pass(world, { days: 1 });
    await takeStep(people, 'widen', id);
    const after = await clockOf(world, id, 'flagUnclaimed');
    expect(after!.dueAt.getTime()).toBeGreaterThan(before!.dueAt.getTime() + 23 * 3_600_000);
  });
});

describe('Calls that come twice', () => {
  it('are refused when they saw an older version', async () => {
    const { liaison, world } = people;
    const id = await anOrder(people, 'OPEN');
    const version = (await liaison.order(id, 'version'))!['version'] as number;
    await people.reviewer.does('propose', id, { reason: REASON });
    const refusal = await liaison.isRefused('claim', id, { ...plan(world), expectedVersion: version });
    expect(refusal).toMatchObject({ code: 'STALE_VERSION', path: ['input', 'expectedVersion'], standing: { state: 'OPEN', version: version + 1 } });
    await liaison.does('claim', id, { ...plan(world), expectedVersion: version + 1 });
  }); // prettier-ignore

  it('have one effect with one key, and are refused with another content', async () => {
    const { liaison, rival, world } = people;
    const id = await anOrder(people, 'OPEN');
    const key = { idempotencyKey: randomUUID() };
    const input = plan(world);
    await liaison.does('claim', id, { ...input, ...key });
    await liaison.does('claim', id, { ...input, ...key });
    expect(await eventsOf(world, id, 'claim')).toHaveLength(1);
    expect(await liaison.isRefused('claim', id, { ...input, ...key, plannedFinish: inHours(world, 3) })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await liaison.isRefused('claim', await anOrder(people, 'OPEN'), { ...input, ...key })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REUSED' });
    expect(await rival.isRefused('claim', id, { ...input, ...key })).toMatchObject({ code: 'ORDER_ALREADY_CLAIMED' });
    expect(await liaison.isRefused('claim', id, { ...input, idempotencyKey: 'short' })).toMatchObject({ code: 'IDEMPOTENCY_KEY_REQUIRED' });
  }); // prettier-ignore

  it('open 40 orders with 40 keys, sent twelve times each and all at once', async () => {
    const { resident, world } = people;
    const count = async () => (await world.sql.query<{ n: number }>(`SELECT count(*)::int AS n FROM orders WHERE title = '重复提交'`)).rows[0]!.n;
    const keys = Array.from({ length: 40 }, () => randomUUID());
    const ids = new Map<string, Set<string>>(keys.map((key) => [key, new Set()]));
    const calls = Array.from({ length: 12 }, () => keys).flat();
    await Promise.all(
      calls.map(async (idempotencyKey) => {
        const { payload } = await resident.calls('orderCreate', { ...REQUEST, title: '重复提交', idempotencyKey }, 'order { id }');
        ids.get(idempotencyKey)!.add(payload!['order'].id as string);
      }),
    );
    expect([...ids.values()].every((set) => set.size === 1)).toBe(true);
    expect(await count()).toBe(40);
  }); // prettier-ignore
});
