import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { anOrder, draft, inputFor, openOrderWorld, takeStep, type OrderWorld } from '../support/order-world.ts';
import { copyOf } from '../support/cast.ts';
import type { Somebody } from '../support/somebody.ts';

let people: OrderWorld;
const counted: [string, number][] = [];

beforeAll(async () => {
  people = await openOrderWorld();
  const open = await anOrder(people, 'OPEN');
  const working = await anOrder(people, 'IN_PROGRESS');
  for (let index = 0; index < 30; index += 1) {
    await copyOf(people.world, open);
    await copyOf(people.world, working);
  }
});
afterAll(async () => {
  process.stdout.write(`SQL statements an operation:\n${counted.map(([name, count]) => `  ${name}: ${String(count)}`).join('\n')}\n`);
  await people.world.close();
}); // prettier-ignore

/** Counts with the working calendar fresh: it is read again once a second, whatever is asked. */
async function counting(work: () => Promise<unknown>): Promise<number> {
  await people.world.app.house.calendar();
  return (await people.world.statements(work)).length;
}

/** Statements of the operation, the lookup of the session included; the second time, when everything is prepared. */
async function statementsOf(name: string, work: () => Promise<unknown>): Promise<number> {
  await work();
  const count = await counting(work);
  counted.push([name, count]);
  return count;
}

const workList = (more = '', ofEvents = '') => `{ orders(first: 50, sort: DUE_FIRST) { pageInfo { endCursor hasNextPage } nodes {
  id number state stateLabel light title dueAt unit { id name } community { code name } ${more}
  events(first: 3) { action label at ${ofEvents} } viewerActions { action label mutation } } } }`; // prettier-ignore

it.each(['liaison', 'reviewer', 'resident', 'community', 'supervisor'] as const)('a work list of 50 orders takes %s at most five', async (who) => {
  const asked = () => people[who].reads(workList());
  expect((await asked())['orders'].nodes).toHaveLength(50);
  expect(await statementsOf(`work list of 50 (${who})`, asked)).toBeLessThanOrEqual(5);
}); // prettier-ignore

it('a work list that names category and people besides takes two more', async () => {
  const asked = () => people.reviewer.reads(workList('category { code name }', 'person'));
  expect(await statementsOf('work list of 50 with category and people', asked)).toBeLessThanOrEqual(7);
});

it.each([
  ['order', 4, '{ order(id: "ID") { id state title unit { name } community { name } viewerActions { action } } }'],
  ['orderDesk', 2, '{ orderDesk { bucket count } }'],
  ['orderCounts', 2, '{ orderCounts { state count } }'],
  ['orders with totalCount', 3, '{ orders(first: 20) { totalCount nodes { id } } }'],
] as const)('%s takes at most %i', async (name, most, query) => {
  const id = await anOrder(people, 'IN_PROGRESS');
  const asked = () => people.liaison.reads(query.replace('ID', id));
  expect(await statementsOf(name, asked)).toBeLessThanOrEqual(most);
}); // prettier-ignore

/** One step as whoever takes it in the ordinary course, with everything prepared beforehand. */
async function tripsOfStep(action: string, by: Somebody, id: string): Promise<{ statements: number; trips: number }> {
  const input = await inputFor(people, action, id, by);
  await people.world.app.house.calendar();
  const { statements, trips } = await people.world.trips(() => by.does(action, id, input, 'id state'));
  counted.push([`${action}, in ${String(trips)} trips`, statements.length]);
  return { statements: statements.length, trips };
}

// A rise is a reason to look: every trip to the database is time in which the order is locked. The look-up of the session and the
// reading of what is answered are among them.
const STEPS = [
  ['submit', 'resident', 'DRAFT', 11, 6],
  ['approve', 'reviewer', 'SUBMITTED', 12, 8],
  ['claim', 'liaison', 'OPEN', 11, 4],
  ['start', 'liaison', 'CLAIMED', 10, 5],
  ['report', 'liaison', 'IN_PROGRESS', 10, 5],
  ['finish', 'liaison', 'IN_PROGRESS', 12, 7],
  ['pass', 'community', 'DONE_PENDING_CHECK', 11, 6],
  ['rate', 'resident', 'AWAITING_RATING', 19, 12],
  ['note', 'reviewer', 'IN_PROGRESS', 7, 5],
] as const;

it.each(STEPS)('%s by the %s takes no more statements and trips than it did', async (action, who, state, most, mostTrips) => {
  await takeStep(people, action, await anOrder(people, state));
  const { statements, trips } = await tripsOfStep(action, people[who], await anOrder(people, state));
  expect(statements).toBeLessThanOrEqual(most);
  expect(trips).toBeLessThanOrEqual(mostTrips);
}); // prettier-ignore

it('create takes no more statements than it did', async () => {
  await draft(people.resident);
  const count = await counting(() => draft(people.resident));
  counted.push(['create', count]);
  expect(count).toBeLessThanOrEqual(10);
});
