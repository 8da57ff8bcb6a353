import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { anOffer, CHAIRS, done, EDITED, key, openOfferWorld, PHONE, refused, VENUE, WHY, wish, at, type OfferWorld } from '../support/offer-world.ts'; // prettier-ignore
import { clockOf, eventsOf, pass, settle } from '../support/rules.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

let people: OfferWorld;
beforeAll(async () => {
  people = await openOfferWorld();
});
afterAll(() => people.world.close());

const read = async (who: Somebody, id: string, shown: string): Promise<Shown | null> =>
  (await who.reads(`query ($id: ID!) { resourceOffer(id: $id) { ${shown} } }`, { id }))['resourceOffer'] as Shown;

const codeOf = async (who: Somebody, name: string, input: object) =>
  (await refused(people.world, who, name, input)).code;

describe('an offer', () => {
  it('is entered by a member, made sure of by the office of its place within five working days, and listed', async () => {
    const { world, unit, community, member } = people;
    const { id, state } = await done(unit, 'resourceOfferCreate', { ...VENUE, ...key() });
    expect(state).toBe('OFFERED');
    expect((await clockOf(world, id as string, 'verify'))?.limit).toBe('5WD');
    await expect(read(member, id as string, 'id')).resolves.toBeNull();
    await done(community, 'resourceOfferVerify', { resourceOfferId: id, finding: '现场看过' });
    await expect(clockOf(world, id as string, 'verify')).resolves.toBeUndefined();
    const shown = await read(
      member,
      id as string,
      'state status mayBook stateLabel parts hours { weekday opensAt closesAt } unit { name } division { code } viewerActions { action }',
    );
    expect(shown).toMatchObject({
      ...{ state: 'AVAILABLE', status: 'AVAILABLE', mayBook: true, stateLabel: '可预约', parts: 1 },
      ...{ unit: { name: '演示文化站甲' }, division: { code: COMMUNITY } },
      viewerActions: [{ action: 'revealContact' }],
    });
    expect(shown!['hours']).toHaveLength(5);
    expect((shown!['hours'] as Shown[])[0]).toEqual({ weekday: 1, opensAt: '09:00', closesAt: '18:00' });
    expect((await eventsOf(world, id as string)).map(({ action, from, to }) => [action, from, to])).toEqual([
      ['create', null, 'OFFERED'],
      ['verify', 'OFFERED', 'AVAILABLE'],
    ]);
  });

  it('that is sent back rests with the unit: the office has its time again when it is mended', async () => {
    const { world, unit, community } = people;
    const { id } = await done(unit, 'resourceOfferCreate', { ...VENUE, ...key() });
    const of = { resourceOfferId: id };
    await done(community, 'resourceOfferSendBack', { ...of, reason: WHY });
    await expect(clockOf(world, id as string, 'verify')).resolves.toBeUndefined();
    await done(unit, 'resourceOfferEdit', { ...of, ...EDITED, title: '演示大活动室' });
    expect(await clockOf(world, id as string, 'verify')).toBeDefined();
    await done(community, 'resourceOfferVerify', of);
    await expect(read(unit, id as string, 'title sentBackAt')).resolves.toEqual({ title: '演示大活动室', sentBackAt: null });
  }); // prettier-ignore

  it('is looked at again when its kind or amount changes, and only then', async () => {
    const { unit } = people;
    const id = await anOffer(people);
    const of = { resourceOfferId: id };
    const same = { kind: 'VENUE', amount: 1, measure: '间', exclusive: true };
    expect((await done(unit, 'resourceOfferEdit', { ...of, ...EDITED }))['state']).toBe('AVAILABLE');
    await expect(codeOf(unit, 'resourceOfferRevise', { ...of, ...same })).resolves.toBe('OFFER_SAME_KIND');
    expect((await done(unit, 'resourceOfferRevise', { ...of, ...same, amount: 2 }))['state']).toBe('OFFERED');
  });

  it('rests and comes back; the street may let it rest too', async () => {
    const { unit, committee, member } = people;
    const id = await anOffer(people);
    const of = { resourceOfferId: id };
    expect((await done(committee, 'resourceOfferPause', { ...of, reason: WHY }))['state']).toBe('PAUSED');
    await expect(read(member, id, 'status mayBook')).resolves.toEqual({ status: 'PAUSED', mayBook: false });
    await expect(codeOf(member, 'bookingCreate', wish(id, at(1, '10:00'), at(1, '11:00')))).resolves.toBe('BOOKING_OFFER_CLOSED');
    expect((await done(unit, 'resourceOfferResume', of))['state']).toBe('AVAILABLE');
  }); // prettier-ignore

  it('is withdrawn when nothing of it is promised any more', async () => {
    const { world, unit, member } = people;
    const id = await anOffer(people);
    const of = { resourceOfferId: id };
    const { id: bookingId } = await done(member, 'bookingCreate', wish(id, at(1, '10:00'), at(1, '11:00')));
    const refusal = await refused(world, unit, 'resourceOfferWithdraw', { ...of, reason: WHY });
    expect(refusal).toMatchObject({ code: 'OFFER_HAS_BOOKINGS', message: expect.stringContaining('2026年11月3日10:00') });
    await done(unit, 'bookingDecline', { bookingId, reason: WHY });
    expect((await done(unit, 'resourceOfferWithdraw', { ...of, reason: WHY }))['state']).toBe('WITHDRAWN');
    await expect(read(member, id, 'id')).resolves.toBeNull();
  }); // prettier-ignore

  it.each([
    ['of a unit that is no member there', 'stranger', VENUE, 'OFFER_NOT_MEMBER'],
    ['for a place where the unit is no member', 'unit', { ...VENUE, division: OTHER_STREET }, 'OFFER_NOT_MEMBER'],
    ['for a grid', 'unit', { ...VENUE, division: `${COMMUNITY}001` }, 'OFFER_PLACE_UNKNOWN'],
    ['by an office', 'community', VENUE, 'NOT_ALLOWED'],
    ['of a category that does not exist', 'unit', { ...VENUE, category: 'NOTHING' }, 'OFFER_CATEGORY_UNKNOWN'],
    ['of nothing', 'unit', { ...VENUE, amount: 0 }, 'INPUT_NOT_IN_RANGE'],
    ['with half of its hours', 'unit', { ...VENUE, closesAt: null }, 'OFFER_HOURS_INCOMPLETE'],
    ['that closes before it opens', 'unit', { ...VENUE, closesAt: '08:00' }, 'OFFER_HOURS_ORDER'],
    ['with a time that is none', 'unit', { ...VENUE, opensAt: '9点' }, 'OFFER_HOURS_TIME'],
  ] as const)('%s is refused, and nothing changes', async (_, who, input, code) => {
    await expect(codeOf(people[who], 'resourceOfferCreate', { ...input, ...key() })).resolves.toBe(code);
  });

  it('has no two openings that overlap: the database decides, even between two who add at once', async () => {
    const { unit } = people;
    const id = await anOffer(people, { ...VENUE, closesAt: '12:00' });
    const of = { resourceOfferId: id, weekdays: ['MONDAY'] };
    await expect(codeOf(unit, 'resourceOfferAddHours', { ...of, opensAt: '11:00', closesAt: '13:00' })).resolves.toBe('OFFER_HOURS_OVERLAP');
    const add = () => unit.calls('resourceOfferAddHours', { ...of, opensAt: '14:00', closesAt: '17:30' });
    const codes = (await Promise.all([add(), add(), add()])).map(({ error }) => error?.code ?? null);
    expect(codes.toSorted()).toEqual(['OFFER_HOURS_OVERLAP', 'OFFER_HOURS_OVERLAP', null]);
    await done(unit, 'resourceOfferClearHours', { resourceOfferId: id, weekdays: ['MONDAY'] });
    expect((await read(unit, id, 'hours { weekday }'))!['hours']).toHaveLength(4);
  }); // prettier-ignore
});

