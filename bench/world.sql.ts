import { COMMUNITIES } from './registry.sql.ts';

type Statement = readonly [text: string, values: readonly unknown[]];

/** How an order got where it is: state, share in twentieths, its steps. */
const WAYS: readonly (readonly [state: string, share: number, steps: string])[] = [
  ['CLEARED', 5, 'create submit approve claim start report finish pass rate clear'],
  ['OPEN', 4, 'create submit approve'],
  ['IN_PROGRESS', 3, 'create submit approve claim start'],
  ['SUBMITTED', 3, 'create submit'],
  ['CLAIMED', 2, 'create submit approve claim'],
  ['NEED_INFO', 1, 'create submit askMore'],
  ['REJECTED', 1, 'create submit reject'],
  ['WITHDRAWN', 1, 'create withdraw'],
];
const AFTER: Readonly<Record<string, string>> = {
  ...{
    create: 'DRAFT',
    submit: 'SUBMITTED',
    approve: 'OPEN',
    claim: 'CLAIMED',
    start: 'IN_PROGRESS',
    report: 'IN_PROGRESS',
  },
  ...{ finish: 'DONE_PENDING_CHECK', pass: 'AWAITING_RATING', rate: 'AWAITING_RATING', clear: 'CLEARED' },
  ...{ askMore: 'NEED_INFO', reject: 'REJECTED', withdraw: 'WITHDRAWN' },
};
const DUTIES: Readonly<Record<string, readonly string[]>> = {
  ...{ SUBMITTED: ['approve'], NEED_INFO: ['lapse'], OPEN: ['flagUnclaimed'] },
  ...{ CLAIMED: ['start', 'finish'], IN_PROGRESS: ['finish', 'report'] },
};

/** Orders number $1 to $2, counted from the newest, one every $3 seconds; $4 how they stand, $5 what is owed in which state, $6 the present. */
const MAKE_ORDERS = `
  WITH place AS ${COMMUNITIES},
  way AS (SELECT row_number() OVER () - 1 AS slot, w.state FROM jsonb_to_recordset($4::jsonb) AS w (state text, share int), generate_series(1, w.share)),
  who AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM person WHERE kind = 'RESIDENT'),
  doer AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n FROM unit WHERE name LIKE '演示单位%'),
  category AS (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n FROM service_category),
  -- Sizes first: a join on what both sides make up could only try every pair.
  size AS MATERIALIZED (SELECT $6::timestamptz AS now, (SELECT count(*) FROM place) AS places, (SELECT count(*) FROM who) AS people,
    (SELECT count(*) FROM doer) AS doers, (SELECT count(*) FROM category) AS categories),
  plain AS (
    SELECT i, uuidv7(s.now - age - clock_timestamp()) AS id, s.now, s.now - age AS at, w.state, p.community, p.street, p.district, who.id AS person, category.code AS category,
      CASE WHEN w.state IN ('CLEARED', 'IN_PROGRESS', 'CLAIMED') THEN doer.id END AS unit
    FROM size s CROSS JOIN generate_series($2::int - 1, $1::int, -1) AS i CROSS JOIN LATERAL (SELECT make_interval(secs => i * $3::int + 86400) AS age) a
    JOIN place p ON p.place = i % s.places JOIN way w ON w.slot = (i * 7 + i / 20) % 20 JOIN who ON who.n = i % s.people
    JOIN doer ON doer.n = (i * 31) % s.doers JOIN category ON category.n = (i * 13) % s.categories)
  INSERT INTO orders (id, number, state, entered_at, yellow_at, due_at, category_code, title, content, estate, district_code, street_code,
    community_code, search, orderer_id, enterer_id, on_behalf, channel, publish_consent, contact_consent, contact_sealed, contact_name,
    contact_phone, contact_address, need_kind, audience, finish_limit, unit_id, planned_start, planned_finish, result, serial, closing,
    created_at, submitted_at, cleared_at, version)
  SELECT id, '610303-' || to_char(at, 'YYYYMMDD') || '-' || lpad(i::text, 8, '0'), state, at,
    CASE WHEN $5::jsonb ? state THEN now + interval '1 day' * (i % 5 + 1) END, CASE WHEN $5::jsonb ? state THEN now + interval '1 day' * (i % 5 + 2) END,
    category, '第' || i || '号点单：修理楼道照明', '三单元一层到三层的楼道灯不亮，老人晚上出行不便，请安排人员查看并修理。', '演示小区', district, street, community,
    '第' || i || '号点单：修理楼道照明 三单元一层到三层的楼道灯不亮，老人晚上出行不便，请安排人员查看并修理。', person, person, false, 'ONLINE', true, true,
    sha256(i::text::bytea) || sha256(i::text::bytea), '示**', '199****' || lpad((i % 10000)::text, 4, '0'), '***', 'REPAIR', 'ALL', '7WD', unit,
    CASE WHEN unit IS NOT NULL THEN at + interval '1 hour' END, CASE WHEN unit IS NOT NULL THEN at + interval '20 hours' END,
    CASE WHEN state = 'CLEARED' THEN '已更换灯泡并检查线路' END, CASE WHEN state = 'CLEARED' THEN 'X-' || i END,
    CASE WHEN state = 'CLEARED' THEN 'RATED' END, at, at, CASE WHEN state = 'CLEARED' THEN at + interval '9 hours' END, 3
  FROM plain`;

