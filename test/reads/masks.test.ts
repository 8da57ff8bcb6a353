import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aFullOrder, copyOf, KINDS, openCast, type Cast, type Kind } from '../support/cast.ts';
import { draft, photo } from '../support/order-world.ts';
import { type Somebody, type Shown } from '../support/somebody.ts';
import { COMMUNITY } from '../support/world.ts';
import { openHouses, type Houses } from './houses.ts';

type Who = Kind | 'merged';
/** What somebody reads of an order beyond what is open to whoever sees it. `-`: nothing more; absent: they do not know that it exists. */
type Sight = '-' | 'words' | 'words story' | 'words story contact' | (string & {});
type Sights = Partial<Record<Who, Sight>>;

const FIELDS = `id number state stateLabel street { code } community { code } category { code } channel onBehalf
  title content estate grid { code } shares { part } question result ratings { text } evaluations { text }
  events(first: 100) { action text reason person } contact { name phone address } offers { offeredAt } photos { publishConsent }`;
const OPEN = ['id', 'number', 'state', 'stateLabel', 'street', 'community', 'category', 'channel', 'onBehalf'];

const full = (value: unknown): boolean => (Array.isArray(value) ? value.length > 0 : value !== null);
const told = (order: Shown, action: string, field: string) =>
  (order['events'] as Shown[]).some((event) => event['action'] === action && event[field] !== null);

/** Field by field, so that a single missing mask is seen. */
const GROUPS: Readonly<Record<string, Readonly<Record<string, (order: Shown) => boolean>>>> = {
  words: Object.fromEntries(['title', 'content', 'estate', 'grid', 'shares'].map((name) => [name, (order: Shown) => full(order[name])])),
  story: {
    ...Object.fromEntries(['question', 'result', 'ratings', 'evaluations'].map((name) => [name, (order: Shown) => full(order[name])])),
    ...Object.fromEntries(['text', 'reason', 'person'].map((name) => [`events.${name}`, (order: Shown) => told(order, 'report', name)])),
    'events of contacts read': (order) => told(order, 'revealContact', 'action'),
    'photos without consent': (order) => (order['photos'] as Shown[]).some(({ publishConsent }) => !publishConsent),
    'note.person': (order) => told(order, 'note', 'person'),
  },
  contact: { contact: (order) => full(order['contact']) },
  notes: Object.fromEntries(['text', 'reason'].map((name) => [`note.${name}`, (order: Shown) => told(order, 'note', name)])),
  offers: { offers: (order) => full(order['offers']) },
}; // prettier-ignore

/** What is read alike of every order by whoever's business it is. */
const INSIDE: Sights = {
  ...{ orderer: 'words story contact', grid: 'words story contact', leader: 'words story contact' },
  ...{
    enterer: 'words story contact notes',
    community: 'words story contact notes',
    secretary: 'words story contact notes',
  },
  ...{ reviewer: 'words story contact notes offers', rejecter: 'words story contact notes offers' },
  ...{ committee: 'words story contact notes offers', supervisor: 'words story contact notes offers' },
};
const CLAIMED: Sights = { claiming: 'words story contact notes', lead: 'words story contact notes' };

const ORDERS: readonly (readonly [title: string, changes: object, sights: Sights, share?: string])[] = [
  ['in progress, public', {}, { ...INSIDE, ...CLAIMED, neighbour: 'words', merged: 'words', invited: 'words', eligible: '-' }],
  ['in progress, not public', { publish_consent: false }, { ...INSIDE, ...CLAIMED, merged: '-', invited: 'words', eligible: '-' }],
  ['in progress, contact not open to the unit', { contact_consent: false },
    { ...INSIDE, claiming: 'words story notes', lead: 'words story notes', neighbour: 'words', merged: 'words', invited: 'words', eligible: '-' }],
  ['with a co-unit that accepted', { publish_consent: false }, { ...INSIDE, ...CLAIMED, merged: '-', invited: 'words story contact', eligible: '-' }, 'ACCEPTED'],
  ['with a co-unit that declined', { publish_consent: false }, { ...INSIDE, ...CLAIMED, merged: '-', invited: '-', eligible: '-' }, 'DECLINED'],
  ['open', { state: 'OPEN', unit_id: null }, { ...INSIDE, neighbour: 'words', merged: 'words', claiming: 'words', lead: 'words', invited: 'words', eligible: 'words' }],
  ['open, not public', { state: 'OPEN', unit_id: null, publish_consent: false }, { ...INSIDE, merged: '-', claiming: 'words', lead: 'words', invited: 'words', eligible: 'words' }],
  ['submitted', { state: 'SUBMITTED', unit_id: null }, { ...INSIDE, merged: 'words', claiming: '-', lead: '-', invited: 'words', eligible: '-' }],
  ['closed off', { state: 'CLEARED', closing: 'RATED', serial: 'X' },
    { ...INSIDE, claiming: 'words story notes', lead: 'words story notes', neighbour: 'words', merged: 'words', invited: 'words', eligible: '-' }],
]; // prettier-ignore