describe('who may what with an offer', () => {
  it('is decided by the place: the office of the community for a community, that of the street for a street', async () => {
    const { unit, community, otherCommunity, reviewer, otherCommittee, member } = people;
    const [hall, chairs] = await Promise.all([VENUE, CHAIRS].map((input) => done(unit, 'resourceOfferCreate', { ...input, ...key() }))); // prettier-ignore
    const verify = (who: Somebody, { id }: Shown) => codeOf(who, 'resourceOfferVerify', { resourceOfferId: id });
    await expect(verify(otherCommunity, hall!)).resolves.toBe('NOT_FOUND');
    await expect(verify(reviewer, hall!)).resolves.toBe('NOT_ALLOWED');
    await expect(verify(unit, hall!)).resolves.toBe('NOT_ALLOWED');
    await expect(verify(community, chairs!)).resolves.toBe('NOT_FOUND');
    await expect(verify(otherCommittee, chairs!)).resolves.toBe('NOT_FOUND');
    await expect(verify(member, chairs!)).resolves.toBe('NOT_FOUND');
    await done(reviewer, 'resourceOfferVerify', { resourceOfferId: chairs!['id'] });
    await done(community, 'resourceOfferVerify', { resourceOfferId: hall!['id'] });
  });

  it('keeps the contact masked; members read it in full with a purpose, which is on record', async () => {
    const { world, member, resident, supervisor, stranger } = people;
    const id = await anOffer(people);
    const contact = 'contact { name phone }';
    const masked = { contact: { name: '示**', phone: '139****1234' } };
    await expect(read(member, id, contact)).resolves.toEqual(masked);
    await expect(read(supervisor, id, contact)).resolves.toEqual(masked);
    await expect(read(resident, id, `title ${contact}`)).resolves.toEqual({ title: '演示活动室', contact: null });
    await expect(read(stranger, id, contact)).resolves.toBeNull();
    const input = { resourceOfferId: id, purpose: '商量钥匙交接' };
    const { payload } = await member.calls('resourceOfferRevealContact', input, 'contact { name phone }');
    expect(payload!['contact']).toEqual({ name: '示例联系人', phone: PHONE });
    await expect(codeOf(supervisor, 'resourceOfferRevealContact', input)).resolves.toBe('NOT_ALLOWED');
    const told = await eventsOf(world, id, 'revealContact');
    expect(told.map(({ data }) => data['purpose'])).toEqual(['商量钥匙交接']);
    const { rows } = await world.sql.query<{ n: number }>(
      `SELECT count(*)::int AS n FROM event WHERE data::text LIKE '%${PHONE}%' OR data::text LIKE '%139****%'`,
    );
    expect(rows[0]!.n).toBe(0);
  });
});

