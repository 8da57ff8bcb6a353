import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { endOfDay } from '../../api/src/kernel/calendar.ts';
import { clockOf, eventsOf, passTo, runOut, settle } from '../support/rules.ts';
import type { Shown } from '../support/somebody.ts';
import {
  aBody,
  actAs,
  aSeat,
  dayIn,
  does,
  inbound,
  isRefused,
  memberSeat,
  mayDo,
  membersAt,
  noticePasses,
  openAppointmentWorld,
  APPROVAL,
  REASON,
  rolesOf,
  seen,
  theBody,
  type AppointmentWorld,
} from '../support/appointment-world.ts';

let people: AppointmentWorld;
beforeAll(async () => (people = await openAppointmentWorld({ nodes: 2 })));
afterAll(() => people.world.close());

/** Both houses let their clocks act at once, again and again until nothing is due. */
async function settleTogether(): Promise<void> {
  const both = () => Promise.all([0, 1].map((node) => people.world.sweep(node)));
  for (let handled = await both(); handled.some((count) => count > 0); handled = await both());
}

const colleagueOf = (unit: string) => people.world.somebody('UNIT_LIAISON', unit);
/** Somebody who sits in a body, in a seat without a post. */
async function serving(
  days = 400,
): Promise<{ id: string; bodyId: string; seatId: string; nominee: AppointmentWorld['lead'] }> {
  const nominee = await colleagueOf(people.unitId);
  const bodyId = await aBody(people);
  const seatId = await aSeat(people, 'PROPERTY_STAFF', bodyId);
  const id = await inbound(people, seatId, { state: 'ACTIVE', nominee, endsOn: dayIn(people.world, days) });
  return { id, bodyId, seatId, nominee };
}
const seats = (members: readonly Shown[]) => members.map(({ seat, acting }) => [seat.id, acting] as const);
const shift = (moment: Date, milliseconds: number) => new Date(moment.getTime() + milliseconds);

