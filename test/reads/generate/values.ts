import { randomUUID } from 'node:crypto';
import { pick, type Random } from '../../../seeds/random.ts';
import type { Houses } from '../houses.ts';
import { hear } from '../houses.ts';
import type { RichCast, RichKind } from '../world/rich-world.ts';

/** Values that an argument or a field of an input can be given, by where they belong, e.g. `orders.filter.search`. */
export type Values = Readonly<Record<string, readonly unknown[]>>;

/** Of every ten values so many hit something. */
const HITS = 8;
const ODD_TEXTS = [
  '',
  '   ',
  '\t\n',
  'x',
  '不存在的东西',
  '100%',
  '_',
  '\\',
  '"',
  "'; --",
  '灯'.repeat(61),
  '💡💡',
  'zsdl',
];
const ODD_IDS = ['abc', '', ' ', '0', '999999999999', randomUUID(), '00000000-0000-0000-0000-000000000000', 12];
const ODD_TIMES = [
  '2026-11-02',
  '1999-12-31T23:59:59Z',
  '9999-12-31T23:59:59.999Z',
  '2026-02-29T00:00:00Z',
  'yesterday',
  '',
];
const TIMES = [
  '2026-11-02T02:00:00Z',
  '2026-11-02T10:00:00+08:00',
  '2026-10-03T03:00:00.123Z',
  '2026-11-20T00:00:00.5Z',
  '2020-07-01T00:00:00Z',
];

/** Everything real that a caller could know, in an order that is the same every time. */
export async function gatherValues({ world, orders }: RichCast): Promise<Values> {
  const column = async (text: string) => (await world.sql.query<{ v: unknown }>(text)).rows.map(({ v }) => v);
  const numbers = (await world.sql.query<{ v: string }>(`SELECT number AS v FROM orders WHERE id = ANY ($1) AND number IS NOT NULL ORDER BY id`, [orders])).rows.map(({ v }) => v);
  const units = (await column('SELECT id AS v FROM unit ORDER BY id')) as string[];
  const categories = await column('SELECT code AS v FROM service_category ORDER BY position, code');
  const used = await column(`SELECT DISTINCT unnest(ARRAY[street_code, community_code, district_code, grid_code]) AS v FROM orders ORDER BY v`);
  const divisions = [...used.filter((code) => code !== null), ...(await column(`SELECT code AS v FROM division WHERE length(code) <= 12 ORDER BY code LIMIT 60`))];
  const numberForms = numbers.flatMap((number) => [number, ` ${number} `, number.toLowerCase()]);
  return {
    'order.id': [...orders, ...orders, ...orders.map((id) => id.toUpperCase()), ...numberForms],
    ...{ 'unit.id': units, 'division.code': divisions, 'alliance.id': await column('SELECT id AS v FROM alliance ORDER BY division_code') },
    ...{ 'divisions.parent': divisions, 'divisions.search': ['zsdl', '路', '社区', 'shuguang', '第"二"', '委'] },
    ...{ 'units.search': ['演示', 'ys', '学校', '"', '💡', 'YSXX'], 'units.category': categories, 'units.division': divisions, 'alliances.division': divisions },
    ...{ 'people.search': ['示例', 'sl', '甲', '"', 'SLJ'], 'people.unit': units, 'people.division': divisions },
    'search.text': ['路灯', '演示', '会议', 'ys', '示例', '610303', '%_', ...numbers.slice(0, 3)],
    ...{ 'filter.category': categories, 'filter.division': divisions, 'filter.unit': [...units, ...units.map((id) => id.toUpperCase())] },
    ...{ 'resourceOffer.id': await column('SELECT id AS v FROM resource_offer ORDER BY id'), 'booking.id': await column('SELECT id AS v FROM booking ORDER BY id') },
    ...{ 'filter.offer': await column('SELECT id AS v FROM resource_offer ORDER BY id'), 'filter.offeringUnit': units },
    ...{ 'agreement.id': await column('SELECT id AS v FROM agreement ORDER BY id'), 'filter.alliance': await column('SELECT id AS v FROM alliance ORDER BY id') },
    'filter.endingBefore': ['2027-03-01', '2030-01-01', '2020-02-29'],
    ...{ 'need.id': await column('SELECT id AS v FROM need ORDER BY id'), 'project.id': await column('SELECT id AS v FROM project ORDER BY id') },
    ...{ 'body.id': await column('SELECT id AS v FROM body ORDER BY id'), 'bodies.division': divisions, 'bodies.unit': units, 'seats.division': divisions },
    ...{ 'seats.body': await column('SELECT id AS v FROM body ORDER BY id'), 'filter.body': await column('SELECT id AS v FROM body ORDER BY id') },
    ...{ 'appointment.id': await column('SELECT id AS v FROM appointment ORDER BY id'), 'filter.seat': await column('SELECT id AS v FROM seat ORDER BY id') },
    ...{ 'resolution.id': await column(`SELECT v FROM (SELECT id::text AS v FROM resolution UNION ALL SELECT serial FROM resolution WHERE serial IS NOT NULL) r ORDER BY v`) },
    ...{ 'filter.alliance': await column('SELECT id AS v FROM alliance ORDER BY division_code'), 'filter.meeting': await column('SELECT id AS v FROM joint_meeting ORDER BY id') },
    'filter.search': ['路灯', '修', '三号门', '演示', '100%_', '\\反', '💡👨', '  路灯 ', '"路灯"', ...numbers.slice(0, 5).map((number) => number.slice(2, 7))],
  };
} // prettier-ignore