describe('the list of offers', () => {
  it('finds by kind, place, words and free time', async () => {
    const { member, stranger, unitId } = people;
    const hall = await anOffer(people, { ...VENUE, title: '独一无二的演播室' });
    const chairs = await anOffer(people, { ...CHAIRS, title: '独一无二的椅子' });
    await done(member, 'bookingCreate', wish(hall, at(2, '10:00'), at(2, '12:00')));
    const found = async (filter: object, who = member) => {
      const { resourceOffers } = await who.reads('query ($filter: ResourceOfferFilter) { resourceOffers(filter: $filter) { nodes { id } } }', { filter: { search: '独一无二', ...filter } });
      return (resourceOffers as { nodes: Shown[] }).nodes.map(({ id }) => id as string);
    }; // prettier-ignore
    const free = (from: string, to: string) => ({ freeDuring: { from, to } });
    await expect(found({})).resolves.toEqual([chairs, hall]);
    await expect(found({}, stranger)).resolves.toEqual([]);
    await expect(found({ kind: 'VENUE', unit: unitId })).resolves.toEqual([hall]);
    await expect(found({ division: COMMUNITY })).resolves.toEqual([chairs, hall]);
    await expect(found({ division: OTHER_COMMUNITY })).resolves.toEqual([chairs]);
    await expect(found({ division: STREET, search: '演播' })).resolves.toEqual([hall]);
    await expect(found(free(at(2, '11:00'), at(2, '13:00')))).resolves.toEqual([chairs]);
    await expect(found(free(at(2, '12:00'), at(2, '13:00')))).resolves.toEqual([chairs, hall]);
    await expect(found(free(at(5, '12:00'), at(5, '13:00')))).resolves.toEqual([chairs]);
    await expect(found({ states: ['PAUSED'] })).resolves.toEqual([]);
  });
});

describe('the deadline of the office', () => {
  it('is told once when it comes near and once when it is missed', async () => {
    const { world, unit } = people;
    const { id } = await done(unit, 'resourceOfferCreate', { ...VENUE, ...key() });
    await pass(world, { days: 8 });
    await settle(world);
    await settle(world);
    const actions = (await eventsOf(world, id as string)).map(({ action }) => action);
    expect(actions).toEqual(['create', 'deadlineNear', 'deadlineMissed']);
  });
});

describe('the end of an agreement', () => {
  it('takes the offers off the list that hung on it, and no others', async () => {
    const { world, unit, committee, unitId } = people;
    const [hall, chairs] = [await anOffer(people), await anOffer(people, CHAIRS)];
    const { rows } = await world.sql.query<{ id: string }>(
      `SELECT g.id FROM agreement g JOIN alliance a ON a.id = g.alliance_id WHERE g.unit_id = $1 AND a.division_code = $2`,
      [unitId, STREET],
    );
    const { error } = await committee.calls('agreementTerminate', { agreementId: rows[0]!.id, reason: WHY });
    expect(error).toBeNull();
    await pass(world, { days: 45 });
    await settle(world);
    await expect(read(unit, chairs, 'state')).resolves.toEqual({ state: 'WITHDRAWN' });
    await expect(read(unit, hall, 'state')).resolves.toEqual({ state: 'AVAILABLE' });
    expect((await eventsOf(world, chairs)).at(-1)).toMatchObject({ action: 'lapse', role: 'CLOCK' });
  });
});