describe('A term', () => {
  it.each([
    ['resign', 'RESIGNED', (w: AppointmentWorld, nominee: AppointmentWorld['lead']) => [nominee, w.lead] as const],
    ['transfer', 'TRANSFERRED', (w: AppointmentWorld) => [w.lead, w.secretary] as const],
    ['recall', 'RECALLED', (w: AppointmentWorld) => [w.lead, w.rivalLead] as const],
    ['remove', 'REMOVED', (w: AppointmentWorld) => [w.street, w.lead] as const],
  ])('ends early: %s', async (action, endedBy, by) => {
    const { world, secretary } = people;
    const { id, bodyId, seatId, nominee } = await serving();
    const [who, other] = by(people, nominee);
    const code = (await isRefused(people, other, [action, id], { reason: REASON })).code;
    expect(['NOT_ALLOWED', 'NOT_FOUND']).toContain(code);
    expect((await isRefused(people, who, [action, id], { reason: '太短' })).code).toBe('INPUT_TOO_SHORT');
    const before = world.now();
    const ended = await does(who, action, id, { reason: REASON });
    expect(ended).toMatchObject({ state: 'VACATED', endedBy });
    const at = new Date(ended['endsAt'] as string);
    expect(seats(await membersAt(secretary, bodyId, before))).toEqual([[seatId, false]]);
    expect(seats(await membersAt(secretary, bodyId, shift(at, -1)))).toEqual([[seatId, false]]);
    expect(await membersAt(secretary, bodyId, at)).toEqual([]);
    expect((await clockOf(world, id, 'replace'))?.limit).toBe('10WD');
    await does(secretary, 'replace', id, { endsOn: dayIn(world, 300) });
    const shown = await seen(secretary, id, 'state successor { state termNo homeUnit { id } previous { id } seat { id } }');
    expect(shown).toEqual({ state: 'ENDED', successor: { state: 'SEAT_OPEN', termNo: 1, homeUnit: { id: people.unitId }, previous: { id }, seat: { id: seatId } } });
  }); // prettier-ignore

  it('is spoken of 60, 30 and 7 days before its end, each once with two houses sweeping, and is over at 24:00', async () => {
    const { world, secretary } = people;
    const { id, bodyId, seatId } = await serving(400);
    const end = new Date((await seen(secretary, id, 'endsAt'))!['endsAt'] as string);
    expect(end).toEqual(endOfDay(dayIn(world, 391)));
    const told = async () => (await eventsOf(world, id, 'remind')).map(({ data }) => data['daysLeft'] as number);
    for (const days of [60, 30, 7]) {
      await passTo(world, end, -days * 1440 - 1);
      await settleTogether();
      expect(await told()).toEqual([60, 30, 7].filter((one) => one > days));
      await passTo(world, end, -days * 1440);
      await settleTogether();
      await settleTogether();
      expect(await told()).toEqual([60, 30, 7].filter((one) => one >= days));
    }
    await passTo(world, end, -1);
    await settleTogether();
    expect(await seen(secretary, id)).toEqual({ state: 'ACTIVE' });
    await passTo(world, end, 0);
    await settleTogether();
    expect(await seen(secretary, id, 'state endsAt')).toEqual({ state: 'EXPIRED', endsAt: end.toISOString() });
    expect(await eventsOf(world, id, 'expire')).toHaveLength(1);
    expect(seats(await membersAt(secretary, bodyId, shift(end, -1)))).toEqual([[seatId, false]]);
    expect(await membersAt(secretary, bodyId, end)).toEqual([]);
  });

  it('is renewed by the same way from the study on, and the history of both is kept', async () => {
    const { world, secretary, lead, street } = people;
    const { id, bodyId, seatId, nominee } = await serving(90);
    const end = new Date((await seen(secretary, id, 'endsAt'))!['endsAt'] as string);
    const wish = { endsOn: dayIn(world, 400), consent: true, reason: REASON };
    expect((await isRefused(people, secretary, ['renew', id], wish)).code).toBe('APPOINTMENT_RENEW_EARLY');
    await passTo(world, end, -60 * 1440);
    expect((await isRefused(people, secretary, ['renew', id], { ...wish, consent: false })).code).toBe('APPOINTMENT_NO_CONSENT');
    expect((await isRefused(people, secretary, ['renew', id], { ...wish, endsOn: '2034-01-01' })).code).toBe('APPOINTMENT_RENEW_SHORT');
    expect((await isRefused(people, lead, ['renew', id], wish)).code).toBe('NOT_ALLOWED');
    const two = await Promise.all([1, 2].map(() => secretary.calls('appointmentRenew', { appointmentId: id, ...wish }, 'appointment { id }')));
    expect(two.map(({ error }) => error?.code ?? null).toSorted()).toEqual(['APPOINTMENT_RENEWED', null]);
    const { successor } = (await seen(secretary, id, 'successor { id state termNo }'))!;
    expect(successor).toMatchObject({ state: 'STUDIED', termNo: 2 });
    const next = successor.id as string;
    await does(street, 'approve', next, APPROVAL);
    await does(secretary, 'publicise', next, { place: '公示栏' });
    await noticePasses(people);
    expect(await does(nominee, 'accept', next)).toMatchObject({ state: 'ACCEPTED', startsAt: end.toISOString(), termNo: 2 });
    await passTo(world, end, 0);
    await settle(world);
    expect([(await seen(secretary, id))!['state'], (await seen(secretary, next))!['state']]).toEqual(['EXPIRED', 'ACTIVE']);
    for (const at of [shift(end, -1), end]) expect(seats(await membersAt(secretary, bodyId, at))).toEqual([[seatId, false]]);
    const [last] = await membersAt(secretary, bodyId, shift(end, -1));
    const [first] = await membersAt(secretary, bodyId, end);
    expect([last!['until'], first!['since']]).toEqual([end.toISOString(), end.toISOString()]);
  }); // prettier-ignore
});

