type Statement = readonly [text: string, values: readonly unknown[]];

const COMMUNITIES = `(SELECT row_number() OVER (ORDER BY code) - 1 AS place, code AS community, path[1] AS district, path[2] AS street,
  count(*) OVER () AS places FROM division WHERE level IN ('COMMUNITY', 'VILLAGE'))`;

/** $1 units, spread over all communities, each with three capabilities and a member of the alliance of its street. */
export const UNITS = `
  WITH place AS ${COMMUNITIES},
  made AS (
    INSERT INTO unit (id, name, short_name, kind, division_code, state, pinyin_initials, search)
    SELECT uuidv7(), '演示单位第' || i || '号', '演示' || i, (ARRAY['ENTERPRISE', 'SCHOOL', 'PROPERTY_COMPANY', 'SOCIAL_ORGANISATION'])[i % 4 + 1],
      p.community, 'ACTIVE', 'ysdwd' || i || 'h', '演示单位第' || i || '号 ysdwd' || i || 'h'
    FROM generate_series(0, $1::int - 1) AS i JOIN place p ON p.place = i % p.places RETURNING id, division_code),
  able AS (
    INSERT INTO unit_capability (unit_id, category_code)
    SELECT m.id, c.code FROM (SELECT id, row_number() OVER () AS n FROM made) m
    JOIN (SELECT code, row_number() OVER (ORDER BY code) AS n FROM service_category) c ON (c.n + m.n) % 7 = 0),
  allied AS (
    INSERT INTO alliance (id, division_code, name, led_by)
    SELECT uuidv7(), street, '演示联盟', '演示党组织' FROM place GROUP BY street RETURNING id, division_code)
  INSERT INTO alliance_member (alliance_id, unit_id, term)
  SELECT a.id, m.id, tstzrange(now() - interval '1 year', NULL) FROM made m JOIN place p ON p.community = m.division_code JOIN allied a ON a.division_code = p.street`;

/** $1 residents. Their contact details are noise of the right length: nothing here opens them. */
export const RESIDENTS = `
  WITH place AS ${COMMUNITIES}
  INSERT INTO person (id, kind, name_sealed, name_masked, phone_sealed, phone_index, community, created_at)
  SELECT uuidv7(), 'RESIDENT', sha256(('n' || i)::bytea), '示**', sha256(('p' || i)::bytea), sha256(('x' || i)::bytea), p.community, now()
  FROM generate_series(0, $1::int - 1) AS i JOIN place p ON p.place = i % p.places`;

/** Officials and liaisons who are signed in: ids, ids of posts, roles, scopes, hashes of tokens. */
export const PEOPLE = `
  WITH given AS (SELECT * FROM unnest($1::uuid[], $2::uuid[], $3::text[], $4::text[], $5::bytea[]) AS g (id, post, role, scope, hash)),
  person AS (INSERT INTO person (id, kind, name, created_at) SELECT id, 'STAFF', '示例甲', now() FROM given),
  account AS (INSERT INTO account (id, created_at) SELECT id, now() FROM given),
  post AS (INSERT INTO post (id, person_id, role, scope, starts_at) SELECT post, id, role, scope, now() - interval '1 day' FROM given)
  INSERT INTO session (id, token_hash, person_id, post_id, method, created_at, last_seen_at, expires_at)
  SELECT uuidv7(), hash, id, post, 'PASSWORD', now(), now(), now() + interval '12 hours' FROM given`;

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

const MAKE_ORDERS = `
  WITH place AS ${COMMUNITIES},
  way AS (SELECT row_number() OVER () - 1 AS slot, w.state FROM jsonb_to_recordset($2::jsonb) AS w (state text, share int), generate_series(1, w.share)),
  who AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS many FROM person WHERE kind = 'RESIDENT'),
  doer AS (SELECT id, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS many FROM unit),
  category AS (SELECT code, row_number() OVER (ORDER BY code) - 1 AS n, count(*) OVER () AS many FROM service_category),
  plain AS (
    SELECT i, uuidv7(-age) AS id, now() - age AS at, w.state, p.community, p.street, p.district, who.id AS person, category.code AS category,
      CASE WHEN w.state IN ('CLEARED', 'IN_PROGRESS', 'CLAIMED') THEN doer.id END AS unit
    FROM generate_series(0, $1::int - 1) AS i CROSS JOIN LATERAL (SELECT make_interval(secs => ($1::int - i) * 600 + 86400) AS age) a
    JOIN place p ON p.place = i % p.places JOIN way w ON w.slot = (i * 7 + i / 20) % 20 JOIN who ON who.n = i % who.many
    JOIN doer ON doer.n = (i * 31) % doer.many JOIN category ON category.n = (i * 13) % category.many)
  INSERT INTO orders (id, number, state, entered_at, yellow_at, due_at, category_code, title, content, estate, district_code, street_code,
    community_code, search, orderer_id, enterer_id, on_behalf, channel, publish_consent, contact_consent, contact_sealed, contact_name,
    contact_phone, contact_address, need_kind, audience, finish_limit, unit_id, planned_start, planned_finish, result, serial, closing,
    created_at, submitted_at, cleared_at, version)
  SELECT id, '610303-' || to_char(at, 'YYYYMMDD') || '-' || lpad(i::text, 6, '0'), state, at,
    CASE WHEN $3::jsonb ? state THEN now() + interval '1 day' * (i % 5 + 1) END, CASE WHEN $3::jsonb ? state THEN now() + interval '1 day' * (i % 5 + 2) END,
    category, '第' || i || '号点单：修理楼道照明', '三单元一层到三层的楼道灯不亮，老人晚上出行不便，请安排人员查看并修理。', '演示小区', district, street, community,
    '第' || i || '号点单：修理楼道照明 三单元一层到三层的楼道灯不亮，老人晚上出行不便，请安排人员查看并修理。', person, person, false, 'ONLINE', true, true,
    sha256(i::text::bytea) || sha256(i::text::bytea), '示**', '199****' || lpad((i % 10000)::text, 4, '0'), '***', 'REPAIR', 'ALL', '7WD', unit,
    CASE WHEN unit IS NOT NULL THEN at + interval '1 hour' END, CASE WHEN unit IS NOT NULL THEN at + interval '20 hours' END,
    CASE WHEN state = 'CLEARED' THEN '已更换灯泡并检查线路' END, CASE WHEN state = 'CLEARED' THEN 'X-' || i END,
    CASE WHEN state = 'CLEARED' THEN 'RATED' END, at, at, CASE WHEN state = 'CLEARED' THEN at + interval '9 hours' END, 3
  FROM plain`;

