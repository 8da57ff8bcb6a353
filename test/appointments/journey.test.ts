import 'reflect-metadata';
import { WebSocket } from 'ws';
import { endOfDay } from '../../api/src/kernel/calendar.ts';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { eventsOf, pass, passTo, settle } from '../support/rules.ts';
import {
  actAs,
  adviserSeat,
  APPROVAL,
  dayIn,
  does,
  inbound,
  isRefused,
  memberSeat,
  mayDo,
  openAppointmentWorld,
  opened,
  rolesOf,
  seen,
  study,
  type AppointmentWorld,
} from '../support/appointment-world.ts';
import { until } from '../support/events.ts';

let people: AppointmentWorld;
beforeAll(async () => (people = await openAppointmentWorld()));
afterAll(() => people.world.close());

const stateOf = async (id: string) => (await seen(people.street, id))?.['state'] as string;

describe('A party-building adviser', () => {
  it('is sent by the community with the consent of the unit, and acts for the community, not for the unit', async () => {
    const { world, lead, secretary, worker, street } = people;
    const id = await opened(people, await adviserSeat(people), { endsOn: '2027-12-31' });
    expect(await mayDo(lead, id)).toEqual([]);
    await does(secretary, 'nominate', id, { personId: worker.who.id, consent: true });
    expect((await isRefused(people, secretary, ['study', id], study(people))).code).toBe('NOT_ALLOWED');
    await does(lead, 'study', id, study(people));
    await does(street, 'approve', id, APPROVAL);
    await does(secretary, 'publicise', id, { place: '社区公示栏' });
    await pass(world, { days: 12 });
    await settle(world);
    await does(worker, 'accept', id);
    expect(await rolesOf(worker)).toEqual(['COMMUNITY_WORKER', 'PARTY_ADVISER']);
    await actAs(worker, 'PARTY_ADVISER');
    expect(await mayDo(worker, id)).toEqual(['consult', 'report', 'dispatch', 'resign']);
    await does(worker, 'consult', id, { topics: '指导开展主题党日', refersTo: [] });
    const { appointments } = await worker.reads('{ appointments(filter: { mine: true }) { nodes { id direction } } }');
    expect(appointments.nodes).toEqual([{ id, direction: 'OUTBOUND' }]);
    await actAs(worker, 'COMMUNITY_WORKER');
  });
});

describe('Rights', () => {
  const member = async () => {
    const { world } = people;
    const [nominee] = await world.people([['UNIT_LIAISON', people.unitId]]);
    const endsOn = dayIn(world, 20);
    const id = await inbound(people, await memberSeat(people), { state: 'ACTIVE', nominee: nominee!, endsOn });
    await actAs(nominee!, 'COMMITTEE_MEMBER');
    return { id, nominee: nominee!, end: endOfDay(endsOn) };
  };

  it('end on an open line with the term, in the same second', async () => {
    const { world } = people;
    const { nominee, end } = await member();
    await passTo(world, end, -1.2 / 60);
    const line = await openLine(nominee);
    expect(line.closed).toBe(0);
    await until(() => line.closed > 0);
    expect(line.closed).toBe(4403);
    expect(Math.abs(world.now().getTime() - end.getTime())).toBeLessThan(1000);
    expect((await nominee.reads('{ viewer { post { role } } }'))['viewer'].post).toBeNull();
  });

  it('end on an open line when somebody is removed', async () => {
    const { id, nominee } = await member();
    const line = await openLine(nominee);
    await does(people.street, 'remove', id, { reason: '经研究，不再适合担任这一职务。' });
    await until(() => line.closed > 0);
    expect(line.closed).toBe(4403);
    expect(await rolesOf(nominee)).toEqual(['UNIT_LIAISON']);
  });
});

