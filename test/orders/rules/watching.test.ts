import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import {
  anOrder,
  openOrderWorld,
  takeStep,
  TO_STATE,
  type OrderWorld,
  type Reached,
} from '../../support/order-world.ts';
import { clockOf, columnsOf, eventsOf, pass, passTo, settle } from '../../support/rules.ts';

let people: OrderWorld;
beforeAll(async () => {
  people = await openOrderWorld({ nodes: 2 });
  await people.world.sql.query(`UPDATE service_category SET limits = '{}'`);
});
afterAll(() => people.world.close());

/** Both houses let their clocks act at once, again and again until nothing is due. */
async function settleTogether(): Promise<void> {
  const both = () => Promise.all([0, 1, 0, 1].map((node) => people.world.sweep(node)));
  for (let handled = await both(); handled.some((count) => count > 0); handled = await both());
}
async function several(state: Reached): Promise<string[]> {
  const ids: string[] = [];
  while (ids.length < 4) ids.push(await anOrder(people, state));
  return ids;
}
const told = async (id: string, action: string, duty: string) =>
  (await eventsOf(people.world, id, action)).filter(({ data }) => data['duty'] === duty);

describe('Deadlines', () => {
  it('turn yellow once, are missed once, and go one level up each time, with two houses sweeping', async () => {
    const { world } = people;
    const ids = await several('IN_PROGRESS');
    const clocks = await Promise.all(ids.map(async (id) => (await clockOf(world, id, 'finish'))!));
    const due = clocks.at(-1)!.dueAt;
    await passTo(world, due, -10);
    await settleTogether();
    for (const id of ids) {
      expect(await told(id, 'deadlineNear', 'finish')).toHaveLength(1);
      expect(await told(id, 'deadlineMissed', 'finish')).toHaveLength(0);
    }
    await passTo(world, due, 1);
    await settleTogether();
    await settleTogether();
    const levels = async (id: string) => (await told(id, 'deadlineMissed', 'finish')).map(({ data }) => [data['missedBy'], data['escalatedTo']]);
    for (const id of ids) expect(await levels(id)).toEqual([['unit', 'street']]);
    await pass(world, { days: 12 });
    await settleTogether();
    for (const id of ids) expect(await levels(id)).toEqual([['unit', 'street'], ['street', 'district']]);
    await pass(world, { days: 30 });
    await settleTogether();
    for (const id of ids) expect(await levels(id)).toHaveLength(2);
    expect(await people.reviewer.order(ids[0]!, 'light')).toEqual({ light: 'RED' });
  }); // prettier-ignore

  it('of the clock’s own steps fire once with two houses sweeping', async () => {
    const { world } = people;
    const opens = await several('OPEN');
    const rated = await several('AWAITING_RATING');
    await pass(world, { days: 20 });
    await settleTogether();
    for (const id of opens) expect(await eventsOf(world, id, 'flagUnclaimed')).toHaveLength(1);
    for (const id of rated) expect(await eventsOf(world, id, 'clear')).toHaveLength(1);
    const serials = await Promise.all(rated.map(async (id) => (await columnsOf(world, id))['serial'] as string));
    expect(new Set(serials).size).toBe(rated.length);
  });

  it('are told over the desk of the street, and of the district when they got there', async () => {
    const { world, reviewer, supervisor } = people;
    const [desk, district] = [reviewer.listens('reviewDesk'), supervisor.listens('reviewDesk')];
    await Promise.all([desk.opened, district.opened]);
    const id = await anOrder(people, 'SUBMITTED');
    await passTo(world, (await clockOf(world, id, 'approve'))!.dueAt, 1);
    await settleTogether();
    const kinds = ({ heard }: typeof desk) => heard.filter(({ order }) => order?.id === id).map(({ kind }) => kind as string);
    for (let tries = 0; tries < 100 && (kinds(district).length === 0 || kinds(desk).length < 3); tries += 1) await new Promise((resolve) => setTimeout(resolve, 30));
    expect(kinds(desk)).toEqual(['SUBMITTED', 'DEADLINE', 'OVERDUE']);
    expect(kinds(district)).toEqual(['OVERDUE']);
    await Promise.all([desk.client.dispose(), district.client.dispose()]);
  }); // prettier-ignore

  it('that were met say so in the record', async () => {
    const { world } = people;
    const id = await anOrder(people, 'CLAIMED');
    await takeStep(people, 'start', id);
    expect((await eventsOf(world, id, 'start'))[0]!.clocks).toMatchObject([
      { action: 'start', light: expect.stringMatching(/GREEN|YELLOW/) },
    ]);
    const late = await anOrder(people, 'CLAIMED');
    await pass(world, { days: 8 });
    await takeStep(people, 'start', late);
    expect((await eventsOf(world, late, 'start'))[0]!.clocks).toMatchObject([{ action: 'start', light: 'RED' }]);
  });
});

