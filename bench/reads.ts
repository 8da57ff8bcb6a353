import type { Child } from './child.ts';
import type { Setting } from './claims.ts';
import { compare, type Reading } from './compare.ts';
import { Caller } from './http.ts';
import type { Sent } from './probe.ts';
import type { Table } from './statistics.ts';
import type { Person } from './world.ts';

const LIST = `query { orders(first: 50) { nodes { id number state title enteredAt dueAt community { code label } unit { id shortName }
  events(first: 3) { id action label at } viewerActions { action label mutation } } pageInfo { hasNextPage } } }`;
const ONE = `query ($id: ID!) { order(id: $id) { id number state version title content enteredAt dueAt community { code label } unit { id shortName }
  events(first: 10) { id action label from to at reason } viewerActions { action label mutation } } }`;
const DESK = `query { orderDesk { bucket label count } }`;

const HANDS = [
  ['by hand, JSON made by PostgreSQL', '/json'],
  ['by hand, rows and JSON.stringify', '/rows'],
] as const;

export async function measureReads(setting: Setting, reader: Child): Promise<Table> {
  const people = await reviewers(setting);
  const orders = await longOrders(setting, people);
  const body = (query: string, variables: object = {}) => JSON.stringify({ query, variables });
  const readings: Reading[] = [
    {
      name: 'work list',
      hands: HANDS,
      requests: people.map((person) => ({ person, api: body(LIST), path: `/list?street=${person.scope}` })),
    },
    {
      name: 'single order',
      hands: HANDS,
      requests: orders.map(({ id, person }) => ({ person, api: body(ONE, { id }), path: `/order?id=${id}` })),
    },
  ];
  const words = await learnWords(setting, [
    ...people.map((person) => [person, LIST, {}] as const),
    ...orders.map(({ id, person }) => [person, ONE, { id }] as const),
  ]);
  const url = await reader.ask<string>('open', { url: setting.ground.databaseUrl, words });
  const rows = await compare(setting, { reader, url, readings });
  return {
    title: 'Reads',
    about:
      'Work list: the newest 50 orders of a street, each with its community, its unit, its last 3 events and what the reviewer may do with it. Single order: one with its last 10 events. The answers are equal, value by value.',
    ...rows,
  };
}

export async function measureCounts(setting: Setting, reader: Child): Promise<Table> {
  const people = await reviewers(setting);
  const recorded = new Map<string, Sent>();
  const caller = await Caller.open(setting.server.url);
  for (const person of people) {
    await setting.server.child.ask('record');
    await caller.call(caller.request('/graphql', { token: person.token, body: JSON.stringify({ query: DESK }) }));
    const sent = await setting.server.child.ask<Sent[]>('recorded');
    recorded.set(
      person.scope,
      sent.find(({ text }) => text.includes('FILTER'))!,
    );
  }
  caller.close();
  const url = await reader.ask<string>('open', { url: setting.ground.databaseUrl, desk: recorded });
  const requests = people.map((person) => ({
    person,
    api: JSON.stringify({ query: DESK }),
    path: `/desk?street=${person.scope}`,
  }));
  const reading: Reading = { name: 'desk', requests, hands: [['the same SQL by hand', '']] };
  const rows = await compare(setting, { reader, url, readings: [reading] });
  return {
    title: 'Counts',
    about: 'What waits for a reviewer, in all buckets, beside the same SQL behind node:http.',
    ...rows,
  };
}

async function reviewers({ world }: Setting): Promise<readonly Person[]> {
  return world.people(world.streets.map((street) => ['STREET_REVIEWER', street] as const));
}

async function longOrders({ ground }: Setting, people: readonly Person[]): Promise<{ id: string; person: Person }[]> {
  const { rows } = await ground.sql.query<{ id: string; street: string }>(
    `SELECT id, street_code AS street FROM orders WHERE state = 'CLEARED' AND street_code = ANY ($1) ORDER BY md5(id::text) LIMIT 1000`,
    [people.map(({ scope }) => scope)],
  );
  return rows.map(({ id, street }) => ({ id, person: people.find(({ scope }) => scope === street)! }));
}

interface Shown {
  readonly state: string;
  readonly events: readonly { readonly action: string; readonly label: string }[];
  readonly viewerActions: unknown;
}

/** What the API calls actions, and what it lets a reviewer do in each state: whoever writes by hand writes it down. */
async function learnWords(
  { server }: Setting,
  asked: readonly (readonly [Person, string, object])[],
): Promise<unknown> {
  const caller = await Caller.open(server.url);
  const [labels, actions]: [Record<string, string>, Record<string, unknown>] = [{}, {}];
  for (const [person, query, variables] of asked) {
    const { body } = await caller.call(
      caller.request('/graphql', { token: person.token, body: JSON.stringify({ query, variables }) }),
    );
    const { data } = JSON.parse(body.toString()) as { data: { orders?: { nodes: Shown[] }; order?: Shown } };
    for (const order of data.orders?.nodes ?? [data.order!]) {
      actions[order.state] = order.viewerActions;
      for (const { action, label } of order.events) labels[action] = label;
    }
  }
  caller.close();
  return { labels, actions };
}