/** $1 steps, $2 before which the orders were created that have no events yet. */
const MAKE_EVENTS = `
  WITH step AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (state text, k int, action text, "from" text, "to" text)),
  fact AS (
    SELECT o.id AS subject, o.orderer_id, o.unit_id, o.district_code, o.street_code, o.community_code, s.*, o.created_at + make_interval(hours => k) AS at
    FROM orders o JOIN step s ON s.state = o.state WHERE o.created_at < $2::timestamptz)
  INSERT INTO event (id, noun, subject_id, action, from_state, to_state, at, person_id, role, unit_id, data, clocks, district, street, community, unit_ids, person_ids)
  SELECT uuidv7(at - now()), 'order', subject, action, "from", "to", at, orderer_id,
    CASE WHEN action IN ('claim', 'start', 'report', 'finish') THEN 'UNIT_LIAISON' WHEN action IN ('approve', 'reject', 'askMore') THEN 'STREET_REVIEWER' ELSE 'RESIDENT' END,
    CASE WHEN action IN ('claim', 'start', 'report', 'finish') THEN unit_id END,
    CASE action WHEN 'report' THEN '{"text": "已到现场查看，正在准备材料"}'::jsonb WHEN 'approve' THEN '{"changes": {"audience": [null, "ALL"], "needKind": [null, "REPAIR"]}}' ELSE '{}' END,
    CASE WHEN action IN ('approve', 'start', 'finish') THEN jsonb_build_array(jsonb_build_object('action', action, 'startedAt', at - interval '1 hour', 'dueAt', at + interval '1 day', 'light', 'GREEN')) ELSE '[]' END,
    district_code, street_code, community_code, CASE WHEN unit_id IS NULL THEN '{}' ELSE ARRAY[unit_id] END, ARRAY[orderer_id]
  FROM fact`;

/** Reports on work in progress until there are $1 events. */
const MORE_EVENTS = `
  WITH short AS (SELECT greatest($1::int - count(*), 0)::int AS many FROM event),
  busy AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS n FROM orders WHERE state = 'IN_PROGRESS'),
  size AS MATERIALIZED (SELECT many, (SELECT count(*) FROM busy) AS orders FROM short)
  INSERT INTO event (id, noun, subject_id, action, from_state, to_state, at, person_id, role, unit_id, data, district, street, community, unit_ids, person_ids)
  SELECT uuidv7(b.created_at + interval '8 hours' - now()), 'order', b.id, 'report', b.state, b.state, b.created_at + interval '8 hours', b.orderer_id, 'UNIT_LIAISON', b.unit_id,
    '{"text": "已到现场查看"}', b.district_code, b.street_code, b.community_code, ARRAY[b.unit_id], ARRAY[b.orderer_id]
  FROM size CROSS JOIN generate_series(0, size.many - 1) AS i JOIN busy b ON b.n = i % size.orders`;

// The hashes are of the right size and chain nothing; nobody verifies them here.
const FEED = `INSERT INTO feed (seq, epoch, event_id, hash) SELECT row_number() OVER (ORDER BY id), (SELECT epoch FROM feed_epoch), id, sha256(id::text::bytea) FROM event`;

/** $1 before which the orders were created, $2 to how many units each was offered. */
const AUDIENCE = `
  WITH asked AS (SELECT id FROM unit WHERE name LIKE '演示单位%'),
  size AS MATERIALIZED (SELECT greatest(count(*) / $2::int, 1) AS step FROM asked)
  INSERT INTO order_audience (order_id, unit_id, round, offered_at, delivered_at)
  SELECT o.id, u.id, 1, o.created_at, o.created_at
  FROM (SELECT id, created_at, row_number() OVER () % step AS slot FROM orders, size
    WHERE state IN ('OPEN', 'CLAIMED', 'IN_PROGRESS', 'CLEARED') AND created_at < $1::timestamptz) o
  JOIN (SELECT id, row_number() OVER (ORDER BY id) % step AS slot FROM asked, size) u ON u.slot = o.slot`;

const CLAIMS = `
  INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at)
  SELECT uuidv7(), id, unit_id, orderer_id, 1, false, created_at FROM orders WHERE unit_id IS NOT NULL AND created_at < $1::timestamptz`;