const WHO: readonly Who[] = [...(Object.keys(KINDS) as Kind[]), 'merged'];

let cast: Cast;
let houses: Houses;
let base: string;
let somebody: Readonly<Record<Who, Somebody>>;
const ids = new Map<string, string>();

beforeAll(async () => {
  cast = await openCast();
  somebody = { ...cast.all, merged: await cast.world.somebody('RESIDENT', COMMUNITY) };
  base = await aFullOrder(cast, 'IN_PROGRESS');
  const at = new Date(cast.world.now().getTime() + 60_000);
  for (const [title, changes, , share] of ORDERS) {
    const id = await copyOf(cast.world, base, { ...changes, question: '问', result: '果' });
    ids.set(title, id);
    await hang(id, share);
  }
  houses = await openHouses(cast.world, at);
});
afterAll(async () => {
  await houses.close();
  await cast.world.close();
});

/** Something in everything that is masked. */
async function hang(id: string, share = 'INVITED'): Promise<void> {
  const { sql } = cast.world;
  const { community, claiming } = cast.all;
  const uploaded = await community.uploads(await photo());
  await sql.query(`UPDATE file SET subject_id = $1, subject_noun = 'order', publish_consent = false WHERE id = $2`, [id, uploaded]);
  await sql.query(`UPDATE order_share SET state = $2 WHERE order_id = $1`, [id, share]);
  await sql.query(
    `INSERT INTO event (id, noun, subject_id, action, at, person_id, role, reason, data)
     SELECT uuidv7(), 'order', $1, a, now(), $2, 'UNIT_LIAISON', '理由', '{"text":"说了什么"}' FROM unnest('{report,note,revealContact}'::text[]) a`,
    [id, claiming.who.id],
  );
  await sql.query(
    `INSERT INTO order_rating (order_id, round, voice_id, person_id, relayed, satisfied, score, text, at) VALUES ($1, 1, $1, $2, false, true, 5, '好', now()) ON CONFLICT DO NOTHING`,
    [id, community.who.id],
  );
  await sql.query(`INSERT INTO order_evaluation (order_id, round, grade, text, person_id, at) VALUES ($1, 1, 'GOOD', '评', $2, now())`, [id, community.who.id]);
  const master = { state: 'MERGED', master_id: id, orderer_id: somebody.merged.who.id, enterer_id: somebody.merged.who.id, on_behalf: false };
  await copyOf(cast.world, base, { ...master, unit_id: null });
} // prettier-ignore

/** What somebody reads of an order through both executors. */
async function readBy(who: Somebody, id: string): Promise<Shown | null> {
  const before = houses.counts().planned;
  const { planned, plain } = await houses.ask(who, { query: `{ order(id: "${id}") { ${FIELDS} } }` });
  expect(planned).toEqual(plain);
  // Once as it was sent and once by its hash.
  expect(houses.counts().planned).toBe(before + 2);
  return (JSON.parse(plain.body) as { data: { order: Shown | null } }).data.order;
}

/** The fields of the groups, with whether they are told. */
const fieldsTold = (order: Shown, groups: readonly string[] | null) =>
  Object.fromEntries(
    Object.entries(GROUPS).flatMap(([group, fields]) =>
      Object.entries(fields).map(([name, isTold]) => [name, groups ? groups.includes(group) : isTold(order)]),
    ),
  );

describe.each(ORDERS)('an order %s', (title, _changes, sights) => {
  it.each(WHO)('shows %s what they may read, and no more', async (who) => {
    const order = await readBy(somebody[who], ids.get(title)!);
    const sight = sights[who];
    if (sight === undefined) return expect(order).toBeNull();
    const open = Object.fromEntries(OPEN.map((name) => [name, full(order?.[name] ?? null)]));
    expect(open).toEqual(Object.fromEntries(OPEN.map((name) => [name, true])));
    return expect(fieldsTold(order!, null)).toEqual(fieldsTold(order!, sight.split(' ')));
  });
});

it('a draft of their own is nobody else’s to know', async () => {
  const id = await draft(cast.all.orderer);
  for (const [who, one] of Object.entries(somebody)) {
    const order = await readBy(one, id);
    expect({ who, title: order?.['title'] ?? null }).toEqual({ who, title: who === 'orderer' ? '修路灯' : null });
  }
});
