import 'reflect-metadata';
import { afterEach, expect, it } from '@jest/globals';
import { SEAL_KEY } from '../support/claim-race.ts';
import { dueMoments, rung, spelled, type Rung } from '../support/clocks.ts';
import { endAllHouses, HouseProcess } from '../support/house-process.ts';
import { anOrder, openOrderWorld, type OrderWorld, type Reached } from '../support/order-world.ts';
import { fedWhole } from '../support/told.ts';

const EACH = 15;
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

it('fires every clock exactly once, with two processes of which one is killed in the middle', async () => {
  people = await openOrderWorld({ config: { SEAL_KEY } });
  const wanted: Omit<Rung, 'times'>[] = [];
  for (const [state, course] of Object.entries(COURSE)) {
    for (let left = EACH; left > 0; left -= 1) {
      const subjectId = await anOrder(people, state as Reached);
      wanted.push(...course.map(([action, duty, level]) => ({ subjectId, action, duty, level })));
    }
  }
  const { sql, databaseUrl } = people.world;
  const ahead = people.world.now().getTime() - Date.now();
  const options = { databaseUrl, sealKey: SEAL_KEY, config: { SWEEP_SECONDS: '1' } };
  let months = 0;
  // A month passes at once, until nothing is due any more: limits that were missed anew are escalated once more.
  for (let later = ahead + 30 * DAY; ; later += 30 * DAY) {
    const left = () => dueMoments(sql, new Date(Date.now() + later));
    const due = await left();
    if (due === 0) break;
    const houses = await Promise.all([0, 1].map(() => HouseProcess.start({ ...options, ahead: later })));
    await waitFor(async () => (await left()) < due * 0.8);
    await houses[0]!.kill();
    expect(await left()).toBeGreaterThan(0);
    // Some moments were acted upon, others were not; the other house goes on alone.
    await waitFor(async () => (await left()) === 0);
    await houses[1]!.stop();
    months += 1;
  }
  expect(months).toBeGreaterThanOrEqual(2);
  await fedWhole(sql);
  const happened = await rung(sql);
  expect(happened.filter(({ times }) => times !== 1)).toEqual([]);
  expect(spelled(happened)).toEqual(spelled(wanted));
}, 120_000);

async function waitFor(holds: () => Promise<boolean>, milliseconds = 40_000): Promise<void> {
  const end = performance.now() + milliseconds;
  while (!(await holds())) {
    if (performance.now() > end) throw new Error('What was waited for did not come');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}