describe('Urging', () => {
  it('is possible once in three days', async () => {
    const { resident, world } = people;
    const id = await anOrder(people, 'CLAIMED');
    await takeStep(people, 'urge', id);
    await pass(world, { hours: 71 });
    expect(await resident.isRefused('urge', id)).toMatchObject({ code: 'ORDER_URGED_RECENTLY' });
    await pass(world, { hours: 2 });
    await takeStep(people, 'urge', id);
    expect(await eventsOf(world, id, 'urge')).toHaveLength(2);
  });
});

describe('Supervision', () => {
  it('asks for an answer within one working day', async () => {
    const { liaison, world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    expect(await liaison.isRefused('replySupervision', id, { text: '正在办理' })).toMatchObject({ code: 'ORDER_NO_SUPERVISION' });
    await takeStep(people, 'supervise', id);
    expect(await clockOf(world, id, 'replySupervision')).toMatchObject({ limit: '1WD' });
    await takeStep(people, 'replySupervision', id);
    expect(await clockOf(world, id, 'replySupervision')).toBeUndefined();
    expect((await eventsOf(world, id, 'replySupervision'))[0]).toMatchObject({ data: { text: '正在办理' }, clocks: [{ action: 'replySupervision' }] });
  }); // prettier-ignore

  it('that nobody answers goes up', async () => {
    const { world } = people;
    const id = await anOrder(people, 'IN_PROGRESS');
    await takeStep(people, 'supervise', id);
    await pass(world, { days: 4 });
    await settle(world);
    expect(await told(id, 'deadlineMissed', 'replySupervision')).toHaveLength(1);
  });
});

describe('The record', () => {
  it('has one event for every change, with old and new values and no contact details', async () => {
    const { world, resident } = people;
    const id = await anOrder(people, 'CLEARED');
    const events = await eventsOf(world, id);
    expect(events.map(({ action }) => action)).toEqual(['create', ...TO_STATE.CLEARED, 'clear']);
    const claim = events.find(({ action }) => action === 'claim')!;
    expect(claim.data['changes']).toMatchObject({
      unitId: [null, people.unitId],
      plannedStart: [null, expect.any(String)],
    });
    const all = JSON.stringify(events);
    for (const secret of [resident.who.phone, '3-2-101', '3号楼', '示例甲', 'contactSealed'])
      expect(all).not.toContain(secret);
  });

  it('keeps a changed door number out of the history', async () => {
    const { world, resident } = people;
    const id = await anOrder(people, 'DRAFT');
    await takeStep(people, 'edit', id, { door: '9-9-909', title: '修门口的灯' });
    const [edit] = await eventsOf(world, id, 'edit');
    expect(edit!.data['changes']).toEqual({ title: ['修路灯', '修门口的灯'] });
    expect(JSON.stringify(edit)).not.toContain('909');
    expect(await resident.order(id, 'title')).toEqual({ title: '修门口的灯' });
  });
});
