import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { mulberry32, pick, pickSome, type Random } from '../../seeds/random.ts';
import { until } from '../support/events.ts';
import { seqOf } from '../support/follower.ts';
import { HallHouse, noticesOf } from '../support/hall-house.ts';
import { REASON } from '../support/order-world.ts';
import type { Somebody } from '../support/somebody.ts';
import { fedAfter, fedWhole, isToldTo, placeOf } from '../support/told.ts';

const [UNITS, ORDERS] = [11, 60];
const SHOWN = 'kind cursor action order { id state unit { id } }';
let hall: HallHouse;
beforeAll(async () => (hall = await HallHouse.open()));
afterAll(() => hall.close());

it('tells every unit all that concerns it and nothing else, also while one does not read', async () => {
  const { world } = hall;
  const random = mulberry32(3);
  const units = await Promise.all(Array.from({ length: UNITS }, (_, index) => world.unit(`演示单位${String(index)}`)));
  const liaisons = (await Promise.all(units.map((id) => hall.liaisons(id, 1)))).flat();
  const begin = await placeOf(world.sql);
  const ears = liaisons.map((by) => hall.follow(by, begin.cursor, SHOWN));
  const deaf = await hall.deaf(liaisons[0]!, begin.cursor, SHOWN);

  const audiences = Array.from({ length: ORDERS }, () => pickSome(random, units, 1 + Math.floor(random() * 5)));
  const chosen = { audience: 'CHOSEN', urgency: 'NORMAL', needKind: 'REPAIR' };
  const orders = await hall.opens(ORDERS, { approval: (index) => ({ ...chosen, units: audiences[index]! }) });
  await Promise.all(orders.map((orderId) => somethingHappens(orderId, liaisons, random)));
  await fedWhole(world.sql);
  deaf.socket.resume();

  const facts = await fedAfter(world.sql, begin.seq);
  for (const { heard, who } of ears) {
    const wanted = facts.filter((fact) => isToldTo(who, fact));
    expect(wanted.length).toBeGreaterThan(5);
    await until(() => heard.length >= wanted.length, 20_000);
    expect(heard.map((notice) => [seqOf(notice), notice['action'], notice['order']?.id])).toEqual(
      wanted.map(({ seq, action, subjectId }) => [seq, action, subjectId]),
    );
  }
  const own = facts.filter((fact) => isToldTo(liaisons[0]!.who, fact)).map(({ seq }) => seq);
  await until(() => noticesOf(deaf).length >= own.length || deaf.code !== null);
  for (const notice of noticesOf(deaf)) expect(own).toContain(seqOf(notice));
}, 60_000);

/** One of the audience takes the order, and keeps it, reports on it or gives it back; or the street refers it. */
async function somethingHappens(orderId: string, liaisons: readonly Somebody[], random: Random): Promise<void> {
  const text = 'SELECT unit_id AS id FROM order_audience WHERE order_id = $1 ORDER BY 1';
  const { rows } = await hall.world.sql.query<{ id: string }>(text, [orderId]);
  const unit = pick(random, rows).id;
  const by = liaisons.find(({ who }) => who.scope === unit)!;
  if (random() < 0.2) return hall.does(hall.reviewer, 'orderRefer', { orderId, target: 'HOTLINE', reason: REASON });
  await hall.takes(by, orderId);
  if (random() < 0.5) await hall.does(by, 'orderReport', { orderId, text: '已到现场', photos: [] });
  if (random() < 0.5) return;
  const release = { orderId, reason: REASON, rightUnit: '演示学校乙', basis: '职责分工' };
  await hall.does(by, 'orderRequestRelease', release);
  await hall.does(hall.reviewer, 'orderAcceptRelease', { orderId, atFault: false, reason: REASON });
}
