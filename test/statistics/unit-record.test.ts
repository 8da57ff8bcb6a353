import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import type { Shown, Somebody } from '../support/somebody.ts';
import { DISTRICT, OTHER_STREET } from '../support/world.ts';
import { countedOf, medianOf } from './counted.ts';
import { openFiguresWorld, type FiguresWorld, type Known } from './figures-world.ts';

const MEASURES = ['claimed', 'running', 'finished', 'onTimePercent', 'returned', 'rated', 'satisfiedPercent', 'averageScore'] as const; // prettier-ignore
const middle = (name: string) => `median${name.charAt(0).toUpperCase()}${name.slice(1)}`;
const ASK = `query ($filter: UnitRecordFilter) { unitRecord(filter: $filter) { unitId unitName alliance members red late ${MEASURES.flatMap((name) => [name, middle(name)]).join(' ')} } }`;

let people: FiguresWorld;
beforeAll(async () => void (people = await openFiguresWorld()));
afterAll(() => people.world.close());

const record = async (who: Somebody, filter: object = {}): Promise<Shown[]> =>
  (await who.reads(ASK, { filter }))['unitRecord'] as Shown[];

type Counts = (order: Known) => boolean;

/** The measures of a unit, counted by hand. */
function measuresOf(unitId: string, counts: Counts = () => true) {
  const own = people.orders.filter((order) => order.unit === unitId && counts(order));
  const returned = own.filter((order) => order.returned).length;
  return { ...countedOf(own, people.world.now()), claimed: own.length + returned, returned };
}

function byHand(unitId: string, counts: Counts = () => true): object {
  const own = measuresOf(unitId, counts);
  const all = people.units.map((unit) => measuresOf(unit, counts));
  const measures = MEASURES.flatMap((name) => [
    [name, own[name]],
    [middle(name), medianOf(all.map((one) => one[name]))],
  ]);
  return { members: people.units.length, red: own.red, late: own.late, ...Object.fromEntries(measures) };
}

it('shows a unit its own record beside the medians of its alliance', async () => {
  const [found, ...more] = await record(people.liaison);
  expect(more).toEqual([]);
  expect(found).toEqual({ unitId: people.unitId, unitName: '演示物业甲', alliance: '演示联盟', ...byHand(people.unitId) });
  expect(found!['medianFinished']).not.toBeNull();
}); // prettier-ignore

it('counts of a time what was claimed and submitted then', async () => {
  const [from, before] = [new Date('2026-09-01T00:00:00Z'), new Date('2026-10-10T00:00:00Z')];
  const [found] = await record(people.rival, { from, before });
  expect(found).toMatchObject(byHand(people.rivalUnitId, ({ submitted }) => submitted >= from && submitted < before));
});

it('shows a unit no other unit, and the district every one of its own', async () => {
  const leader = await people.world.somebody('DISTRICT_LEADER', DISTRICT);
  const elsewhere = await people.world.somebody('SUPERVISOR', '610302000000');
  expect(await record(people.liaison, { unit: people.rivalUnitId })).toEqual([]);
  expect(await record(leader, { unit: people.rivalUnitId })).toMatchObject([byHand(people.rivalUnitId)]);
  expect(await record(elsewhere, { unit: people.rivalUnitId })).toEqual([]);
  expect(await record(leader)).toEqual([]);
  const { errors } = await people.reviewer.ask('{ unitRecord { claimed } }');
  expect(errors.map(({ extensions }) => extensions.code)).toEqual(['NOT_ALLOWED']);
});

it('has no medians of an alliance of four, and none at all for a unit in no alliance', async () => {
  const units: string[] = [];
  for (const n of [1, 2, 3, 4])
    units.push(await people.world.unit(`演示小联盟单位${String(n)}`, [OTHER_STREET], OTHER_STREET));
  const alone = await people.world.unit('演示独立单位', []);
  const [member, single] = await people.world.people([
    ['UNIT_LEAD', units[0]!],
    ['UNIT_LEAD', alone],
  ]);
  const [found] = await record(member!);
  expect(found).toMatchObject({ members: 4, claimed: 0, onTimePercent: null });
  expect(MEASURES.map((name) => found![middle(name)] as unknown)).toEqual(MEASURES.map(() => null));
  expect(await record(single!)).toMatchObject([{ unitId: alone, alliance: null, members: 0, claimed: 0 }]);
});

it('takes one statement beside the look for the session', async () => {
  await record(people.liaison);
  const seen = await people.world.statements(() => record(people.liaison));
  expect(seen.filter((text) => !/FROM session/.test(text))).toHaveLength(1);
});
