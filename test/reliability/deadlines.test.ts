import 'reflect-metadata';
import { afterEach, expect, it } from '@jest/globals';
import { SEAL_KEY } from '../support/claim-race.ts';
import { dueMoments, rung, spelled, type Rung } from '../support/clocks.ts';
import { endAllHouses, HouseProcess } from '../support/house-process.ts';
import { anOrder, openOrderWorld, type OrderWorld, type Reached } from '../support/order-world.ts';
import { fedWhole } from '../support/told.ts';

const DAY = 86_400_000;
let people: OrderWorld;
afterEach(async () => {
  await endAllHouses();
  await people.world.close();
});

/** What the clock must do to an order that is left alone in a state, in this order: action, duty, level. */
const COURSE: Partial<Record<Reached, readonly (readonly [string, string | null, string | null])[]>> = {
  SUBMITTED: [
    ['deadlineNear', 'approve', null],
    ['deadlineMissed', 'approve', 'district'],
  ],
  // The unit did not begin: the street hears of it, and a limit later the district.
  CLAIMED: [
    ['deadlineNear', 'start', null],
    ['deadlineMissed', 'start', 'street'],
    ['deadlineMissed', 'start', 'district'],
    ['deadlineNear', 'finish', null],
    ['deadlineMissed', 'finish', 'street'],
    ['deadlineMissed', 'finish', 'district'],
  ],
  DONE_PENDING_CHECK: [
    ['deadlineNear', 'pass', null],
    ['deadlineMissed', 'pass', 'street'],
    ['deadlineMissed', 'pass', 'district'],
  ],
  AWAITING_RATING: [
    ['deadlineNear', 'clear', null],
    ['clear', null, null],
  ],
  OPEN: [
    ['deadlineNear', 'flagUnclaimed', null],
    ['flagUnclaimed', null, null],
    ['deadlineNear', 'assign', null],
    ['deadlineMissed', 'assign', 'district'],
  ],
};

it('fires every clock exactly once when two houses sweep at the same moment', async () => {
  people = await openOrderWorld({ nodes: 2 });
  const { world } = people;
  const wanted = await leftAlone(['SUBMITTED', 'OPEN', 'CLAIMED'], 10);
  for (let months = 0; months < 3; months += 1) {
    world.later({ days: 30 });
    // Both read the same list before either has acted on it.
    while ((await dueMoments(world.sql, world.now())) > 0) await Promise.all([world.sweep(0), world.sweep(1)]);
  }
  await firedOnce(wanted);
});

it('fires every clock exactly once when one of two processes is killed in the middle', async () => {
  people = await openOrderWorld({ config: { SEAL_KEY } });
  const { sql, databaseUrl } = people.world;
  const wanted = await leftAlone(Object.keys(COURSE) as Reached[], 15);
  const ahead = people.world.now().getTime() - Date.now();
  const options = { databaseUrl, sealKey: SEAL_KEY, config: { SWEEP_SECONDS: '1' } };
  let [months, interrupted] = [0, 0];
  // A month passes at once, until nothing is due any more: limits that were missed anew are escalated once more.
  for (let later = ahead + 30 * DAY; ; later += 30 * DAY) {
    const left = () => dueMoments(sql, new Date(Date.now() + later));
    const due = await left();
    if (due === 0) break;
    const houses = await Promise.all([0, 1].map(() => HouseProcess.start({ ...options, ahead: later })));
    await waitFor(async () => (await left()) < due * 0.8);
    await houses[months % 2]!.kill();
    // Some moments were acted upon, others were not; the other house goes on alone.
    if ((await left()) > 0) interrupted += 1;
    await waitFor(async () => (await left()) === 0);
    await houses[(months + 1) % 2]!.stop();
    months += 1;
  }
  expect(months).toBeGreaterThanOrEqual(2);
  // A machine that is busy elsewhere may come too late for one month, not for all of them.
  expect(interrupted).toBeGreaterThan(0);
  await firedOnce(wanted);
}, 120_000);

type Wanted = readonly Omit<Rung, 'times'>[];

/** Orders in these states with which nobody does anything more, and what the clock must do to them. */
async function leftAlone(states: readonly Reached[], each: number): Promise<Wanted> {
  const wanted: Omit<Rung, 'times'>[] = [];
  for (const state of states.flatMap((one) => Array.from({ length: each }, () => one))) {
    const subjectId = await anOrder(people, state);
    wanted.push(...COURSE[state]!.map(([action, duty, level]) => ({ subjectId, action, duty, level })));
  }
  return wanted;
}

async function firedOnce(wanted: Wanted): Promise<void> {
  await fedWhole(people.world.sql);
  const happened = await rung(people.world.sql);
  expect(happened.filter(({ times }) => times !== 1)).toEqual([]);
  expect(spelled(happened)).toEqual(spelled(wanted));
}

async function waitFor(holds: () => Promise<boolean>, milliseconds = 40_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('What was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
