import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { clockOf, eventsOf, passTo, runOut, settle } from '../support/rules.ts';
import { Somebody, type Shown } from '../support/somebody.ts';
import {
  adviserSeat,
  aSeat,
  dayIn,
  does,
  done,
  inbound,
  isRefused,
  mayDo,
  memberSeat,
  openAppointmentWorld,
  opened,
  outbound,
  REASON,
  seen,
  theBody,
  type AppointmentWorld,
} from '../support/appointment-world.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

let people: AppointmentWorld;
beforeAll(async () => (people = await openAppointmentWorld()));
afterAll(() => people.world.close());

const nominee = () => people.world.somebody('UNIT_LIAISON', people.unitId);
const inNotice = async () =>
  inbound(people, await aSeat(people, 'PROPERTY_STAFF'), { state: 'IN_NOTICE', nominee: await nominee() });
const TEXT = { text: '此人长期不在本社区办公，难以履职' };
const objects = async (who: Somebody, id: string) => {
  await does(who, 'objectTo', id, TEXT);
  const { objections } = (await seen(people.street, id, 'objections { id }'))!;
  return (objections as Shown[]).at(-1)!['id'] as string;
};

describe('A public notice', () => {
  it('is open to objections of the community: residents, officials, units of both sides, and nobody else', async () => {
    const { world, resident, worker, lead, rivalLead, stranger } = people;
    const id = await inNotice();
    const [volunteer, grid, member, otherWorker] = await world.people([
      ['VOLUNTEER', COMMUNITY],
      ['GRID_WORKER', `${COMMUNITY}001`],
      ['COMMITTEE_MEMBER', COMMUNITY],
      ['COMMUNITY_WORKER', OTHER_COMMUNITY],
    ]);
    for (const who of [resident, worker, lead, volunteer!, grid!, member!]) expect(await mayDo(who, id)).toContain('objectTo');
    for (const who of [rivalLead, stranger, otherWorker!])
      expect((await isRefused(people, who, ['objectTo', id], TEXT)).code).toBe('NOT_FOUND');
    expect((await isRefused(people, resident, ['objectTo', id], { text: '不行' })).code).toBe('INPUT_TOO_SHORT');
  });

  it('does not end while an objection is open, and then ends at once', async () => {
    const { world, resident, neighbour, street, secretary } = people;
    const id = await inNotice();
    const due = (await clockOf(world, id, 'noticeEnds'))!.dueAt;
    const [first, second] = [await objects(resident, id), await objects(neighbour, id)];
    expect((await isRefused(people, resident, ['objectTo', id], TEXT)).code).toBe('APPOINTMENT_OBJECTED');
    expect(await clockOf(world, id, 'noticeEnds')).toBeUndefined();
    await does(street, 'dismissObjection', id, { objectionId: first, finding: '经核实，其每周驻点两天。' });
    await passTo(world, due, 60);
    await settle(world);
    expect(await seen(secretary, id, 'state openObjections')).toEqual({ state: 'IN_NOTICE', openObjections: 1 });
    const tries = [first, v7()];
    for (const objectionId of tries)
      expect((await isRefused(people, street, ['dismissObjection', id], { objectionId, finding: REASON })).code).toBe('APPOINTMENT_OBJECTION_UNKNOWN');
    expect((await isRefused(people, secretary, ['dismissObjection', id], { objectionId: second, finding: REASON })).code).toBe('NOT_ALLOWED');
    await does(street, 'dismissObjection', id, { objectionId: second, finding: '经核实，其每周驻点两天。' });
    expect(await seen(secretary, id)).toEqual({ state: 'APPOINTED' });
    expect(await eventsOf(world, id, 'noticeEnds')).toHaveLength(1);
  });

  it('goes on to its end when objections are settled before', async () => {
    const { world, resident, street } = people;
    const id = await inNotice();
    const due = (await clockOf(world, id, 'noticeEnds'))!.dueAt;
    const objectionId = await objects(resident, id);
    await does(street, 'dismissObjection', id, { objectionId, finding: REASON });
    expect((await clockOf(world, id, 'noticeEnds'))!.dueAt).toEqual(due);
    await runOut(world, id, 'noticeEnds');
    expect(await seen(street, id)).toEqual({ state: 'APPOINTED' });
  });

  it('ends in nothing when an objection is upheld', async () => {
    const { resident, street, secretary, lead } = people;
    const id = await inNotice();
    const objectionId = await objects(resident, id);
    await does(street, 'upholdObjection', id, { objectionId, finding: '反映属实，不宜任职，请另行选派。' });
    expect(await seen(lead, id, 'state remark')).toEqual({ state: 'REFUSED', remark: '反映属实，不宜任职，请另行选派。' });
    expect((await isRefused(people, secretary, ['publicise', id], { place: '公示栏' })).code).toBe('WRONG_STATE');
  });

  it('keeps from everybody but the street who objected and what was said', async () => {
    const { world, resident, neighbour, street, secretary, lead } = people;
    const id = await inNotice();
    await objects(resident, id);
    const shown = 'openObjections objections { text upheld } events(first: 1) { action person text reason }';
    // The unit and the role of whoever objected would say who it was: the act itself is not told.
    const counted = { openObjections: 1, objections: [], events: [{ action: 'publicise', person: null, text: null, reason: null }] };
    expect([await seen(secretary, id, shown), await seen(lead, id, shown)]).toEqual([counted, counted]);
    expect(await seen(neighbour, id, shown)).toEqual({ ...counted, openObjections: null });
    expect((await seen(resident, id, shown))!['objections']).toEqual([{ text: TEXT.text, upheld: null }]);
    expect((await seen(street, id, shown))!['events']).toMatchObject([{ action: 'objectTo' }]);
    expect((await seen(street, id, shown))!['objections']).toEqual([{ text: TEXT.text, upheld: null }]);
    const [event] = await eventsOf(world, id, 'objectTo');
    expect(JSON.stringify(event!.data)).not.toContain(TEXT.text);
  });
}); // prettier-ignore

