import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { isVisible, sightOf } from '../../api/src/modules/orders/order.policy.ts';
import { orderProcess, type OrderState } from '../../api/src/modules/orders/order.process.ts';
import { aFullOrder, KINDS, linksOf, openCast, standingOf, viewerOf, type Cast, type Kind } from '../support/cast.ts';
import { anOrder, draft, photo, plan, takeStep } from '../support/order-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { OTHER_COMMUNITY, OTHER_STREET } from '../support/world.ts';

const STATES = Object.keys(orderProcess.states) as OrderState[];
const WHO = Object.keys(KINDS) as Kind[];
const SHOWN = `id state title content estate question grid { code } contact { name phone address } events(first: 50) { person text } photos { id publishConsent }`;

let cast: Cast;
let ids: string[];
/** Of the other street: out of everybody's sight who works in this one. */
let foreign: string;

beforeAll(async () => {
  cast = await openCast();
  ids = [];
  for (const state of STATES) ids.push(await aFullOrder(cast, state, { title: `独特标题${state}`, door: '3-2-101' }));
  // Without consents; of the neighbouring community; before it was sent; with a co-unit that takes part; of another street.
  ids.push(await aFullOrder(cast, 'IN_PROGRESS', { publishConsent: false, contactConsent: false }));
  ids.push(await anOrder(cast, 'CLAIMED', { place: OTHER_COMMUNITY, photos: [] }));
  ids.push(await anOrder(cast, 'WITHDRAWN'));
  const shared = await aFullOrder(cast, 'CLAIMED', {
    photos: [await cast.all.enterer.uploads(await photo(), 'BEFORE')],
  });
  await cast.all.invited.does('acceptShare', shared);
  ids.push(shared);
  foreign = await inOtherStreet();
  ids.push(foreign);
});
afterAll(() => cast.world.close());

async function inOtherStreet(): Promise<string> {
  const { rows } = await cast.world.sql.query<{ code: string }>('SELECT code FROM division WHERE parent_code = $1 LIMIT 1', [OTHER_STREET]);
  const [resident] = await cast.world.people([['RESIDENT', rows[0]!.code]]);
  const id = await draft(resident!, { place: rows[0]!.code, title: '外镇标题', publishConsent: false, photos: [await resident!.uploads(await photo(), 'BEFORE')] });
  await resident!.does('submit', id);
  await cast.all.otherStreet.does('approve', id, { audience: 'ALL', units: [], urgency: 'NORMAL', needKind: 'REPAIR' });
  await cast.all.outside.does('claim', id, plan(cast.world));
  return id;
} // prettier-ignore

async function listOf(who: Somebody, filter = ''): Promise<Shown[]> {
  const { orders } = await who.reads(
    `{ orders(first: 100 ${filter}) { totalCount nodes { id title grid { code } } } }`,
  );
  expect(orders.totalCount).toBe(orders.nodes.length);
  return orders.nodes as Shown[];
}

describe.each(WHO)('%s', (kind) => {
  it('sees in lists exactly what the policy shows, and counts it', async () => {
    const who = cast.all[kind];
    const visible: string[] = [];
    for (const id of ids) {
      const shown = isVisible(await standingOf(cast.world, id), viewerOf(who), await linksOf(cast.world, id, who));
      if (shown) visible.push(id);
      expect({ id, single: (await who.order(id, 'id')) !== null }).toEqual({ id, single: shown });
    }
    const listed = (await listOf(who)).map(({ id }) => id as string);
    expect(listed.filter((id) => ids.includes(id)).toSorted()).toEqual(visible.toSorted());
    const counts = (await who.reads('{ orderCounts { count } }'))['orderCounts'] as { count: number }[];
    expect(counts.reduce((sum, { count }) => sum + count, 0)).toBe(listed.length);
  });

  it('reads what the policy opens and nothing more, and finds by words only what it reads', async () => {
    const who = cast.all[kind];
    for (const { id } of await listOf(who)) {
      const shown = (await who.order(id as string, SHOWN))!;
      const order = await standingOf(cast.world, shown['id'] as string);
      const sight = sightOf(order, viewerOf(who), await linksOf(cast.world, shown['id'] as string, who));
      expect(readable(shown)).toEqual({ id: shown['id'], words: sight.words, contact: sight.contact, story: sight.story });
      expect((shown['photos'] as Shown[]).every(({ publishConsent }) => sight.words && (sight.story || publishConsent))).toBe(true);
    }
    const found = await listOf(who, 'filter: { search: "独特标题" }');
    expect(found.every(({ title }) => String(title).includes('独特标题'))).toBe(true);
    const hidden = (await listOf(who)).filter(({ title }) => title === null).map(({ id }) => id as string);
    for (const word of ['修路灯', '三号门', '演示小区', '外镇'])
      expect((await listOf(who, `filter: { search: "${word}" }`)).filter(({ id }) => hidden.includes(id as string))).toEqual([]);
    const inGrid = await listOf(who, `filter: { division: "610303001002001" }`);
    expect(inGrid.filter(({ grid }) => grid === null)).toEqual([]);
  }); // prettier-ignore
});