/** Cursors of real pages, as people of several kinds got them. */
export async function gatherCursors({ everybody }: RichCast, { plain }: Houses): Promise<Values> {
  const lists = [
    ...['NEWEST', 'OLDEST', 'DUE_FIRST'].map((sort) => [`orders:${sort}`, `orders(first: 100, sort: ${sort})`]),
    ...['NEWEST', 'DUE_FIRST'].map((sort) => [`resolutions:${sort}`, `resolutions(first: 100, sort: ${sort})`]),
    ...['NEWEST', 'DUE_FIRST', 'ENDING_FIRST'].map((sort) => [
      `appointments:${sort}`,
      `appointments(first: 100, sort: ${sort})`,
    ]),
    ...[
      'divisions',
      'units',
      'alliances',
      'agreements',
      'resourceOffers',
      'bookings',
      'needs',
      'projects',
      'bodies',
      'seats',
      'people',
    ].map((list) => [list, `${list}(first: 100)`]),
  ] as const;
  const found: Record<string, unknown[]> = {};
  for (const kind of ['reviewer', 'claiming', 'neighbour', 'supervisor'] as const satisfies readonly RichKind[])
    for (const [name, field] of lists) {
      const { body } = await hear(plain.url, everybody[kind], { query: `{ found: ${field!} { edges { cursor } } }` });
      const { data } = JSON.parse(body) as { data?: { found?: { edges: { cursor: string }[] } } };
      const cursors = data?.found?.edges.map(({ cursor }) => cursor) ?? [];
      found[`after:${name!}`] = [...(found[`after:${name!}`] ?? []), ...cursors.filter((_c, index) => index % 5 === 0)];
    }
  const { body } = await hear(plain.url, everybody.reviewer, {
    query: '{ alliances { nodes { members { edges { cursor } } } } }',
  });
  const { data } = JSON.parse(body) as {
    data: { alliances: { nodes: { members: { edges: { cursor: string }[] } }[] } };
  };
  found['after:members'] = data.alliances.nodes.flatMap(({ members }) => members.edges.map(({ cursor }) => cursor));
  return found;
}

/** Cursors that no list ever gave: broken, of too many values, of wrong ones. */
function oddCursor(random: Random, values: Values): string {
  const all = Object.entries(values).flatMap(([name, of]) => (name.startsWith('after:') ? (of as string[]) : []));
  const real = pick(random, all);
  const changed = (change: (parts: unknown[]) => unknown) =>
    Buffer.from(JSON.stringify(change(JSON.parse(Buffer.from(real, 'base64url').toString()) as unknown[]))).toString('base64url');
  return pick<() => string>(random, [
    () => real,
    () => '',
    () => '   ',
    () => real.slice(0, -3),
    () => `${real}=`,
    () => 'Zm9v',
    () => changed((parts) => parts.slice(0, 1)),
    () => changed((parts) => [...parts, 'more']),
    () => changed((parts) => [parts[0], ...parts.slice(1).map(() => null)]),
    () => changed((parts) => [parts[0], ...parts.slice(1).map(() => 'x')]),
    () => changed((parts) => [parts[0], ...parts.slice(1).map(() => 7)]),
    () => changed(() => ({ a: 1 })),
  ])();
} // prettier-ignore

/** A value for a text, an id or an instant that stands at `where`. */
export function valueFor(random: Random, values: Values, where: string, type: string): unknown {
  if (where.startsWith('after:')) return random() < 0.93 ? pick(random, values[where] ?? ['']) : oddCursor(random, values);
  if (type === 'DateTimeISO') return random() < 0.93 ? pick(random, TIMES) : pick(random, ODD_TIMES);
  const hits = values[where] ?? [];
  if (hits.length > 0 && random() * 10 < HITS) return pick(random, hits);
  return pick<unknown>(random, type === 'ID' ? ODD_IDS : ODD_TEXTS);
} // prettier-ignore
