import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ROLES, type Role } from '../../api/src/kernel/viewer.ts';
import { DemoHouse } from '../support/demo.ts';
import type { Somebody } from '../support/somebody.ts';
import { Browser } from './support/browser.ts';
import type { Person } from './support/person.ts';
import { routesOfFeatures, Walk } from './support/walk.ts';

// Residents have pages of their own.
const STAFF = (Object.keys(ROLES) as Role[]).filter((role) => role !== 'RESIDENT');

let house: DemoHouse;
let browser: Browser;
let walk: Walk;
beforeAll(async () => {
  house = await DemoHouse.open();
  browser = await Browser.open(house.url);
  walk = new Walk(routesOfFeatures());
});
afterAll(async () => {
  await browser.close();
  await house.close();
});

async function looks(somebody: Somebody, look: (person: Person) => Promise<void>): Promise<void> {
  const person = await browser.knows(somebody);
  await look(person);
  await person.leaves();
  expect(walk.takeFaults()).toEqual({});
}

describe('every page is whole: no complaint of the browser, nothing that hinders by WCAG 2.2 AA, nothing cut off', () => {
  it.each(STAFF)('from the menu of a %s', async (role) => {
    const somebody = await house.somebody(role);
    if (!somebody) return;
    await looks(somebody, (person) => walk.menuOf(person));
  });

  it('of a meeting whose minutes were issued', async () => {
    const reviewer = (await house.somebody('STREET_REVIEWER'))!;
    const { jointMeetings } = await reviewer.reads('{ jointMeetings(state: ISSUED, first: 1) { nodes { id } } }');
    await looks(reviewer, (person) => walk.address(person, `/meetings/${jointMeetings.nodes[0].id as string}/minutes`));
  });

  it('behind a button', async () => looks((await house.somebody('STREET_REVIEWER'))!, (person) => walk.rest(person)));
  it('and somebody has seen each of them', () => expect(walk.left).toEqual([]));
});