/** What of an order can be read in the answer. */
function readable({ id, title, content, contact, events }: Shown) {
  expect((title === null) === (content === null)).toBe(true);
  const story = (events as Shown[]).some(({ person }) => person !== null);
  if (contact) expect(contact).toMatchObject({ name: expect.stringMatching(/\*/), phone: expect.stringMatching(/^\d{3}\*{4}\d{4}$/) });
  return { id, words: title !== null, contact: contact !== null, story };
} // prettier-ignore

describe('What belongs to another street', () => {
  it('answers as if it did not exist: order, photo, counts, number', async () => {
    const { rows } = await cast.world.sql.query<{ number: string; file: string }>(
      'SELECT o.number, f.id AS file FROM orders o JOIN file f ON f.subject_id = o.id WHERE o.id = $1',
      [foreign],
    );
    const { number, file } = rows[0]!;
    for (const kind of ['reviewer', 'committee', 'community', 'eligible', 'neighbour', 'orderer', 'grid', 'auditor'] as const) {
      const who = cast.all[kind];
      expect({ kind, order: await who.order(number, 'id') }).toEqual({ kind, order: null });
      const get = async (path: string) => {
        const answer = await fetch(`${who.url}/files/${path}`, { headers: { authorization: `Bearer ${who.who.token}` } });
        return [answer.status, await answer.text()];
      };
      expect(await get(file)).toEqual(await get('01890000-0000-7000-8000-000000000000'));
      expect(await listOf(who, `filter: { search: "${number}" }`)).toEqual([]);
    }
    expect(await cast.all.otherStreet.order(number, 'id')).toEqual({ id: foreign });
  }); // prettier-ignore
});

describe('Contact details', () => {
  const reveal = (who: Somebody, orderId: string) =>
    who.calls('orderRevealContact', { orderId, purpose: '联系上门' }, 'contact { name phone address }');

  it('are sealed in the database', async () => {
    const phone = cast.all.orderer.who.phone;
    const { rows } = await cast.world.sql.query('SELECT contact_sealed, to_jsonb(o) - \'contact_sealed\' AS open FROM orders o WHERE title LIKE \'独特标题%\'');
    expect(rows.length).toBeGreaterThan(10);
    for (const { contact_sealed: sealed, open } of rows as { contact_sealed: Buffer; open: unknown }[]) {
      expect(sealed.includes(phone) || sealed.includes('3-2-101')).toBe(false);
      expect(JSON.stringify(open)).not.toContain(phone);
      expect(JSON.stringify(open)).not.toContain('3-2-101');
    }
  }); // prettier-ignore

  it('are told in full to whoever may, leave a record that the auditor reads, and go into no feed', async () => {
    const id = await aFullOrder(cast, 'IN_PROGRESS');
    const { claiming, auditor, eligible, invited, neighbour, orderer } = cast.all;
    const before = await claiming.order(id, 'version');
    const { payload } = await reveal(claiming, id);
    expect(payload!['contact']).toEqual({ name: '示例甲', phone: orderer.who.phone, address: '3-2-101' });
    expect(await claiming.order(id, 'version')).toEqual(before);
    for (const who of [eligible, invited, neighbour]) {
      const refused = await reveal(who, id);
      expect(refused.error).toMatchObject({ code: 'NOT_ALLOWED' });
      expect(refused.payload!['contact']).toBeNull();
    }
    const filter = `filter: { subject: "${id}", kind: READ, what: "order.revealContact" }`;
    const { auditEntries } = await auditor.reads(`{ auditEntries(first: 10 ${filter}) { nodes { kind role detail } } }`);
    expect(auditEntries.nodes).toMatchObject([{ role: '单位联络员', detail: expect.stringContaining('联系上门') }]);
    const { rows } = await cast.world.sql.query('SELECT to_jsonb(e) AS event FROM event e WHERE subject_id = $1', [id]);
    expect(JSON.stringify(rows)).not.toContain(orderer.who.phone);
    expect(JSON.stringify(auditEntries)).not.toContain(orderer.who.phone);
  }); // prettier-ignore

  it('are closed to the unit without consent, after the order was closed off, and after it was given back', async () => {
    const { claiming, community } = cast.all;
    const silent = await aFullOrder(cast, 'IN_PROGRESS', { contactConsent: false });
    expect((await reveal(claiming, silent)).error).toMatchObject({ code: 'ORDER_CONTACT_NOT_CONSENTED' });
    const cleared = ids[STATES.indexOf('CLEARED')]!;
    expect((await reveal(claiming, cleared)).error).toMatchObject({ code: 'NOT_ALLOWED' });
    expect((await reveal(community, cleared)).error).toBeNull();
    const released = await aFullOrder(cast, 'RELEASE_PENDING');
    await takeStep(cast, 'acceptRelease', released);
    expect((await reveal(claiming, released)).error).toMatchObject({ code: 'NOT_ALLOWED' });
  });
});