describe('What is seen', () => {
  it('of an appointment before the notice: those who send, receive and decide; from the notice on the community', async () => {
    const { world, secretary, worker, street, supervisor, lead, liaison, rivalLead, resident, stranger } = people;
    const [reviewer, leader, otherStreet, otherSecretary, auditor] = await world.people([
      ['STREET_REVIEWER', STREET],
      ['DISTRICT_LEADER', DISTRICT],
      ['STREET_COMMITTEE', OTHER_STREET],
      ['COMMUNITY_SECRETARY', OTHER_COMMUNITY],
      ['AUDITOR', DISTRICT],
    ]);
    const inside = [secretary, worker, street, supervisor, lead, liaison, reviewer!, leader!];
    const outside = [rivalLead, stranger, otherStreet!, otherSecretary!, auditor!, Somebody.nobody(world.app.url)];
    const studied = await inbound(people, await aSeat(people, 'PROPERTY_STAFF'), { state: 'STUDIED', nominee: await nominee() });
    const announced = await inNotice();
    const stateFor = async (who: Somebody, id: string) => {
      const { data } = await who.ask('query ($id: ID!) { appointment(id: $id) { state opinion } }', { id });
      return data?.['appointment'] ?? null;
    };
    for (const who of inside) expect(await stateFor(who, studied)).toEqual({ state: 'STUDIED', opinion: '同意，符合条件' });
    for (const who of [...outside, resident]) expect(await stateFor(who, studied)).toBeNull();
    expect(await stateFor(resident, announced)).toEqual({ state: 'IN_NOTICE', opinion: null });
    for (const who of outside) expect(await stateFor(who, announced)).toBeNull();
    const open = await opened(people, await memberSeat(people));
    for (const who of [lead, rivalLead, people.outsideLead]) expect(await stateFor(who, open)).toEqual({ state: 'SEAT_OPEN', opinion: null });
    for (const who of [resident, stranger, otherSecretary!]) expect(await stateFor(who, open)).toBeNull();
    const { appointments, appointmentCounts } = await resident.reads(
      `{ appointments(filter: { division: "${COMMUNITY}" }) { nodes { id } totalCount } appointmentCounts { state count } }`,
    );
    expect(appointments.nodes).toContainEqual({ id: announced });
    expect(appointments.nodes).not.toContainEqual({ id: studied });
    const counted = (appointmentCounts as Shown[]).reduce((sum, { count }) => sum + (count as number), 0);
    expect(counted).toBe(appointments.totalCount);
  });
}); // prettier-ignore

