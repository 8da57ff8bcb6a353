import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { APPROVAL, photo, plan } from '../support/order-world.ts';
import { anOffer, does, isRefused, NEED, openProjectWorld, published, reads, REASON, WANTED, type ProjectWorld } from '../support/project-world.ts'; // prettier-ignore
import { clockOf, eventsOf, passTo, settle } from '../support/rules.ts';

let people: ProjectWorld;
beforeAll(async () => {
  people = await openProjectWorld();
});
afterAll(() => people.world.close());

const states = (id: string) => reads(people.committee, 'need', id, 'state giver { id } result');

describe('A match', () => {
  const open = (unitId: string) => anOffer(people, { unitId, hours: [[6, 480, 1080]] });

  /** The unit that offered it claims the order and does it. */
  const doneOrder = async (orderId: string) => {
    const { reviewer, liaison, worker, world, unitId } = people;
    await reviewer.does('approve', orderId, { ...APPROVAL, audience: 'CHOSEN', units: [unitId] });
    await liaison.does('claim', orderId, plan(world));
    await liaison.does('start', orderId, { contactedAt: world.now().toISOString(), contactedHow: '电话' });
    await liaison.does('finish', orderId, {
      result: '已上门服务两次，居民满意',
      photos: [await liaison.uploads(await photo())],
    });
    await worker.does('pass', orderId, { onSite: true, finding: '现场查看属实', publicNotice: true, photos: [] });
  };

  it('is refused while the offer is taken, and says when it is free; nothing has changed', async () => {
    const { worker, unitId } = people;
    const offerId = await open(unitId);
    const [one, other] = [await published(people, WANTED), await published(people, WANTED)];
    await does(worker, 'need', 'acceptMatch', { id: one, offerId });
    const refusal = await isRefused(people, worker, 'need', 'acceptMatch', { id: other, offerId });
    expect(refusal).toMatchObject({ code: 'BOOKING_TAKEN', message: expect.stringContaining('最近的可预约时间') });
    expect(await states(other)).toMatchObject({ state: 'PUBLISHED', giver: null });
  });

  it('may be undone when the booking is, and another one accepted', async () => {
    const { worker, unitId, rivalUnitId } = people;
    const [first, second] = [await open(unitId), await open(rivalUnitId)];
    const id = await published(people, WANTED);
    const { accepted } = await does(worker, 'need', 'acceptMatch', { id, offerId: first, shown: 'accepted { booking { id } }' }); // prettier-ignore
    await does(worker, 'booking', 'cancel', { id: accepted[0].booking.id as string, reason: REASON });
    expect(await does(worker, 'need', 'rematch', { id, reason: REASON })).toMatchObject({ state: 'PUBLISHED' });
    const again = await does(worker, 'need', 'acceptMatch', { id, offerId: second, shown: 'giver { id } accepted { endedAt }' }); // prettier-ignore
    expect(again).toEqual({
      giver: { id: rivalUnitId },
      accepted: [{ endedAt: null }, { endedAt: expect.any(String) }],
    });
  });

  it('may become an order that the street reviews', async () => {
    const { worker, secretary, unitId, reviewer } = people;
    const offerId = await anOffer(people, { unitId, kind: 'SERVICE' });
    const id = await published(people, { kind: 'SERVICE' });
    expect(await isRefused(people, secretary, 'need', 'acceptMatch', { id, offerId, asOrder: true })).toMatchObject({ code: 'NEED_ORDER_BY_WORKER' }); // prettier-ignore
    const { accepted } = await does(worker, 'need', 'acceptMatch', { id, offerId, asOrder: true, shown: 'accepted { order { id } }' }); // prettier-ignore
    const order = await reviewer.order(accepted[0].order.id as string, 'state number title onBehalf');
    expect(order).toMatchObject({ state: 'SUBMITTED', title: NEED.title, onBehalf: true, number: expect.any(String) });
    expect(await clockOf(people.world, id, 'fulfil')).toBeUndefined();
    const result = '单位已上门服务，居民表示满意';
    expect(await isRefused(people, worker, 'need', 'fulfil', { id, result, served: 1 })).toMatchObject({ code: 'NEED_ORDER_OPEN' }); // prettier-ignore
    expect(await isRefused(people, worker, 'need', 'rematch', { id, reason: REASON })).toMatchObject({ code: 'NEED_ORDER_LIVE' }); // prettier-ignore
    await doneOrder(accepted[0].order.id as string);
    expect(await does(worker, 'need', 'fulfil', { id, result, served: 1 })).toMatchObject({ state: 'FULFILLED' });
  });

  it.each([
    ['no time for a booking', {}, 'NEED_MATCH_TIME'],
    ['an offer that does not fit', { offerId: randomUUID() }, 'NEED_OFFER_UNFIT'],
  ])('with %s is refused', async (_title, wrong, code) => {
    const id = await published(people);
    const offerId = await open(people.unitId);
    expect(await isRefused(people, people.worker, 'need', 'acceptMatch', { id, offerId, ...wrong })).toMatchObject({ code }); // prettier-ignore
  });

  it('is one, however many accept at once', async () => {
    const { worker, otherWorker, unitId, world } = people;
    const offers = await Promise.all(Array.from({ length: 6 }, () => open(unitId)));
    const id = await published(people, WANTED);
    const answers = await Promise.all(
      offers.map((offerId, index) =>
        [worker, otherWorker][index % 2]!.calls('needAcceptMatch', {
          needId: id,
          offerId,
          idempotencyKey: randomUUID(),
        }),
      ),
    );
    const codes = answers.map(({ error }) => error?.code ?? 'DONE').toSorted();
    expect(codes).toEqual(['DONE', ...Array.from({ length: 5 }, () => 'NEED_ALREADY_MATCHED')]);
    const { rows } = await world.sql.query('SELECT count(*)::int AS count FROM booking WHERE need_id = $1', [id]);
    expect(rows).toEqual([{ count: 1 }]);
    expect(await eventsOf(world, id, 'acceptMatch')).toHaveLength(1);
  });

  // Time passes: the last of all.
  it('books the offer, and holds it until it is given', async () => {
    const { worker, unitId, world, liaison } = people;
    const offerId = await open(unitId);
    const id = await published(people, { ...WANTED, privacy: 'INSIDERS' });
    expect(await reads(liaison, 'need', id)).toBeNull();
    const need = await does(worker, 'need', 'acceptMatch', { id, offerId, shown: 'state giver { id } accepted { score booking { id state startsAt } reasons { fit points } }' }); // prettier-ignore
    const booking = { state: 'RESERVED', startsAt: WANTED.wantedFrom, id: expect.any(String) };
    expect(need).toMatchObject({ state: 'MATCHED', giver: { id: unitId }, accepted: [{ score: 95, booking }] });
    // The unit that helps may read what only insiders may.
    expect(await reads(liaison, 'need', id, 'title')).toEqual({ title: NEED.title });
    const { rows } = await world.sql.query('SELECT need_id, offer_id FROM booking WHERE need_id = $1', [id]);
    expect(rows).toEqual([{ need_id: id, offer_id: offerId }]);
    expect(await isRefused(people, worker, 'need', 'rematch', { id, reason: REASON })).toMatchObject({ code: 'NEED_BOOKING_LIVE' }); // prettier-ignore
    const result = '周六上午的活动有四十个孩子参加';
    expect(await isRefused(people, worker, 'need', 'fulfil', { id, result, served: 40 })).toMatchObject({ code: 'NEED_BOOKING_UNUSED' }); // prettier-ignore
    await passTo(world, new Date(WANTED.wantedUntil), 5);
    await settle(world);
    await settle(world);
    expect(await does(worker, 'need', 'fulfil', { id, result, served: 40, shown: 'state result' })).toEqual({ state: 'FULFILLED', result }); // prettier-ignore
  });
});