describe('Whoever goes away for a time', () => {
  it('leaves seat and rights to somebody who stands in, and takes them back', async () => {
    const { world, secretary, liaison, lead, rivalId } = people;
    const nominee = await colleagueOf(people.unitId);
    const bodyId = await theBody(people, 'COMMUNITY_COMMITTEE');
    const seatId = await memberSeat(people);
    const id = await inbound(people, seatId, { state: 'ACTIVE', nominee, endsOn: dayIn(world, 200) });
    const before = world.now();
    const wish = { until: dayIn(world, 20), actingPersonId: liaison.who.id, reason: REASON };
    const stranger = await colleagueOf(rivalId);
    const tries: readonly (readonly [object, string])[] = [
      [{ until: dayIn(world, 0) }, 'APPOINTMENT_LEAVE_DAY'],
      [{ until: dayIn(world, 250) }, 'APPOINTMENT_LEAVE_DAY'],
      [{ actingPersonId: nominee.who.id }, 'APPOINTMENT_ACTING_SELF'],
      [{ actingPersonId: stranger.who.id }, 'APPOINTMENT_NOT_OF_UNIT'],
    ];
    for (const [more, code] of tries) expect((await isRefused(people, secretary, ['leave', id], { ...wish, ...more })).code).toBe(code);
    expect((await isRefused(people, lead, ['leave', id], wish)).code).toBe('NOT_ALLOWED');
    await does(secretary, 'leave', id, wish);
    expect([await rolesOf(nominee), await rolesOf(liaison)]).toEqual([['UNIT_LIAISON'], ['COMMITTEE_MEMBER', 'UNIT_LIAISON']]);
    expect(seats(await membersAt(secretary, bodyId, null))).toEqual([[seatId, true]]);
    expect(seats(await membersAt(secretary, bodyId, before))).toEqual([[seatId, false]]);
    await actAs(liaison, 'COMMITTEE_MEMBER');
    expect(await mayDo(liaison, id)).toEqual(['consult', 'report', 'dispatch']);
    await does(liaison, 'report', id, { topics: '通报近期工作', refersTo: [] });
    expect(await mayDo(nominee, id)).toEqual(['consult', 'report', 'dispatch', 'return', 'resign']);
    await runOut(world, id, 'return');
    expect((await eventsOf(world, id, 'deadlineMissed')).map(({ data }) => data['duty'])).toContain('return');
    await does(nominee, 'return', id);
    expect([await rolesOf(nominee), await rolesOf(liaison)]).toEqual([['COMMITTEE_MEMBER', 'UNIT_LIAISON'], ['UNIT_LIAISON']]);
    expect(seats(await membersAt(secretary, bodyId, null))).toEqual([[seatId, false]]);
    await actAs(liaison, 'UNIT_LIAISON');
    await does(secretary, 'leave', id, { ...wish, until: dayIn(world, 20) });
    await does(lead, 'recall', id, { reason: REASON });
    expect([await rolesOf(nominee), await rolesOf(liaison)]).toEqual([['UNIT_LIAISON'], ['UNIT_LIAISON']]);
  }); // prettier-ignore
});

it('nobody acts in a term that is over, though its clock has not rung', async () => {
  const { world, secretary, lead, liaison, street } = people;
  const nominee = await colleagueOf(people.unitId);
  const id = await inbound(people, await memberSeat(people), { state: 'ACTIVE', nominee, endsOn: dayIn(world, 40) });
  await does(secretary, 'leave', id, { until: dayIn(world, 10), actingPersonId: liaison.who.id, reason: REASON });
  const { rows } = await world.sql.query<{ at: Date }>('SELECT ends_at AS at FROM appointment WHERE id = $1', [id]);
  await passTo(world, rows[0]!.at, 0);
  const acts: readonly (readonly [AppointmentWorld['lead'], string, object])[] = [
    [nominee, 'return', {}],
    [nominee, 'resign', { reason: REASON }],
    [nominee, 'report', { topics: '通报近期工作', refersTo: [] }],
    [lead, 'recall', { reason: REASON }],
    [street, 'remove', { reason: REASON }],
    [secretary, 'review', { score: 1, text: '评语' }],
    [secretary, 'renew', { endsOn: dayIn(world, 300), consent: true, reason: REASON }],
  ];
  for (const [who, action, input] of acts)
    expect([action, (await isRefused(people, who, [action, id], input)).code]).toEqual([action, 'APPOINTMENT_OVER']);
  await settle(world);
  expect(await seen(secretary, id, 'state endedBy')).toEqual({ state: 'EXPIRED', endedBy: 'EXPIRED' });
});