/** $1 what is owed in which state, $2 before which the orders were created. */
const CLOCKS = `
  INSERT INTO process_clock (subject_id, action, noun, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
  SELECT o.id, duty, 'order', o.entered_at, '7WD', o.yellow_at, o.due_at, false, o.yellow_at, 'YELLOW'
  FROM orders o CROSS JOIN LATERAL jsonb_array_elements_text($1::jsonb -> o.state) AS duty WHERE o.created_at < $2::timestamptz`;

const stepsOf = (ways: typeof WAYS) =>
  ways.flatMap(([state, , way]) => {
    const actions = way.split(' ');
    return actions.map((action, k) => ({ state, k, action, from: AFTER[actions[k - 1] ?? ''] ?? null, to: AFTER[action] }));
  }); // prettier-ignore

const waysOf = (ways: readonly (readonly [string, number, string])[]) =>
  JSON.stringify(ways.map(([state, share]) => ({ state, share })));

/** What makes orders with everything that belongs to them. */
export function FILL({ orders, events }: { orders: number; events: number }): readonly Statement[] {
  const now = new Date().toISOString();
  return [
    [MAKE_ORDERS, [0, orders, 600, waysOf(WAYS), JSON.stringify(DUTIES), now]],
    [MAKE_EVENTS, [JSON.stringify(stepsOf(WAYS)), 'infinity']],
    [MORE_EVENTS, [events]],
    [FEED, []],
    [AUDIENCE, ['infinity', 12]],
    [CLAIMS, ['infinity']],
    [CLOCKS, [JSON.stringify(DUTIES), 'infinity']],
  ];
}

/** Long ago nearly everything is over. */
const OLD_WAYS: typeof WAYS = [
  ['CLEARED', 18, ''],
  ['REJECTED', 1, ''],
  ['WITHDRAWN', 1, ''],
];

/** Seconds from one order to the next where many are made: ten million reach four years back. */
const GROWING_EVERY = 12;

/** Orders number `first` to `last`, counted from the newest: older than all that are there. Only the newest 100,000 have events. */
export function GROW({ first, last, now }: { first: number; last: number; now: Date }): readonly Statement[] {
  const recent = first < 100_000;
  const ways = waysOf(recent ? WAYS : OLD_WAYS);
  // Between the oldest that is there and the newest of these.
  const before = new Date(now.getTime() - ((first - 0.5) * GROWING_EVERY + 86_400) * 1000).toISOString();
  const orders: Statement = [
    MAKE_ORDERS,
    [first, last, GROWING_EVERY, ways, JSON.stringify(DUTIES), now.toISOString()],
  ];
  if (!recent) return [orders, [AUDIENCE, [before, 2]]];
  return [
    ...[orders, [AUDIENCE, [before, 12]] as const],
    [MAKE_EVENTS, [JSON.stringify(stepsOf(WAYS)), before]],
    [CLAIMS, [before]],
    [CLOCKS, [JSON.stringify(DUTIES), before]],
  ];
}

/** $1 open orders, offered to the units $2; $3 makes their numbers unique. All lie in the last community, which no other measurement reads. */
export const OPEN_ORDERS = `
  WITH place AS (SELECT * FROM ${COMMUNITIES} p ORDER BY place DESC LIMIT 1),
  who AS (SELECT id FROM person WHERE kind = 'RESIDENT' LIMIT 1),
  made AS (
    INSERT INTO orders (id, number, state, entered_at, yellow_at, due_at, category_code, title, content, estate, district_code, street_code, community_code, search,
      orderer_id, enterer_id, on_behalf, channel, publish_consent, contact_consent, contact_sealed, contact_name, contact_phone, contact_address,
      need_kind, audience, finish_limit, created_at, submitted_at, version)
    SELECT uuidv7(interval '-2 hours'), left($3, 8) || '-' || i, 'OPEN', now() - interval '1 hour', now() + interval '1 day', now() + interval '2 days', (SELECT min(code) FROM service_category),
      '待领点单第' || i || '号', '三单元一层到三层的楼道灯不亮，请安排人员查看并修理。', '演示小区', p.district, p.street, p.community, '待领点单第' || i || '号', who.id, who.id,
      false, 'ONLINE', true, true, sha256(i::text::bytea), '示**', '199****0000', '***', 'REPAIR', 'ALL', '7WD', now() - interval '2 hours', now() - interval '2 hours', 3
    FROM generate_series(1, $1::int) AS i, place p, who RETURNING id),
  offered AS (INSERT INTO order_audience (order_id, unit_id, round, offered_at) SELECT made.id, unit, 1, now() FROM made, unnest($2::uuid[]) AS unit),
  timed AS (
    INSERT INTO process_clock (subject_id, action, noun, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
    SELECT id, 'flagUnclaimed', 'order', now() - interval '1 hour', '2WD', now() + interval '1 day', now() + interval '2 days', false, now() + interval '1 day', 'YELLOW' FROM made)
  SELECT id FROM made`;
