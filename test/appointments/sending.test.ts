import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import { clockOf, eventsOf, passTo, settle } from '../support/rules.ts';
import type { Somebody } from '../support/somebody.ts';
import {
  aBody,
  APPROVAL,
  aSeat,
  dayIn,
  does,
  inbound,
  isRefused,
  keptOf,
  mayDo,
  memberSeat,
  noticePasses,
  openAppointmentWorld,
  opened,
  REASON,
  rolesOf,
  seen,
  study,
  theBody,
  type AppointmentWorld,
} from '../support/appointment-world.ts';
import { COMMUNITY, OTHER_STREET } from '../support/world.ts';

let people: AppointmentWorld;
beforeAll(async () => (people = await openAppointmentWorld()));
afterAll(() => people.world.close());

const refused = async (who: Somebody, name: string, input: object) => {
  const count = async () => (await people.world.sql.query<{ n: string }>('SELECT count(*) AS n FROM event')).rows[0]!.n;
  const before = await count();
  const { error, answer } = await who.calls(name, input);
  expect(await count()).toBe(before);
  return error?.code ?? answer.errors[0]?.extensions.code ?? null;
};
const somebodyOf = (unit: string) => people.world.somebody('UNIT_LIAISON', unit);

describe('Somebody is not sent', () => {
  it('by a unit without a running agreement, of another kind, or who does not work there', async () => {
    const { world, lead, rivalLead, outsideLead, liaison, secretary } = people;
    const id = await opened(people, await aSeat(people, 'POLICE', await theBody(people, 'PROPERTY_COMMITTEE')));
    const nominate = (who: Somebody, personId: string, consent = true) => isRefused(people, who, ['nominate', id], { personId, consent });
    const officer = await somebodyOf(people.rivalId);
    expect(await nominate(rivalLead, officer.who.id, false)).toMatchObject({ code: 'APPOINTMENT_NO_CONSENT', path: ['input', 'consent'] });
    expect((await nominate(lead, liaison.who.id)).code).toBe('APPOINTMENT_WRONG_UNIT');
    expect((await nominate(rivalLead, liaison.who.id)).code).toBe('APPOINTMENT_NOT_OF_UNIT');
    const adviser = await world.somebody('PARTY_ADVISER', people.rivalId);
    expect((await nominate(rivalLead, adviser.who.id)).code).toBe('APPOINTMENT_NOT_OF_UNIT');
    expect((await nominate(secretary, officer.who.id)).code).toBe('NOT_ALLOWED');
    const open = await opened(people, await memberSeat(people));
    const pupil = await somebodyOf(people.outsideId);
    const stranger = await isRefused(people, outsideLead, ['nominate', open], { personId: pupil.who.id, consent: true });
    expect(stranger).toMatchObject({ code: 'APPOINTMENT_NO_AGREEMENT' });
    expect(stranger.message).toContain('“演示学校丙”与本社区、镇街没有正在履行的共驻共建协议');
    // An agreement that has ended is none.
    await world.joins(people.outsideId, COMMUNITY, { since: '2025-01-01', until: '2026-11-01' });
    expect((await isRefused(people, outsideLead, ['nominate', open], { personId: pupil.who.id, consent: true })).code).toBe('APPOINTMENT_NO_AGREEMENT');
    await does(rivalLead, 'nominate', id, { personId: officer.who.id, consent: true });
    expect(await mayDo(rivalLead, id)).toEqual(['withdraw']);
    await does(rivalLead, 'withdraw', id, { reason: REASON });
    expect(await seen(secretary, id, 'state personName homeUnit { id } remark')).toEqual({ state: 'SEAT_OPEN', personName: null, homeUnit: null, remark: REASON });
  });

  it('when another unit was asked, or by the community out of somebody else’s people', async () => {
    const { lead, rivalLead, secretary, stranger, resident, worker } = people;
    const seatId = await memberSeat(people);
    const ask = (more: object) => refused(secretary, 'appointmentOpenSeat', { seatId, endsOn: '2027-10-31', idempotencyKey: randomUUID(), ...more });
    expect(await ask({ unitId: people.outsideId })).toBe('APPOINTMENT_NO_AGREEMENT');
    expect(await ask({ unitId: v7() })).toBe('UNIT_UNKNOWN');
    expect(await ask({ endsOn: '2032-01-01' })).toBe('APPOINTMENT_TERM');
    expect(await ask({ endsOn: '2026-11-01' })).toBe('APPOINTMENT_TERM');
    const id = await opened(people, seatId, { unitId: people.rivalId });
    expect(await seen(lead, id)).toBeNull();
    expect(await mayDo(rivalLead, id)).toEqual(['nominate']);
    const own = await opened(people, await aSeat(people, 'RESIDENT_MEMBER', await theBody(people, 'PROPERTY_COMMITTEE')));
    expect((await isRefused(people, secretary, ['nominate', own], { personId: stranger.who.id, consent: true })).message).toContain('不是本社区的居民');
    expect((await isRefused(people, secretary, ['nominate', own], { personId: worker.who.id, consent: true })).code).toBe('APPOINTMENT_NOT_OF_COMMUNITY');
    await does(secretary, 'nominate', own, { personId: resident.who.id, consent: true });
    expect(await seen(secretary, own, 'personName viewerRelations')).toEqual({ personName: '示**', viewerRelations: ['SENDER', 'BODY_HEAD', 'HOME_HEAD', 'COMMUNITY', 'COMMUNITY_HEAD', 'NEIGHBOUR'] });
    expect(await mayDo(resident, own)).toEqual([]);
  });
}); // prettier-ignore

