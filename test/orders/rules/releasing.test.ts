import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOrder, openOrderWorld, REASON, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, inHours, mayDo, pass, passTo, runOut } from '../../support/rules.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld();
  await people.world.sql.query(`UPDATE service_category SET limits = '{}'`);
});
afterAll(() => people.world.close());

const working = () => anOrder(people, 'IN_PROGRESS');

describe('Giving an order back', () => {
  const faultOf = async (id: string) => {
    const { rows } = await people.world.sql.query<{ fault: boolean }>(
      'SELECT at_fault AS fault FROM order_claim WHERE order_id = $1 AND released_at IS NOT NULL ORDER BY released_at DESC',
      [id],
    );
    return rows[0]!.fault;
  };

  it('is no fault within one working day of the claim, and can be one later', async () => {
    const { world, reviewer } = people;
    const early = await anOrder(people, 'CLAIMED');
    await takeStep(people, 'requestRelease', early);
    const late = await anOrder(people, 'CLAIMED');
    const { due } = (await world.app.house.calendar()).due(world.now(), { unit: 'workdays', count: 1 });
    await passTo(world, due, 1);
    await takeStep(people, 'requestRelease', late);
    const refusal = await reviewer.isRefused('acceptRelease', early, { atFault: true, reason: REASON });
    expect(refusal).toMatchObject({ code: 'ORDER_RELEASE_EARLY', path: ['input', 'atFault'] });
    await reviewer.does('acceptRelease', early, { atFault: false, reason: REASON });
    await reviewer.does('acceptRelease', late, { atFault: true, reason: REASON });
    expect([await faultOf(early), await faultOf(late)]).toEqual([false, true]);
    expect((await eventsOf(world, early, 'requestRelease'))[0]!.data).toMatchObject({ early: true, rightUnit: '演示学校乙', basis: '职责分工' });
    expect((await eventsOf(world, late, 'requestRelease'))[0]!.data).toMatchObject({ early: false });
  }); // prettier-ignore

  it('leaves the clock running, and returns to where it was when it is refused', async () => {
    const { world } = people;
    for (const state of ['CLAIMED', 'IN_PROGRESS'] as const) {
      const id = await anOrder(people, state);
      const before = await clockOf(world, id, 'finish');
      await takeStep(people, 'requestRelease', id);
      expect(await clockOf(world, id, 'finish')).toEqual(before);
      await takeStep(people, 'refuseRelease', id);
      expect(await columnsOf(world, id)).toMatchObject({ state, held_state: null, release_count: 0 });
      expect(await clockOf(world, id, 'finish')).toEqual(before);
    }
  });

  it('opens the order again, and after two times only the committee decides', async () => {
    const { reviewer, committee, world, unitId } = people;
    const id = await anOrder(people, 'OPEN');
    for (const count of [1, 2]) {
      for (const action of ['claim', 'requestRelease', 'acceptRelease']) await takeStep(people, action, id);
      expect(await columnsOf(world, id)).toMatchObject({ state: 'OPEN', unit_id: null, release_count: count, planned_start: null });
    }
    for (const action of ['claim', 'requestRelease']) await takeStep(people, action, id);
    expect(await mayDo(reviewer, id)).not.toContain('acceptRelease');
    expect(await reviewer.isRefused('acceptRelease', id, { atFault: false, reason: REASON })).toMatchObject({ code: 'NOT_ALLOWED' });
    await committee.does('refuseRelease', id, { reason: REASON });
    expect(await columnsOf(world, id)).toMatchObject({ state: 'CLAIMED', unit_id: unitId });
  }); // prettier-ignore
});

describe('An extension', () => {
  it('is asked for once at a time, lies ahead, and is no longer than the original time', async () => {
    const { liaison, world } = people;
    const id = await working();
    const { startedAt, dueAt } = (await clockOf(world, id, 'finish'))!;
    const ask = (ms: number) => ({ until: new Date(ms).toISOString(), reason: REASON });
    const latest = dueAt.getTime() + (dueAt.getTime() - startedAt.getTime());
    expect(await liaison.isRefused('requestExtend', id, ask(dueAt.getTime()))).toMatchObject({ code: 'ORDER_EXTEND_NOT_LATER' });
    expect(await liaison.isRefused('requestExtend', id, ask(latest + 1))).toMatchObject({ code: 'ORDER_EXTEND_TOO_LONG', path: ['input', 'until'] });
    await liaison.does('requestExtend', id, ask(latest));
    expect(await liaison.isRefused('requestExtend', id, ask(latest))).toMatchObject({ code: 'ORDER_EXTEND_PENDING' });
    expect((await clockOf(world, id, 'finish'))!.dueAt).toEqual(dueAt);
    expect(await clockOf(world, id, 'grantExtend')).toMatchObject({ limit: '1WD' });
    await takeStep(people, 'grantExtend', id);
    expect((await clockOf(world, id, 'finish'))!.dueAt.getTime()).toBe(latest);
    expect(await clockOf(world, id, 'grantExtend')).toBeUndefined();
  }); // prettier-ignore

  it('is granted a second time by the committee only', async () => {
    const { reviewer, committee, world } = people;
    const id = await working();
    for (const action of ['requestExtend', 'grantExtend']) await takeStep(people, action, id);
    await takeStep(people, 'requestExtend', id);
    expect(await mayDo(reviewer, id)).not.toContain('grantExtend');
    expect(await reviewer.isRefused('grantExtend', id)).toMatchObject({ code: 'NOT_ALLOWED' });
    await committee.does('grantExtend', id);
    expect(await columnsOf(world, id)).toMatchObject({ extend_count: 2, extend_to: null });
  }); // prettier-ignore

  it('leaves the end where it was when it is refused', async () => {
    const { world } = people;
    const id = await working();
    const before = await clockOf(world, id, 'finish');
    for (const action of ['requestExtend', 'refuseExtend']) await takeStep(people, action, id);
    expect(await clockOf(world, id, 'finish')).toEqual(before);
    expect(await columnsOf(world, id)).toMatchObject({ extend_count: 0, extend_to: null });
  });
});