describe('Coverage and balance', () => {
  it('count who sits where, at any moment, and what is missing', async () => {
    const { world, secretary, supervisor, lead, worker, resident, rivalLead } = people;
    const body = await theBody(people, 'PROPERTY_COMMITTEE');
    const at = async (moment: Date | null, who = supervisor) => {
      const query = `query ($at: DateTimeISO) { appointmentCoverage(filter: { division: "${COMMUNITY}", at: $at }) { communityCode source holders vacantSeats lacking }
        appointmentBalance(filter: { division: "${COMMUNITY}", at: $at }) { unitName sent received mutual } }`;
      const { appointmentCoverage, appointmentBalance } = await who.reads(query, { at: moment?.toISOString() ?? null });
      const coverage = (appointmentCoverage as Shown[]).map(({ source, holders, vacantSeats, lacking }) => [source, holders, vacantSeats, lacking]);
      return { coverage, balance: (appointmentBalance as Shown[]).map(({ unitName, sent, received, mutual }) => [unitName, sent, received, mutual]) };
    };
    const vacant = async (source: string) => (await at(null)).coverage.find(([one]) => one === source)![2] as number;
    const [police, property] = [await vacant('POLICE'), await vacant('PROPERTY')];
    const before = world.now();
    const [policeSeat, propertySeat] = [await aSeat(people, 'POLICE', body), await aSeat(people, 'PROPERTY_STAFF', body)];
    expect([await vacant('POLICE'), await vacant('PROPERTY')]).toEqual([police + 1, property + 1]);
    expect((await at(before)).coverage).toEqual([['POLICE', 0, police, true], ['PROPERTY', 0, property, true], ['OWNERS', 0, 0, true], ['RESIDENT_UNIT', 0, 0, true]]);
    const officer = await world.somebody('UNIT_LIAISON', people.rivalId);
    await inbound(people, propertySeat, { state: 'ACTIVE', nominee: await nominee(), endsOn: dayIn(world, 100) });
    const own = await aSeat(people, 'RESIDENT_MEMBER', body);
    await inbound(people, own, { state: 'ACTIVE', nominee: resident, by: secretary });
    expect((await at(null)).coverage.slice(0, 2)).toEqual([['POLICE', 0, police + 1, true], ['PROPERTY', 1, property, false]]);
    expect((await at(null)).balance).toEqual([['演示派出所乙', 0, 0, false], ['演示物业甲', 1, 0, false]]);
    await inbound(people, policeSeat, { state: 'ACTIVE', nominee: officer, by: rivalLead });
    await outbound(people, await adviserSeat(people), { state: 'ACTIVE', nominee: worker });
    const both = world.now();
    expect((await at(null)).coverage.slice(0, 2)).toEqual([['POLICE', 1, police, false], ['PROPERTY', 1, property, false]]);
    expect((await at(null)).balance).toEqual([['演示派出所乙', 1, 0, false], ['演示物业甲', 1, 1, true]]);
    expect((await at(before)).balance).toEqual([['演示派出所乙', 0, 0, false], ['演示物业甲', 0, 0, false]]);
    const later = new Date(both.getTime() + 200 * 86_400_000);
    expect((await at(later)).balance).toEqual([['演示派出所乙', 1, 0, false], ['演示物业甲', 0, 1, false]]);
    expect(await at(null, lead)).toEqual(await at(null));
    const { appointmentCoverage: street } = await supervisor.reads(`{ appointmentCoverage(filter: { division: "${STREET}" }) { communityCode lacking } }`);
    expect((street as Shown[]).filter(({ communityCode }) => communityCode === OTHER_COMMUNITY)).toHaveLength(4);
    const { appointmentBalance: one } = await lead.reads(`{ appointmentBalance(filter: { unit: "${people.unitId}" }) { unitId } unit(id: "${people.unitId}") { seatHolders { direction kind body { name } } bodies { name } } }`);
    expect(one).toEqual([{ unitId: people.unitId }]);
    const asked = await resident.ask('{ appointmentBalance { unitId } }');
    expect(asked.errors[0]?.extensions.code).toBe('NOT_ALLOWED');
    await passTo(world, later, 0);
    await settle(world);
    expect((await at(both)).balance).toEqual([['演示派出所乙', 1, 0, false], ['演示物业甲', 1, 1, true]]);
  });
}); // prettier-ignore

describe('What happens on the way', () => {
  it('comes to those whose move it is, once', async () => {
    const { world, lead, secretary, street, liaison } = people;
    const id = await opened(people, await aSeat(people, 'PROPERTY_STAFF'), { unitId: people.unitId, endsOn: dayIn(world, 300) });
    await runOut(world, id, 'nominate');
    const missed = await eventsOf(world, id, 'deadlineMissed');
    expect(missed.map(({ data }) => [data['duty'], data['missedBy'], data['escalatedTo']])).toEqual([['nominate', 'unit', 'street']]);
    await does(lead, 'nominate', id, { personId: liaison.who.id, consent: true });
    const { rows } = await world.sql.query<{ unit_ids: string[]; person_ids: string[]; data: Shown }>(
      `SELECT unit_ids, person_ids, data FROM event WHERE subject_id = $1 AND action = 'nominate'`,
      [id],
    );
    expect(rows[0]).toMatchObject({ unit_ids: [people.unitId], person_ids: [liaison.who.id] });
    expect(rows[0]!.data['headline']).toMatch(/自治会·物业服务人员$/);
    await does(secretary, 'sendBack', id, { reason: REASON });
    expect(await mayDo(lead, id)).toEqual(['nominate']);
    expect(await mayDo(street, id)).toEqual([]);
    await done(secretary, 'appointmentCloseSeat', { appointmentId: id, reason: REASON }, 'appointment { state }');
  });
}); // prettier-ignore
