import 'reflect-metadata';
import { afterEach, expect, it } from '@jest/globals';
import { ClaimRace } from '../support/claim-race.ts';
import { until } from '../support/events.ts';
import { judgeClaims } from '../support/history.ts';
import { endAllHouses } from '../support/house-process.ts';

const UNITS = 100;
const LISTENERS = 10;
let race: ClaimRace | null = null;
afterEach(async () => {
  await race?.close();
  race = null;
  await endAllHouses();
});

it.each([
  { orders: 200, processes: 1 },
  { orders: 50, processes: 2 },
])('one of $processes process(es): 100 units claim each of $orders orders at once', async ({ orders, processes }) => {
  race = await ClaimRace.open(UNITS);
  const urls = await race.startProcesses(processes);
  await race.listen(LISTENERS, urls);
  const ids = await race.openOrders(orders, urls[0]!);
  for (const id of ids) await race.claimAtOnce(id, urls);

  const finals = await race.finals();
  expect(judgeClaims(race.history, finals)).toEqual([]);
  expect(race.strange).toEqual([]);
  const answered = race.history.filter(({ answer }) => answer.kind !== 'unknown');
  expect(answered).toHaveLength(orders * UNITS);
  expect(answered.filter(({ answer }) => answer.kind === 'won').map(({ order }) => order).sort()).toEqual(ids.sort()); // prettier-ignore

  const { followers } = race;
  await until(() => followers.every(({ heard }) => heard.length >= orders * 2), 20_000);
  for (const { heard, who } of followers) {
    const told = Map.groupBy(heard, (notice) => notice['order'].id as string);
    const wanted = ids.map((id) => [id, ['OPENED', finals.get(id) === who.scope ? 'CHANGED' : 'TAKEN']]);
    expect(ids.map((id) => [id, told.get(id)?.map((notice) => notice['kind'])])).toEqual(wanted);
    expect(heard.slice(-1)[0]!['order'].unit.id).toBe(finals.get(heard.slice(-1)[0]!['order'].id));
  }
});
