/** Communities with their place in a row, so that things can be spread over them. */
export const COMMUNITIES = `(SELECT row_number() OVER (ORDER BY code) - 1 AS place, code AS community, path[1] AS district, path[2] AS street,
  count(*) OVER () AS places FROM division WHERE level IN ('COMMUNITY', 'VILLAGE'))`;

/** Agreements in force for a year back and forth, of units m with alliances a at places p. */
const agreementsOf = (source: string) => `
    INSERT INTO agreement (id, state, entered_at, alliance_id, unit_id, district_code, street_code, title, starts_on, ends_on, clauses,
      version_no, revision, in_force_no, created_at, active_at)
    SELECT uuidv7(), 'ACTIVE', now(), a.id, m.id, p.district, p.street, '共驻共建协议', now()::date - 365, now()::date + 365, '[]', 1, 1, 1, now(), now()
    FROM ${source} RETURNING id, alliance_id, unit_id`;

const MEMBERS = `INSERT INTO alliance_member (alliance_id, unit_id, term, agreement_id)
  SELECT alliance_id, unit_id, tstzrange(now() - interval '1 year', now() + interval '1 year'), id FROM agreed`;

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
    SELECT uuidv7(), street, '演示联盟', '演示党组织' FROM place GROUP BY street RETURNING id, division_code),
  agreed AS (${agreementsOf('made m JOIN place p ON p.community = m.division_code JOIN allied a ON a.division_code = p.street')})
  ${MEMBERS}`;

/** The units $1 become members of the alliance of the last community's street, where orders are added to be claimed. */
export const JOIN_THE_LAST = `
  WITH place AS (SELECT * FROM ${COMMUNITIES} p ORDER BY place DESC LIMIT 1),
  made AS (SELECT unit AS id FROM unnest($1::uuid[]) AS unit),
  agreed AS (${agreementsOf(`made m, place p JOIN alliance a ON a.division_code = p.street
    WHERE NOT EXISTS (SELECT FROM alliance_member am WHERE am.alliance_id = a.id AND am.unit_id = m.id)`)})
  ${MEMBERS}`;

/** A unit that is hardly ever asked: $1 orders of the newest 10,000 were offered to it, and no other. */
export const RARELY_ASKED = `
  WITH made AS (
    INSERT INTO unit (id, name, short_name, kind, division_code, state, pinyin_initials, search)
    SELECT uuidv7(), '少派单位', '少派', kind, division_code, state, 'spdw', '少派单位 spdw' FROM unit LIMIT 1 RETURNING id),
  offered AS (
    INSERT INTO order_audience (order_id, unit_id, round, offered_at, delivered_at)
    SELECT o.id, made.id, 1, o.created_at, o.created_at FROM made, (SELECT * FROM orders WHERE state = 'OPEN' ORDER BY md5(id::text) LIMIT $1::int) o)
  SELECT id FROM made`;

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

/** $1 residents are signed in who have orders and live in different communities. Their hashes of tokens are $2. */
export const SIGN_IN_RESIDENTS = `
  WITH chosen AS (
    SELECT id, community, row_number() OVER () AS n FROM (
      SELECT DISTINCT ON (p.community) p.id, p.community FROM person p WHERE p.kind = 'RESIDENT'
        AND EXISTS (SELECT FROM orders o WHERE o.orderer_id = p.id) ORDER BY p.community, p.id LIMIT $1::int) one),
  given AS (SELECT c.id, c.community, g.hash, gen_random_uuid() AS post FROM chosen c JOIN unnest($2::bytea[]) WITH ORDINALITY AS g (hash, n) ON g.n = c.n),
  account AS (INSERT INTO account (id, created_at) SELECT id, now() FROM given),
  post AS (INSERT INTO post (id, person_id, role, scope, starts_at) SELECT post, id, 'RESIDENT', community, now() - interval '1 day' FROM given),
  session AS (INSERT INTO session (id, token_hash, person_id, post_id, method, created_at, last_seen_at, expires_at)
    SELECT uuidv7(), hash, id, post, 'PASSWORD', now(), now(), now() + interval '12 hours' FROM given)
  SELECT id, post AS "postId", community AS scope, hash AS "tokenHash" FROM given`;