describe('A part-time committee member', () => {
  it('is sent by a unit, studied, approved, shown to the public, appointed, serves and is gone when the term is over', async () => {
    const { world, lead, liaison, secretary, worker, street, resident } = people;
    const id = await opened(people, await memberSeat(people));
    expect(await mayDo(lead, id)).toEqual(['nominate']);
    await does(lead, 'nominate', id, { personId: liaison.who.id, consent: true });
    expect(await seen(resident, id)).toBeNull();
    expect(await mayDo(secretary, id)).toEqual(['study', 'sendBack']);
    await does(secretary, 'study', id, study(people));
    await does(street, 'approve', id, APPROVAL);
    await does(worker, 'publicise', id, { place: '社区公示栏' });
    expect(await seen(resident, id, 'state personName homeUnit { id } opinion viewerActions { action }')).toEqual({
      ...{ state: 'IN_NOTICE', personName: '示例甲', homeUnit: { id: people.unitId }, opinion: null },
      viewerActions: [{ action: 'objectTo' }],
    });
    await pass(world, { days: 9 });
    await settle(world);
    expect(await stateOf(id)).toBe('APPOINTED');
    expect(await rolesOf(liaison)).toEqual(['UNIT_LIAISON']);
    expect(await does(liaison, 'accept', id)).toMatchObject({
      ...{ state: 'ACTIVE', endsAt: '2027-10-31T16:00:00.000Z', termNo: 1 },
    });
    expect(await rolesOf(liaison)).toEqual(['COMMITTEE_MEMBER', 'UNIT_LIAISON']);
    await actAs(liaison, 'COMMITTEE_MEMBER');
    const record = { topics: '与社区会商加装电梯事宜', refersTo: ['610303-20261123-00042-7'] };
    await does(liaison, 'consult', id, record);
    await does(liaison, 'report', id, { ...record, heldOn: '2026-11-05' });
    await does(liaison, 'dispatch', id, record);
    expect(await seen(secretary, id, 'records { kind heldOn topics refersTo recordedBy }')).toMatchObject({
      records: [
        { kind: 'DISPATCH', refersTo: record.refersTo, recordedBy: '示例甲' },
        { kind: 'REPORT', heldOn: '2026-11-05' },
        { kind: 'CONSULT', topics: record.topics },
      ],
    });
    const end = new Date('2027-10-31T16:00:00Z');
    for (const days of [60, 30, 7]) {
      await passTo(world, end, -days * 1440 + 1);
      await settle(world);
    }
    await passTo(world, end, -0.1);
    expect(await rolesOf(liaison)).toEqual(['COMMITTEE_MEMBER', 'UNIT_LIAISON']);
    expect((await liaison.reads('{ viewer { post { role } } }'))['viewer'].post).toEqual({ role: 'COMMITTEE_MEMBER' });
    // Nobody has swept yet: the rights are gone all the same.
    await passTo(world, end, 0);
    expect((await liaison.reads('{ viewer { post { role } posts { role } } }'))['viewer']).toEqual({
      ...{ post: null, posts: [{ role: 'UNIT_LIAISON' }] },
    });
    await settle(world);
    expect(await seen(secretary, id, 'state endedBy')).toEqual({ state: 'EXPIRED', endedBy: 'EXPIRED' });
    const told = await eventsOf(world, id, 'remind');
    expect(told.map(({ data }) => data['daysLeft'])).toEqual([60, 30, 7, 0]);
    await actAs(liaison, 'UNIT_LIAISON');
    expect((await isRefused(people, liaison, ['consult', id], record)).code).toBe('WRONG_STATE');
  });
});

/** Opens a WebSocket in the post in which somebody acts now. */
async function openLine(who: AppointmentWorld['lead']): Promise<{ closed: number }> {
  const state = { acknowledged: false, closed: 0 };
  const ticket = await who.ticket();
  const socket = new WebSocket(`${who.url.replace('http', 'ws')}/graphql`, 'graphql-transport-ws');
  socket.on('open', () => socket.send(JSON.stringify({ type: 'connection_init', payload: { ticket } })));
  socket.on('message', () => (state.acknowledged = true));
  socket.on('close', (code) => (state.closed = code));
  await until(() => state.acknowledged || state.closed > 0);
  return state;
}
