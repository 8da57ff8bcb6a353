import type { Child } from './child.ts';
import type { Setting } from './claims.ts';
import { compare } from './compare.ts';
import { hands, house, oneHand, openPeers, peersFor, type Hand, type Instance, type Question } from './contenders.ts';
import { Caller } from './http.ts';
import { wholeText } from './questions.ts';
import { aims, readTable } from './reads.table.ts';
import type { Table } from './statistics.ts';
import type { Person } from './world.ts';

export type Start = (script: string) => Child;

/** Questions that everybody can answer. */
export async function measureReads(setting: Setting, start: Start): Promise<Table[]> {
  const { list, one, counts } = await questions(setting);
  const hand = await openHand(setting, start);
  const peers = await openPeers(setting, start);
  const contenders = [
    ...[...house(setting, list), ...hands(hand, list, 'list'), ...peersFor(peers, list)],
    ...[...house(setting, one), ...hands(hand, one, 'one'), ...peersFor(peers, one)],
    ...[...house(setting, counts), oneHand(hand, counts, 'counts'), ...peersFor(peers, counts)],
  ];
  const results = await compare(setting, contenders, setting.options.connections);
  const about = {
    [list.name]:
      'The newest 50 orders of a street that its reviewer may see, each with its community, its unit and its last 3 events.',
    [one.name]: 'One order with its community, its unit and its last 10 events.',
    [counts.name]: 'How many orders of a street stand in each state.',
  };
  return [...Object.entries(about).map(([name, text]) => readTable(name, text, results)), aims(results)];
}

/** The same with what only the house knows: labels, what the viewer may do, what waits for them. */
export async function measureFull(setting: Setting, start: Start): Promise<Table[]> {
  const { list, one, desk } = await questions(setting);
  const fullList: Question = { ...list, name: 'Full work list', asking: 'fullList' };
  const fullOne: Question = { ...one, name: 'Full single order', asking: 'fullOne' };
  const words = await learnWords(setting, [fullList, fullOne]);
  const hand = await openHand(setting, start, words);
  const contenders = [
    ...[...house(setting, fullList), ...hands(hand, fullList, 'fullList')],
    ...[...house(setting, fullOne), ...hands(hand, fullOne, 'fullOne')],
    ...[...house(setting, desk), oneHand(hand, desk, 'desk')],
  ];
  const results = await compare(setting, contenders, setting.options.connections.slice(0, 1));
  return [
    readTable(fullList.name, 'With labels, whether more follow, and what the viewer may do with each order.', results),
    readTable(fullOne.name, 'With labels and what the viewer may do with it.', results),
    readTable(desk.name, 'What waits for a reviewer, in all buckets.', results),
  ];
}

export async function openHand({ ground }: Setting, start: Start, words?: unknown): Promise<Hand> {
  const child = start('reader');
  return { child, url: await child.ask<string>('open', { url: ground.databaseUrl, words }) };
}

interface Questions {
  readonly list: Question;
  readonly one: Question;
  readonly counts: Question;
  readonly desk: Question;
}

async function questions({ world, ground }: Setting): Promise<Questions> {
  const people = await world.people(world.streets.map((street) => ['STREET_REVIEWER', street] as const));
  const byStreet = new Map(people.map((person) => [person.scope, person]));
  // Those with the most events.
  const { rows } = await ground.sql.query<{ id: string; street: string }>(
    `SELECT id, street_code AS street FROM orders WHERE state = 'CLEARED' AND street_code = ANY ($1) ORDER BY md5(id::text) LIMIT 1000`,
    [[...byStreet.keys()]],
  );
  const ofStreet = (person: Person): Instance => ({
    ...{ person, variables: {}, hand: `street=${person.scope}&me=${person.id}`, theirs: { street: person.scope } },
  });
  const streets = people.map(ofStreet);
  const orders = rows.map(({ id, street }) => ({
    ...{ person: byStreet.get(street)!, variables: { id }, hand: `id=${id}`, theirs: { id } },
  }));
  return {
    list: { name: 'Work list', asking: 'list', instances: streets },
    one: { name: 'Single order', asking: 'one', instances: orders },
    counts: { name: 'Counts by state', asking: 'counts', instances: streets },
    desk: { name: 'Desk', asking: 'desk', instances: streets },
  };
}

interface Shown {
  readonly state: string;
  readonly events: readonly { readonly action: string; readonly label: string }[];
  readonly viewerActions: unknown;
}

/** What the house calls actions, and what it lets a reviewer do in each state: whoever writes by hand writes it down. */
async function learnWords({ server }: Setting, asked: readonly Question[]): Promise<unknown> {
  const caller = await Caller.open(server.url);
  const [labels, actions]: [Record<string, string>, Record<string, unknown>] = [{}, {}];
  for (const { asking, instances } of asked) {
    for (const { person, variables } of instances) {
      const body = JSON.stringify({ query: wholeText(asking), variables });
      const reply = await caller.call(caller.request('/graphql', { token: person.token, body }));
      const { data } = JSON.parse(reply.body.toString()) as { data: { orders?: { nodes: Shown[] }; order?: Shown } };
      for (const order of data.orders?.nodes ?? [data.order!]) {
        actions[order.state] = order.viewerActions;
        for (const { action, label } of order.events) labels[action] = label;
      }
    }
  }
  caller.close();
  return { labels, actions };
}