describe('Letting it rest', () => {
  it('is asked for thirty days at most', async () => {
    const { liaison, world } = people;
    const id = await working();
    const ask = (hours: number) => ({ reason: REASON, condition: '等待备件', until: inHours(world, hours) });
    expect(await liaison.isRefused('requestSuspend', id, ask(24 * 34))).toMatchObject({ code: 'ORDER_SUSPEND_TOO_LONG' });
    expect(await liaison.isRefused('requestSuspend', id, ask(-1))).toMatchObject({ code: 'ORDER_DUE_PAST' });
    expect(await liaison.does('requestSuspend', id, ask(24 * 30))).toMatchObject({ state: 'SUSPEND_PENDING' });
    await takeStep(people, 'refuseSuspend', id);
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', suspended_until: null });
  }); // prettier-ignore

  it('stops the clock, which has as many working days left afterwards', async () => {
    const { world } = people;
    const id = await anOrder(people, 'SUSPENDED', {});
    const calendar = await world.app.house.calendar();
    const limit = { unit: 'workdays', count: 7 } as const;
    const before = (await clockOf(world, id, 'finish'))!;
    expect(before.pausedAt).not.toBeNull();
    const left = calendar.between(before.pausedAt!, before.dueAt, limit);
    await pass(world, { hours: 20 });
    await takeStep(people, 'resume', id);
    const after = (await clockOf(world, id, 'finish'))!;
    expect(after.pausedAt).toBeNull();
    expect(calendar.between(world.now(), after.dueAt, limit) / left).toBeCloseTo(1, 3);
    expect((await eventsOf(world, id, 'resume'))[0]!.data).toMatchObject({ restedMinutes: 1200 });
  });

  it('ends by itself on the day of the review, once', async () => {
    const { world } = people;
    const id = await anOrder(people, 'SUSPENDED');
    const { suspended_until: until } = await columnsOf(world, id);
    expect((await clockOf(world, id, 'resumeDue'))!.dueAt).toEqual(until);
    await runOut(world, id, 'resumeDue');
    expect(await columnsOf(world, id)).toMatchObject({ state: 'IN_PROGRESS', suspended_until: null });
    expect(await eventsOf(world, id, 'resumeDue')).toMatchObject([{ role: 'CLOCK', from: 'SUSPENDED' }]);
    expect((await clockOf(world, id, 'finish'))!.pausedAt).toBeNull();
  });
});

describe('Going back and forth', () => {
  it('gives the unit no more time to start', async () => {
    const { world } = people;
    const id = await anOrder(people, 'CLAIMED');
    const before = await clockOf(world, id, 'start');
    await pass(world, { hours: 5 });
    for (const action of ['requestRelease', 'refuseRelease']) {
      await takeStep(people, action, id);
      expect(await clockOf(world, id, 'start')).toEqual(before);
    }
  });

  it('asks nobody to start what had begun', async () => {
    const { world } = people;
    const id = await working();
    for (const action of ['requestRelease', 'refuseRelease']) {
      await takeStep(people, action, id);
      expect(await clockOf(world, id, 'start')).toBeUndefined();
    }
  });

  it('gives the reviewer no more time to decide, and takes none for the resident', async () => {
    const { world } = people;
    const id = await anOrder(people, 'SUBMITTED');
    await pass(world, { hours: 2 });
    const left = async () => (await clockOf(world, id, 'approve'))!.dueAt.getTime() - world.now().getTime();
    const before = await left();
    await takeStep(people, 'askMore', id);
    expect((await clockOf(world, id, 'approve'))!.pausedAt).not.toBeNull();
    await pass(world, { hours: 1 });
    await takeStep(people, 'answer', id);
    expect(Math.abs((await left()) - before)).toBeLessThan(60_000);
  });

  it('ends what was left of a clock at a full minute', async () => {
    const { world } = people;
    const id = await anOrder(people, 'SUSPENDED');
    world.later({ minutes: 90 + 1 / 1000 });
    await world.sql.query('UPDATE session SET last_seen_at = $1', [world.now()]);
    await takeStep(people, 'resume', id);
    expect((await clockOf(world, id, 'finish'))!.dueAt.getTime() % 60_000).toBe(0);
  });
});