const MAKE_EVENTS = `
  WITH step AS (SELECT * FROM jsonb_to_recordset($1::jsonb) AS s (state text, k int, action text, "from" text, "to" text)),
  fact AS (
    SELECT o.id AS subject, o.orderer_id, o.unit_id, o.district_code, o.street_code, o.community_code, s.*, o.created_at + make_interval(hours => k) AS at
    FROM orders o JOIN step s ON s.state = o.state)
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
  busy AS (SELECT *, row_number() OVER (ORDER BY id) - 1 AS n, count(*) OVER () AS orders FROM orders WHERE state = 'IN_PROGRESS')
  INSERT INTO event (id, noun, subject_id, action, from_state, to_state, at, person_id, role, unit_id, data, district, street, community, unit_ids, person_ids)
  SELECT uuidv7(b.created_at + interval '8 hours' - now()), 'order', b.id, 'report', b.state, b.state, b.created_at + interval '8 hours', b.orderer_id, 'UNIT_LIAISON', b.unit_id,
    '{"text": "已到现场查看"}', b.district_code, b.street_code, b.community_code, ARRAY[b.unit_id], ARRAY[b.orderer_id]
  FROM short, generate_series(0, short.many - 1) AS i JOIN busy b ON b.n = i % b.orders`;

const REST: readonly Statement[] = [
  // The hashes are of the right size and chain nothing; nobody verifies them here.
  [`INSERT INTO feed (seq, epoch, event_id, hash) SELECT row_number() OVER (ORDER BY id), (SELECT epoch FROM feed_epoch), id, sha256(id::text::bytea) FROM event`, []],
  [`INSERT INTO order_audience (order_id, unit_id, round, offered_at, delivered_at)
    SELECT o.id, u.id, 1, o.created_at, o.created_at FROM (SELECT *, row_number() OVER () AS n FROM orders WHERE state IN ('OPEN', 'CLAIMED', 'IN_PROGRESS', 'CLEARED')) o
    JOIN (SELECT id, row_number() OVER (ORDER BY id) AS n, count(*) OVER () AS many FROM unit) u ON (u.n + o.n) % (u.many / least(u.many, 12)) = 0`, []],
  [`INSERT INTO order_claim (id, order_id, unit_id, person_id, round, assigned, claimed_at)
    SELECT uuidv7(), id, unit_id, orderer_id, 1, false, created_at FROM orders WHERE unit_id IS NOT NULL`, []],
  [`INSERT INTO process_clock (subject_id, action, noun, started_at, limit_text, yellow_at, due_at, provisional, next_at, moment)
    SELECT o.id, duty, 'order', o.entered_at, '7WD', o.yellow_at, o.due_at, false, o.yellow_at, 'YELLOW'
    FROM orders o CROSS JOIN LATERAL jsonb_array_elements_text($1::jsonb -> o.state) AS duty`, [JSON.stringify(DUTIES)]],
]; // prettier-ignore

/** What makes orders with everything that belongs to them; $1 of the first is their number. */
export function FILL({ orders, events }: { orders: number; events: number }): readonly Statement[] {
  const ways = JSON.stringify(WAYS.map(([state, share]) => ({ state, share })));
  const steps = WAYS.flatMap(([state, , way]) => {
    const actions = way.split(' ');
    return actions.map((action, k) => ({
      state,
      k,
      action,
      from: AFTER[actions[k - 1] ?? ''] ?? null,
      to: AFTER[action],
    }));
  });
  return [
    [MAKE_ORDERS, [orders, ways, JSON.stringify(DUTIES)]],
    [MAKE_EVENTS, [JSON.stringify(steps)]],
    [MORE_EVENTS, [events]],
    ...REST,
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
