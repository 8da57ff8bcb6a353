import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { obligationsOf } from '../../api/src/platform/process/obligations.ts';
import { inTransaction } from '../../api/src/platform/process/transaction.ts';
import { anOffer, at, CHAIRS, done, openOfferWorld, refused, VENUE, WHY, wish, type OfferWorld } from '../support/offer-world.ts'; // prettier-ignore
import { clockOf, eventsOf, passTo, settle } from '../support/rules.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, STREET } from '../support/world.ts';

let people: OfferWorld;
beforeAll(async () => {
  people = await openOfferWorld();
});
afterAll(() => people.world.close());

const say = async (who: Somebody, input: object) => refused(people.world, who, 'bookingCreate', input);
const books = async (who: Somebody, input: object) => (await done(who, 'bookingCreate', input))['id'] as string;
const read = async (who: Somebody, id: string, shown: string): Promise<Shown | null> =>
  (await who.reads(`query ($id: ID!) { booking(id: $id) { ${shown} } }`, { id }))['booking'] as Shown | null;

describe('a booking', () => {
  it('of one hall by fifty at once is given to exactly one; the others are told when it is free next', async () => {
    const { world, unit, member, community, reviewer } = people;
    const hall = await anOffer(people);
    const crowd = Array.from({ length: 50 }, (_, index) => [unit, member, community, reviewer][index % 4]!);
    const answers = await Promise.all(
      crowd.map((who) => who.calls('bookingCreate', wish(hall, at(1, '10:00'), at(1, '12:00')), 'booking { id }')),
    );
    const refusals = answers.flatMap(({ error }) => error ?? []);
    expect(answers.filter(({ payload }) => payload?.['booking'])).toHaveLength(1);
    expect(refusals).toHaveLength(49);
    expect(new Set(refusals.map(({ code }) => code))).toEqual(new Set(['BOOKING_TAKEN']));
    expect(refusals[0]!.message).toBe('这个时段剩余的份数不够（需要1份，还有0份），请另选时间。最近的可预约时间是2026年11月3日12:00。');
    const { rows } = await world.sql.query('SELECT held::text, parts FROM booking WHERE offer_id = $1', [hall]);
    expect(rows).toEqual([{ held: '{[1,2)}', parts: 1 }]);
    await books(member, wish(hall, at(1, '12:00'), at(1, '13:00')));
  }); // prettier-ignore

  it('cannot be doubled by whoever writes to the table: the database refuses it', async () => {
    const { world, member } = people;
    const hall = await anOffer(people);
    const id = await books(member, wish(hall, at(2, '10:00'), at(2, '12:00')));
    const columns = await world.sql.query<{ name: string }>(
      `SELECT column_name AS name FROM information_schema.columns WHERE table_name = 'booking' AND is_generated = 'NEVER' AND column_name <> 'id'`,
    );
    const names = columns.rows.map(({ name }) => name).join(', ');
    await expect(
      world.sql.query(`INSERT INTO booking (id, ${names}) SELECT gen_random_uuid(), ${names} FROM booking WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'booking_not_twice' });
  }); // prettier-ignore

  it('takes the lowest free parts of what can be booked in parts, wherever they lie', async () => {
    const { world, member, unit, reviewer } = people;
    const chairs = await anOffer(people, CHAIRS);
    const [from, to] = [at(3, '08:00'), at(5, '20:00')];
    await books(member, wish(chairs, from, to, 40));
    const second = await books(reviewer, wish(chairs, from, at(4, '08:00'), 30));
    await books(member, wish(chairs, from, to, 20));
    await done(unit, 'bookingDecline', { bookingId: second, reason: WHY });
    const last = await books(member, wish(chairs, from, to, 35));
    const { rows } = await world.sql.query('SELECT held::text FROM booking WHERE id = $1', [last]);
    expect(rows).toEqual([{ held: '{[41,71),[91,96)}' }]);
    expect(await say(member, wish(chairs, from, to, 6))).toMatchObject({
      ...{ code: 'BOOKING_TAKEN', message: expect.stringContaining('需要6份，还有5份') },
    });
    expect(await say(member, wish(chairs, from, to, 101))).toMatchObject({ code: 'BOOKING_TOO_MANY', path: ['input', 'parts'] });
    const revise = { resourceOfferId: chairs, kind: 'GOODS', measure: '把', exclusive: false };
    expect((await refused(world, unit, 'resourceOfferRevise', { ...revise, amount: 94 })).code).toBe('OFFER_PARTS_BOOKED');
    await done(unit, 'resourceOfferRevise', { ...revise, amount: 95 });
  }); // prettier-ignore

  it.each([
    ['before it opens', at(1, '08:00'), at(1, '10:00'), 'BOOKING_NOT_OPEN', '2026年11月3日09:00'],
    ['after it closes', at(1, '17:00'), at(1, '18:01'), 'BOOKING_NOT_OPEN', '2026年11月4日09:00'],
    ['on a day on which it is closed', at(5, '10:00'), at(5, '11:00'), 'BOOKING_NOT_OPEN', '2026年11月9日09:00'],
    ['over night', at(1, '17:00'), at(2, '10:00'), 'BOOKING_NOT_OPEN_LONG', '请缩短时间'],
    ['in the past', at(-3, '10:00'), at(-3, '11:00'), 'BOOKING_TIME_PAST', '开始时间'],
    ['backwards', at(1, '11:00'), at(1, '10:00'), 'BOOKING_TIME_ORDER', '归还时间'],
    ['for more than thirty days', at(1, '10:00'), at(32, '10:00'), 'BOOKING_TOO_LONG', '30天'],
    ['more than ninety days ahead', at(91, '10:00'), at(91, '11:00'), 'BOOKING_TOO_EARLY', '90天'],
  ])('%s is refused with a sentence, and nothing changes', async (_, from, to, code, sentence) => {
    offerOfRules ??= anOffer(people);
    const refusal = await say(people.member, wish(await offerOfRules, from, to));
    expect([refusal.code, refusal.message]).toEqual([code, expect.stringContaining(sentence)]);
  });
  let offerOfRules: Promise<string> | undefined;

  it('is for members and the offices of the place', async () => {
    const { stranger, resident, otherCommunity, otherCommittee, community, committee } = people;
    const [hall, chairs] = [await anOffer(people), await anOffer(people, CHAIRS)];
    const input = (offer: string) => wish(offer, at(2, '14:00'), at(2, '15:00'));
    expect((await say(stranger, input(hall))).code).toBe('BOOKING_OFFER_UNKNOWN');
    expect((await say(otherCommittee, input(hall))).code).toBe('BOOKING_OFFER_UNKNOWN');
    expect((await say(otherCommunity, input(hall))).code).toBe('BOOKING_OFFER_UNKNOWN');
    expect((await say(resident, input(hall))).code).toBe('NOT_ALLOWED');
    await books(otherCommunity, input(chairs));
    await books(community, input(hall));
    await books(committee, wish(hall, at(2, '15:00'), at(2, '16:00')));
  });

  it('shows when to whoever may book, and who and what for only to those whose business it is', async () => {
    const { member, unit, reviewer, resident, stranger, supervisor, community } = people;
    const hall = await anOffer(people);
    const id = await books(community, wish(hall, at(3, '10:00'), at(3, '11:00')));
    const asked = 'startsAt purpose office { code } unit { id } declineUntil events { action unit { id } }';
    const whole = { startsAt: at(3, '10:00'), purpose: '居民议事会', office: { code: COMMUNITY }, unit: null };
    for (const who of [unit, reviewer, supervisor, community]) expect(await read(who, id, asked)).toMatchObject(whole);
    for (const who of [member, resident])
      expect(await read(who, id, asked)).toEqual({ startsAt: at(3, '10:00'), purpose: null, office: null, unit: null, declineUntil: null, events: [] });
    await expect(read(stranger, id, asked)).resolves.toBeNull();
    const calendar = `query ($id: ID!, $during: TimeSpan) { resourceOffer(id: $id) { status bookings(during: $during) { totalCount nodes { startsAt parts purpose } } } }`;
    const seen = async (from: string, to: string) =>
      (await member.reads(calendar, { id: hall, during: { from, to } }))['resourceOffer'] as Shown;
    expect(await seen(at(3, '00:00'), at(4, '00:00'))).toEqual({
      ...{ status: 'RESERVED', bookings: { totalCount: 1, nodes: [{ startsAt: at(3, '10:00'), parts: 1, purpose: null }] } },
    });
    expect((await seen(at(4, '00:00'), at(5, '00:00')))['bookings'].totalCount).toBe(0);
  }); // prettier-ignore

  it('retried with its key is made once', async () => {
    const { world, member } = people;
    const hall = await anOffer(people);
    const input = wish(hall, at(4, '10:00'), at(4, '11:00'));
    const ids = await Promise.all(Array.from({ length: 5 }, () => books(member, input)));
    expect(new Set(ids).size).toBe(1);
    const { rows } = await world.sql.query('SELECT count(*)::int AS n FROM booking WHERE offer_id = $1', [hall]);
    expect(rows).toEqual([{ n: 1 }]);
  });
});

describe('the unit', () => {
  it('declines within two working days and gives the time to others; later the office must help', async () => {
    const { world, unit, member, community } = people;
    const hall = await anOffer(people);
    const first = await books(member, wish(hall, at(9, '10:00'), at(9, '11:00')));
    expect((await refused(world, member, 'bookingDecline', { bookingId: first, reason: WHY })).code).toBe('NOT_ALLOWED');
    await done(unit, 'bookingDecline', { bookingId: first, reason: WHY });
    const second = await books(member, wish(hall, at(9, '10:00'), at(9, '11:00')));
    await passTo(world, new Date(at(3, '00:00')), 1);
    const late = await refused(world, unit, 'bookingDecline', { bookingId: second, reason: WHY });
    expect(late).toMatchObject({ code: 'BOOKING_DECLINE_LATE', message: expect.stringContaining('2026年11月4日24:00') });
    expect((await done(community, 'bookingCancel', { bookingId: second, reason: WHY }))['state']).toBe('CANCELLED');
    expect((await eventsOf(world, second)).map(({ action, reason }) => [action, reason])).toEqual([['create', null], ['cancel', WHY]]);
  }); // prettier-ignore

  it('owes what it has promised until it is over', async () => {
    const { world, unitId, member } = people;
    const hall = await anOffer(people, { ...VENUE, title: '还没兑现的活动室' });
    const owed = async (divisionCode: string | null) =>
      (await inTransaction(world.app.house, (transaction) => obligationsOf({ unitId, divisionCode }, transaction)))
        .map(({ label }) => label)
        .filter((label) => label.includes('还没兑现'));
    await expect(owed(null)).resolves.toEqual([]);
    const bookingId = await books(member, wish(hall, at(10, '10:00'), at(10, '11:00')));
    for (const place of [null, COMMUNITY, STREET])
      await expect(owed(place)).resolves.toEqual(['资源预约“还没兑现的活动室”（2026年11月12日10:00）']);
    await expect(owed('610303002000')).resolves.toEqual([]);
    await done(member, 'bookingCancel', { bookingId, reason: WHY });
    await expect(owed(null)).resolves.toEqual([]);
  });
});

describe('the clock', () => {
  it('begins and ends a booking at its moments, once, though two houses look', async () => {
    const { world, member } = people;
    const chairs = await anOffer(people, { ...CHAIRS, title: '按时的椅子' });
    const id = await books(member, wish(chairs, at(11, '10:00'), at(13, '10:00'), 7));
    // What the unit books of its own is no promise kept to anybody.
    await books(people.unit, wish(chairs, at(11, '10:00'), at(13, '10:00'), 1));
    expect((await clockOf(world, id, 'start'))?.dueAt.toISOString()).toBe(at(11, '10:00'));
    await passTo(world, new Date(at(11, '10:00')), -1);
    await settle(world);
    expect(await read(member, id, 'state')).toEqual({ state: 'RESERVED' });
    await passTo(world, new Date(at(11, '10:00')), 1);
    await Promise.all([settle(world), settle(world)]);
    const seen = async () => (await member.reads(`{ resourceOffer(id: "${chairs}") { status partsInUse keptCount endedCount } }`))['resourceOffer'] as Shown;
    const before = await seen();
    expect(before).toMatchObject({ status: 'IN_USE', partsInUse: 8 });
    expect((await clockOf(world, id, 'finish'))?.dueAt.toISOString()).toBe(at(13, '10:00'));
    await passTo(world, new Date(at(13, '10:00')), 1);
    await Promise.all([settle(world), settle(world)]);
    expect(await read(member, id, 'state')).toEqual({ state: 'RETURNED' });
    expect(await seen()).toEqual({ status: 'AVAILABLE', partsInUse: 0, keptCount: before['keptCount'] + 1, endedCount: before['endedCount'] + 1 });
    const steps = (await eventsOf(world, id)).map(({ action }) => action).filter((action) => action !== 'deadlineNear');
    expect(steps).toEqual(['create', 'start', 'finish']);
    await expect(clockOf(world, id, 'finish')).resolves.toBeUndefined();
  }); // prettier-ignore

  it('what is given back before its time can be had again', async () => {
    const { world, member, unit } = people;
    const chairs = await anOffer(people, { ...CHAIRS, title: '早还的椅子' });
    const id = await books(member, wish(chairs, at(14, '10:00'), at(20, '10:00'), 100));
    await passTo(world, new Date(at(15, '10:00')), 0);
    await settle(world);
    expect((await say(member, wish(chairs, at(16, '10:00'), at(17, '10:00')))).code).toBe('BOOKING_TAKEN');
    expect((await refused(world, member, 'bookingCancel', { bookingId: id, reason: WHY })).code).toBe('WRONG_STATE');
    await done(unit, 'bookingReturnEarly', { bookingId: id, note: '完好' });
    await books(member, wish(chairs, at(16, '10:00'), at(17, '10:00'), 100));
    await expect(clockOf(world, id, 'finish')).resolves.toBeUndefined();
  });
});
