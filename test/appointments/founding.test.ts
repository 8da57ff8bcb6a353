import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';

import type { Somebody } from '../support/somebody.ts';
import {
  adviserSeat,
  aSeat,
  does,
  done,
  inbound,
  isRefused,
  openAppointmentWorld,
  REASON,
  theBody,
  type AppointmentWorld,
} from '../support/appointment-world.ts';
import { COMMUNITY, OTHER_COMMUNITY, STREET } from '../support/world.ts';

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

describe('Bodies and seats', () => {
  const BODY = { kind: 'PROPERTY_COMMITTEE', division: COMMUNITY, termEndsOn: '2029-12-31' };

  it('are founded by those whose they are, one of each', async () => {
    const { secretary, street, lead, outsideId, rivalLead, resident } = people;
    const found = (who: Somebody, more: object) => refused(who, 'bodyFound', { ...BODY, ...more });
    expect(await found(resident, {})).toBe('NOT_ALLOWED');
    expect(await found(rivalLead, {})).toBe('BODY_NOT_YOURS');
    expect(await found(secretary, { division: OTHER_COMMUNITY })).toBe('BODY_NOT_YOURS');
    expect(await found(secretary, { division: STREET })).toBe('BODY_WRONG_PLACE');
    expect(await found(secretary, { kind: 'GRID_BRANCH' })).toBe('BODY_WRONG_PLACE');
    expect(await found(secretary, { kind: 'UNIT_PARTY' })).toBe('BODY_WRONG_PLACE');
    expect(await found(secretary, { division: '610303001999' })).toBe('DIVISION_UNKNOWN');
    expect(await found(secretary, { termEndsOn: '2026-11-01' })).toBe('BODY_TERM');
    expect(await found(secretary, { termEndsOn: '2036-11-01' })).toBe('BODY_TERM');
    expect(await found(lead, { kind: 'UNIT_PARTY', division: null, unitId: outsideId })).toBe('BODY_NOT_YOURS');
    const id = await theBody(people, 'PROPERTY_COMMITTEE');
    const { body } = await resident.reads(
      `{ body(id: "${id}") { name kind termEndsOn community { code } members { totalCount } } }`,
    );
    expect(body).toMatchObject({
      name: '曙光路西社区物业管理委员会',
      kind: 'PROPERTY_COMMITTEE',
      members: { totalCount: 0 },
    });
    expect(await found(street, {})).toBe('BODY_EXISTS');
    expect(await refused(street, 'bodyRenewTerm', { bodyId: id, termEndsOn: '2031-12-31', reason: REASON })).toBe(
      'BODY_TERM',
    );
    await done(
      street,
      'bodyRenewTerm',
      { bodyId: id, termEndsOn: '2032-06-30', reason: REASON },
      'body { termEndsOn }',
    );
  });

  it('take seats of the kinds that they have, and an adviser only in a unit with an agreement', async () => {
    const { secretary, lead, outsideId, outsideLead } = people;
    const bodyId = await theBody(people, 'PROPERTY_COMMITTEE');
    const add = (who: Somebody, more: object) =>
      refused(who, 'seatAdd', { bodyId, kind: 'POLICE', duties: '参与议事', ...more });
    expect(await add(lead, {})).toBe('NOT_ALLOWED');
    expect(await add(secretary, { kind: 'PART_TIME_MEMBER' })).toBe('SEAT_WRONG_BODY');
    expect(await add(secretary, { bodyId: v7() })).toBe('BODY_UNKNOWN');
    const other = await people.world.somebody('COMMUNITY_SECRETARY', OTHER_COMMUNITY);
    expect(await add(other, {})).toBe('BODY_NOT_YOURS');
    const { body } = await done(
      outsideLead,
      'bodyFound',
      { kind: 'UNIT_PARTY', unitId: outsideId, termEndsOn: '2029-12-31' },
      'body { id name }',
    );
    expect(body.name).toBe('演示学校丙党组织');
    expect(await add(secretary, { bodyId: body.id, kind: 'PARTY_ADVISER' })).toBe('APPOINTMENT_NO_AGREEMENT');
    const seat = await adviserSeat(people);
    const { seats } = await lead.reads(
      `{ seats(direction: OUTBOUND, vacant: true) { nodes { id kind body { unit { id } } holder { name } } } }`,
    );
    expect(seats.nodes).toEqual([
      { id: seat, kind: 'PARTY_ADVISER', body: { unit: { id: people.unitId } }, holder: null },
    ]);
  });

  it('are closed when nobody holds them and nobody is on the way', async () => {
    const { secretary, liaison } = people;
    const seatId = await aSeat(people, 'PROPERTY_STAFF');
    const close = () => refused(secretary, 'seatClose', { seatId, reason: REASON });
    const id = await inbound(people, seatId, { state: 'NOMINATED', nominee: liaison });
    expect(await close()).toBe('SEAT_UNDER_WAY');
    await does(secretary, 'sendBack', id, { reason: REASON });
    await does(secretary, 'closeSeat', id, { reason: REASON });
    const held = await inbound(people, seatId, { state: 'ACTIVE', nominee: liaison });
    expect(await close()).toBe('SEAT_HELD');
    await does(people.lead, 'recall', held, { reason: REASON });
    await done(secretary, 'seatClose', { seatId, reason: REASON }, 'seat { id closedAt }');
    expect(
      await refused(secretary, 'appointmentOpenSeat', { seatId, endsOn: '2027-01-01', idempotencyKey: randomUUID() }),
    ).toBe('SEAT_CLOSED');
    expect((await isRefused(people, secretary, ['replace', held], { endsOn: '2027-12-31' })).code).toBe('SEAT_CLOSED');
    await does(secretary, 'leaveVacant', held, { reason: REASON });
  });
});