describe('A seat', () => {
  it('goes to one of two who accept it at once, by constraint', async () => {
    const { world, liaison, colleague } = people;
    for (let round = 0; round < 3; round += 1) {
      const seatId = await aSeat(people, 'PROPERTY_STAFF');
      const [one, other] = [await inbound(people, seatId, { state: 'APPOINTED', nominee: liaison }), await inbound(people, seatId, { state: 'APPOINTED', nominee: colleague })];
      const answers = await Promise.all([liaison.calls('appointmentAccept', { appointmentId: one }), colleague.calls('appointmentAccept', { appointmentId: other })]);
      const codes = answers.map(({ error }) => error?.code ?? 'TAKEN');
      expect(codes.toSorted()).toEqual(['SEAT_TAKEN', 'TAKEN']);
      const { rows } = await world.sql.query('SELECT person_id, appointment_id FROM seat_term WHERE seat_id = $1', [seatId]);
      expect(rows).toEqual([{ person_id: (codes[0] === 'TAKEN' ? liaison : colleague).who.id, appointment_id: codes[0] === 'TAKEN' ? one : other }]);
      const loser = codes[0] === 'TAKEN' ? other : one;
      expect(await seen(people.secretary, loser)).toEqual({ state: 'APPOINTED' });
      expect(await eventsOf(world, loser, 'accept')).toEqual([]);
    }
  });

  it('is not held by whoever sits in the body already, with or without a post', async () => {
    const { liaison, colleague } = people;
    const bodyId = await aBody(people);
    const [first, second] = [await aSeat(people, 'PROPERTY_STAFF', bodyId), await aSeat(people, 'PROPERTY_STAFF', bodyId)];
    const one = await inbound(people, first, { state: 'APPOINTED', nominee: liaison });
    const two = await inbound(people, second, { state: 'APPOINTED', nominee: liaison });
    await does(liaison, 'accept', one);
    expect((await isRefused(people, liaison, ['accept', two])).code).toBe('SEAT_TWICE');
    await does(liaison, 'resign', one, { reason: REASON });
    await does(liaison, 'accept', two);
    const posts = [await memberSeat(people), await memberSeat(people)];
    const three = await inbound(people, posts[0]!, { state: 'ACTIVE', nominee: colleague });
    const four = await inbound(people, posts[1]!, { state: 'APPOINTED', nominee: colleague });
    expect((await isRefused(people, colleague, ['accept', four])).code).toBe('SEAT_TWICE');
    expect(await rolesOf(colleague)).toEqual(['COMMITTEE_MEMBER', 'UNIT_LIAISON']);
    await does(people.street, 'revoke', four, { reason: REASON });
    await does(people.street, 'remove', three, { reason: REASON });
    expect(await rolesOf(colleague)).toEqual(['UNIT_LIAISON']);
  });

  it('waits for the first day of the letter, and for nobody who comes after the last', async () => {
    const { world, liaison, street, secretary, worker } = people;
    const seatId = await aSeat(people, 'PROPERTY_STAFF');
    const id = await inbound(people, seatId, { state: 'STUDIED', nominee: liaison, endsOn: dayIn(world, 40) });
    expect((await isRefused(people, street, ['approve', id], { ...APPROVAL, startsOn: dayIn(world, -1) })).code).toBe('APPOINTMENT_START');
    expect((await isRefused(people, street, ['approve', id], { ...APPROVAL, startsOn: dayIn(world, 41) })).code).toBe('APPOINTMENT_START');
    await does(street, 'approve', id, { ...APPROVAL, startsOn: dayIn(world, 30) });
    const early = await isRefused(people, worker, ['publicise', id], { place: '公示栏', until: dayIn(world, 2) });
    expect(early).toMatchObject({ code: 'APPOINTMENT_NOTICE_SHORT', path: ['input', 'until'] });
    await does(worker, 'publicise', id, { place: '公示栏' });
    await noticePasses(people);
    expect((await does(liaison, 'accept', id))['state']).toBe('ACCEPTED');
    const due = (await clockOf(world, id, 'takeOffice'))!.dueAt;
    await passTo(world, due, -1);
    await settle(world);
    expect(await seen(secretary, id)).toEqual({ state: 'ACCEPTED' });
    expect((await isRefused(people, liaison, ['consult', id], { topics: '会商', refersTo: [] })).code).toBe('WRONG_STATE');
    await passTo(world, due, 0);
    await settle(world);
    expect(await seen(secretary, id)).toEqual({ state: 'ACTIVE' });
    const late = await inbound(people, await aSeat(people, 'PROPERTY_STAFF'), { state: 'APPOINTED', nominee: liaison, endsOn: dayIn(world, 12) });
    await passTo(world, new Date(world.now().getTime() + 5 * 86_400_000), 0);
    expect((await isRefused(people, liaison, ['accept', late])).code).toBe('APPOINTMENT_TERM_OVER');
    await does(liaison, 'decline', late, { reason: REASON });
  });

  it('is not given by whoever is to have it, nor by another street', async () => {
    const { world, street, secretary, liaison } = people;
    const other = await world.somebody('STREET_COMMITTEE', OTHER_STREET);
    const id = await inbound(people, await aSeat(people, 'PROPERTY_STAFF'), { state: 'STUDIED', nominee: liaison });
    expect((await isRefused(people, other, ['approve', id], APPROVAL)).code).toBe('NOT_FOUND');
    expect((await isRefused(people, secretary, ['approve', id], APPROVAL)).code).toBe('NOT_ALLOWED');
    await world.sql.query('UPDATE appointment SET person_id = $2 WHERE id = $1', [id, street.who.id]);
    expect((await isRefused(people, street, ['approve', id], APPROVAL)).code).toBe('NOT_ALLOWED');
    const before = await keptOf(people, id);
    await world.sql.query('UPDATE appointment SET person_id = $2 WHERE id = $1', [id, liaison.who.id]);
    expect(await keptOf(people, id)).not.toBe(before);
    await does(street, 'refuse', id, { reason: REASON });
    expect((await isRefused(people, secretary, ['study', id], study(people))).code).toBe('WRONG_STATE');
  });
}); // prettier-ignore
