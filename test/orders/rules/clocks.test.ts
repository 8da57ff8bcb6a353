import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { renewProvisional } from '../../../api/src/platform/process/provisional.ts';
import { sweep } from '../../../api/src/platform/process/sweeper.ts';
import { anOrder, openOrderWorld, takeStep, type OrderWorld } from '../../support/order-world.ts';
import { clockOf, settle } from '../../support/rules.ts';

let people: OrderWorld;
beforeAll(async () => {
  // Christmas Eve: limits reach into a year whose working days nobody has published.
  people = await openOrderWorld({ at: new Date('2026-12-24T02:00:00Z') });
});
afterAll(() => people.world.close());

const publish = async (year: number, holiday: string) => {
  const { sql } = people.world;
  await sql.query(`INSERT INTO calendar_year (year, source, published_at) VALUES ($1, '演示通知', now())`, [year]);
  await sql.query(`INSERT INTO calendar_day (date, kind, name, source) VALUES ($1, 'HOLIDAY', '元旦', '演示通知')`, [
    holiday,
  ]);
  await new Promise((resolve) => setTimeout(resolve, 1100)); // the calendar is at most a second old
};

it('a limit that reaches into an unpublished year is provisional, and set again once the year is published; fixed days stay', async () => {
  const { world, reviewer } = people;
  const counted = await anOrder(people, 'CLAIMED');
  const fixed = await anOrder(people, 'SUBMITTED');
  const finishBy = '2027-03-01T00:00:00.000Z';
  await takeStep(people, 'approve', fixed, { finishBy });
  await takeStep(people, 'claim', fixed);
  const provisional = async (id: string) =>
    (await world.sql.query(`SELECT provisional FROM process_clock WHERE subject_id = $1 AND action = 'finish'`, [id])).rows[0];
  const before = (await clockOf(world, counted, 'finish'))!.dueAt;
  expect([await provisional(counted), await provisional(fixed)]).toEqual([{ provisional: true }, { provisional: false }]);
  expect(await renewProvisional(world.app.house)).toBe(0);
  await publish(2027, '2027-01-01');
  expect(await renewProvisional(world.app.house)).toBeGreaterThan(0);
  const after = (await clockOf(world, counted, 'finish'))!.dueAt;
  expect(after.getTime()).toBeGreaterThan(before.getTime());
  expect(await provisional(counted)).toEqual({ provisional: false });
  expect((await clockOf(world, fixed, 'finish'))!.dueAt.toISOString()).toBe(finishBy);
  expect((await reviewer.order(counted, 'events(first: 1) { label }'))!['events'][0].label).toBe('期限已按新公布的工作日历更正');
  expect(await renewProvisional(world.app.house)).toBe(0);
}); // prettier-ignore

it('an extension that was granted too late does not shorten the time', async () => {
  const id = await anOrder(people, 'IN_PROGRESS');
  await takeStep(people, 'requestExtend', id);
  await takeStep(people, 'requestSuspend', id);
  await takeStep(people, 'grantSuspend', id);
  people.world.later({ hours: 20 });
  await takeStep(people, 'resume', id);
  const { dueAt } = (await clockOf(people.world, id, 'finish'))!;
  const asked = people.world.sql.query('UPDATE orders SET extend_to = $2 WHERE id = $1', [
    id,
    new Date(dueAt.getTime() - 1000),
  ]);
  await asked;
  expect(await people.reviewer.isRefused('grantExtend', id)).toMatchObject({ code: 'ORDER_EXTEND_NOT_LATER' });
  expect((await clockOf(people.world, id, 'finish'))!.dueAt).toEqual(dueAt);
});

it('a clock that another node has dealt with meanwhile is not put off: it would ring twice', async () => {
  const id = await anOrder(people, 'OPEN');
  const { sql, app, now } = { ...people.world, app: people.world.app, now: people.world.now() };
  await sql.query(
    `INSERT INTO process_clock (subject_id, action, noun, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
     VALUES ($1, 'clear', 'order', $2, '14D', $2, $2, false, $2, 'DUE')`,
    [id, new Date(now.getTime() - 60_000)],
  );
  const query = async (...asked: Parameters<typeof app.house.database.query>) => {
    const dealtWith = `UPDATE process_clock SET next_at = NULL, moment = 'OVER' WHERE subject_id = $1 AND action = 'clear'`;
    if (asked[0] === 'put-off-clock') await sql.query(dealtWith, [id]);
    return app.house.database.query(...asked);
  };
  await sweep({ ...app.house, database: { ...app.house.database, query } } as typeof app.house);
  const { rows } = await sql.query(
    `SELECT next_at, moment FROM process_clock WHERE subject_id = $1 AND action = 'clear'`,
    [id],
  );
  expect(rows).toEqual([{ next_at: null, moment: 'OVER' }]);
});

it('a clock that cannot ring keeps no other from ringing', async () => {
  const [broken, sound] = [await anOrder(people, 'OPEN'), await anOrder(people, 'OPEN')];
  const past = new Date(people.world.now().getTime() - 60_000);
  const { sql } = people.world;
  await sql.query(
    `INSERT INTO process_clock (subject_id, action, noun, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
     VALUES ($1, 'clear', 'order', $2, '14D', $2, $2, false, $2, 'DUE')`,
    [broken, past],
  );
  await sql.query(`UPDATE process_clock SET next_at = $2, moment = 'DUE' WHERE subject_id = $1 AND action = 'flagUnclaimed'`, [sound, past]);
  await settle(people.world);
  expect(await people.reviewer.order(sound, 'unclaimedAt')).not.toEqual({ unclaimedAt: null });
  expect(await people.reviewer.order(broken, 'state')).toEqual({ state: 'OPEN' });
}); // prettier-ignore
