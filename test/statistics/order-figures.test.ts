import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_STREET, STREET } from '../support/world.ts';
import { countedOf, SPLITS } from './counted.ts';
import { openFiguresWorld, type FiguresWorld, type Known } from './figures-world.ts';

const FIGURES = 'key label orders running green yellow red finished late onTimePercent cleared rated satisfiedPercent averageScore'; // prettier-ignore
const ASK = `query ($filter: OrderFigureFilter) { orderFigures(filter: $filter) { ${FIGURES} } }`;

let people: FiguresWorld;
let leader: Somebody;
beforeAll(async () => {
  people = await openFiguresWorld();
  leader = await people.world.somebody('DISTRICT_LEADER', DISTRICT);
});
afterAll(() => people.world.close());

const figures = async (who: Somebody, filter: object = {}): Promise<Shown[]> =>
  (await who.reads(ASK, { filter }))['orderFigures'] as Shown[];

/** Counted by hand, by key. */
function byHand(by: string, counts: (order: Known) => boolean = () => true) {
  const groups = Map.groupBy(people.orders.filter(counts), SPLITS[by]!);
  const kept = [...groups].filter(([key]) => key !== null);
  return Object.fromEntries(kept.map(([key, orders]) => [key!, countedOf(orders, people.world.now())]));
}
const byKey = (rows: readonly Shown[]) =>
  Object.fromEntries(rows.map(({ key, label: _label, ...rest }) => [key as string, rest]));

it.each(Object.keys(SPLITS))('counts by %s what one counts by hand', async (by) => {
  const found = await figures(leader, { by });
  expect(found.every(({ label }) => label !== '')).toBe(true);
  const shown = byKey(by === 'STREET' ? found.filter(({ orders }) => orders > 0) : found);
  expect(shown).toEqual(byHand(by));
});

it('shows streets in which nothing happened, and months as people call them', async () => {
  expect((await figures(leader, { by: 'STREET' })).map(({ orders }) => orders as number)).toContain(0);
  const months = await figures(leader, { by: 'MONTH' });
  expect(months.map(({ label }) => label as string)).toContain('2026年10月');
  expect(months.map(({ key }) => key as string)).toEqual(months.map(({ key }) => key as string).toSorted());
});

it('counts of a division, a unit and a time only what belongs there', async () => {
  const [from, before] = [new Date('2026-09-01T16:00:00Z'), new Date('2026-10-15T16:00:00Z')];
  const within = ({ submitted }: Known) => submitted >= from && submitted < before;
  expect(byKey(await figures(leader, { from, before, by: 'UNIT' }))).toEqual(byHand('UNIT', within));
  expect(byKey(await figures(leader, { division: COMMUNITY, by: 'STATE' }))).toEqual(
    byHand('STATE', ({ community }) => community === COMMUNITY),
  );
  expect(byKey(await figures(leader, { unit: people.unitId, division: STREET }))).toEqual(
    byHand('TOTAL', ({ unit, street }) => unit === people.unitId && street === STREET),
  );
  expect(await figures(leader, { unit: 'nobody' })).toEqual([]);
});

it('says nothing of how content fewer than five are', async () => {
  const groups = await figures(leader, { by: 'WEEK' });
  const few = groups.filter(({ rated }) => rated < 5);
  expect(few.length).toBeGreaterThan(0);
  expect(few.every((group) => group['satisfiedPercent'] === null)).toBe(true);
  expect(few.every((group) => group['averageScore'] === null || group['rated'] >= 5)).toBe(true);
});

const COUNT = 'query ($filter: OrderFilter) { orders(first: 1, filter: $filter) { totalCount } }';
const listed = async (who: Somebody, filter: object): Promise<number> =>
  (await who.reads(COUNT, { filter }))['orders'].totalCount as number;
const DONE = ['DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED'];
/** The list behind each figure. */
const LISTS: Readonly<Record<string, object>> = {
  orders: {},
  ...{ green: { light: 'GREEN' }, yellow: { light: 'YELLOW' }, red: { light: 'RED' } },
  ...{ finished: { states: DONE }, late: { states: DONE, late: true }, cleared: { states: ['CLEARED'] } },
};

it.each(Object.keys(LISTS))('opens as many orders as the figure %s says', async (figure) => {
  const time = { submittedFrom: '2026-08-15T00:00:00Z', submittedBefore: '2026-10-20T00:00:00Z' };
  const asked = { division: STREET, from: time.submittedFrom, before: time.submittedBefore };
  for (const who of [leader, people.reviewer]) {
    const [found] = await figures(who, asked);
    expect(found![figure]).toBeGreaterThan(0);
    expect(await listed(who, { division: STREET, ...time, ...LISTS[figure] })).toBe(found![figure]);
  }
  const [all] = await figures(leader);
  expect(await listed(leader, { states: DONE, late: false })).toBe(all!['finished'] - all!['late']);
});

it('lets nobody find by time or word what the history hides from them', async () => {
  const { resident, liaison } = people;
  const neighbour = await people.world.somebody('RESIDENT', COMMUNITY);
  for (const filter of [{ rated: true }, { rated: false }, { late: true }, { late: false }])
    expect(await listed(neighbour, filter)).toBe(0);
  expect(await listed(resident, { rated: true })).toBeGreaterThan(0);
  expect(await listed(liaison, { rated: true })).toBe(
    people.orders.filter(({ unit, words, round }) => unit === people.unitId && words.some((word) => word.round === round)).length,
  ); // prettier-ignore
});

it('shows a street its own orders and no others, whatever it asks for', async () => {
  const other = await people.world.somebody('STREET_COMMITTEE', OTHER_STREET);
  expect(byKey(await figures(other))).toEqual(byHand('TOTAL', ({ street }) => street === OTHER_STREET));
  expect((await figures(other, { by: 'STREET' })).map(({ key }) => key as string)).toEqual([OTHER_STREET]);
  expect(await figures(other, { division: STREET })).toEqual([]);
  const elsewhere = await people.world.somebody('SUPERVISOR', '610302000000');
  expect(await figures(elsewhere)).toEqual([]);
});

it('is closed to whoever does not watch', async () => {
  for (const who of [people.resident, people.liaison, people.community])
    for (const query of [
      '{ orderFigures { orders } }',
      '{ resolutionFigures { open } }',
      '{ meetingFigures { held } }',
    ])
      expect((await who.ask(query)).errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_ALLOWED']);
});

it('takes one statement beside the look for the session', async () => {
  for (const by of Object.keys(SPLITS)) {
    await figures(leader, { by });
    const seen = await people.world.statements(() => figures(leader, { by }));
    expect(seen.filter((text) => !/FROM session/.test(text))).toHaveLength(1);
  }
});
