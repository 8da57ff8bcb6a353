import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Somebody } from '../support/somebody.ts';
import { openOrderWorld, anOrder, type OrderWorld } from '../support/order-world.ts';
import { OTHER_STREET } from '../support/world.ts';
import { hear, openHouses, type Asking, type Houses } from './houses.ts';

/** What the generator once found, as small as it gets. */
let people: OrderWorld;
let houses: Houses;
let elsewhere: Somebody;
let officer: Somebody;

beforeAll(async () => {
  people = await openOrderWorld();
  for (const state of ['OPEN', 'IN_PROGRESS', 'SUBMITTED'] as const) await anOrder(people, state);
  [elsewhere, officer] = (await people.world.people([
    ['STREET_REVIEWER', OTHER_STREET],
    ['DEPARTMENT_OFFICER', people.unitId],
  ])) as [Somebody, Somebody];
  houses = await openHouses(people.world, new Date(people.world.now().getTime() + 60_000));
});
afterAll(async () => {
  await houses.close();
  await people.world.close();
});

const data = (body: string) => (JSON.parse(body) as { data: Record<string, unknown> | null }).data;

/** Asks both houses: they must say the same. */
async function asked(asking: Asking, who = people.reviewer) {
  const { planned, plain } = await houses.ask(who, asking);
  expect(planned).toEqual(plain);
  return { ...plain, data: data(plain.body) };
}

async function isPlanned(asking: Asking, who: Somebody): Promise<boolean> {
  const before = houses.counts().planned;
  await asked(asking, who);
  // Once as it was sent and once by its hash.
  return houses.counts().planned === before + 2;
}

describe('variables', () => {
  it('that cannot be null need not be sent where they have a default', async () => {
    const query = 'query ($no: Boolean! = true) { division(code: "610303001000") { code name @skip(if: $no) } }';
    expect(await asked({ query })).toMatchObject({ data: { division: { code: '610303001000' } } });
  });

  it.each([
    ['query ($n: Int) { orders(first: $n) { nodes { id } } }', { n: null }],
    ['query ($n: Int) { alliances { nodes { members(first: $n) { totalCount } } } }', { n: null }],
    ['query ($on: Boolean) { serviceCategories(activeOnly: $on) { code } }', { on: null }],
    ['query ($id: ID = "x") { alliance(id: $id) { id } }', { id: null }],
  ])('that are null where nothing can be are refused: %s', async (query, variables) => {
    expect((await asked({ query, variables })).body).toContain('"errors"');
  });

  it('that are blank instead of a cursor ask for the first page', async () => {
    const query = 'query ($after: String) { orders(after: $after) { pageInfo { hasPreviousPage } nodes { id } } }';
    const { data: first } = await asked({ query });
    expect((await asked({ query, variables: { after: '   ' } })).data).toEqual(first);
  });
});

describe('selections', () => {
  it('that are left out in one place are answered where they stand in another', async () => {
    const query = `query ($no: Boolean!) { division(code: "610303001000") { ...Whole } }
      fragment Whole on Division { ... { ...Part @skip(if: $no) code } ...Part } fragment Part on Division { name }`;
    const { data: found } = await asked({ query, variables: { no: true } });
    expect(JSON.stringify(found)).toMatch(/^\{"division":\{"code":".*","name":".*"\}\}$/);
  });

  it.each(['{ orders { totalCount } }', '{ orders { __typename pageInfo { hasPreviousPage } } }', '{ alliances { nodes { members { totalCount } } } }'])(
    'of a page without its rows are one row: %s',
    async (query) => {
      for (const who of [people.reviewer, elsewhere]) expect(await isPlanned({ query }, who)).toBe(true);
    },
  ); // prettier-ignore

  it.each(['{ orders { nodes { events { person } } } }', '{ orders { nodes { duplicates { light photos { id } } } } }', '{ orders(filter: { search: "路灯" }) { nodes { id } } }'])(
    'that a viewer never sees leave no parameter behind: %s',
    async (query) => {
      for (const who of [officer, people.liaison, people.resident]) expect(await isPlanned({ query }, who)).toBe(true);
    },
  ); // prettier-ignore
});

it('residents read their own name in full, and others what is left of it', async () => {
  const { rows } = await people.world.sql.query<{ id: string }>('SELECT id FROM orders ORDER BY id LIMIT 1');
  const query = `{ order(id: "${rows[0]!.id}") { events { action person } } }`;
  const ofSubmit = async (who: Somebody) => {
    const { order } = (await asked({ query }, who)).data as { order: { events: { action: string; person: string }[] } };
    return order.events.find(({ action }) => action === 'submit')!.person;
  };
  expect(await ofSubmit(people.resident)).toBe('示例甲');
  expect(await ofSubmit(people.reviewer)).toMatch(/^示\*+$/);
});

it('whoever shares a statement gets the answer to their own asking', async () => {
  const query = '{ orders { totalCount } }';
  const alone = new Map<Somebody, string>();
  for (const who of [people.reviewer, elsewhere]) alone.set(who, (await asked({ query }, who)).body);
  expect(new Set(alone.values()).size).toBe(2);
  const many = Array.from({ length: 40 }, (_, index) => (index % 3 === 0 ? people.reviewer : elsewhere));
  const heard = await Promise.all(many.map((who) => hear(houses.planned.url, who, { query })));
  expect(heard.map(({ body }) => body)).toEqual(many.map((who) => alone.get(who)));
});
