import type { RichCast } from './rich-world.ts';

/** Copies of orders get what hangs on the ones they were made of, and all of them more of it. */
export async function hangOnCopies({ world, orders, everybody, at, extraUnitId }: RichCast): Promise<void> {
  const { sql } = world;
  // Events and photos of the order that stands one place before, so that everybody has some.
  await sql.query(
    `INSERT INTO event SELECT (jsonb_populate_record(e, jsonb_build_object('id', uuidv7(), 'subject_id', w.id))).*
     FROM unnest($1::uuid[]) WITH ORDINALITY w (id, place) JOIN event e ON e.subject_id = ($1::uuid[])[1 + (w.place - 1) % 24]
     WHERE w.place > 24 ORDER BY w.place, e.id`,
    [orders],
  );
  await sql.query(
    `INSERT INTO file SELECT (jsonb_populate_record(f, jsonb_build_object('id', uuidv7(), 'subject_id', w.id,
       'publish_consent', (w.place + k) % 2 = 0, 'uploader_id', ($2::uuid[])[1 + (w.place + k) % 6],
       'created_at', f.created_at + k * interval '1.000123 seconds', 'purpose', ('{BEFORE,AFTER,CHECK,EVIDENCE}'::text[])[k]))).*
     FROM unnest($1::uuid[]) WITH ORDINALITY w (id, place), generate_series(1, 3) k, file f
     WHERE w.place % 2 = 0 AND f.id = (SELECT id FROM file ORDER BY id LIMIT 1)`,
    [orders, [everybody.orderer, everybody.neighbour, everybody.claiming, everybody.community, everybody.merged, everybody.grid].map(({ who }) => who.id)],
  );
  await sql.query(
    `INSERT INTO order_rating (order_id, round, voice_id, person_id, relayed, satisfied, score, text, at)
     SELECT w.id, r.round, CASE WHEN w.place % 2 = 0 THEN w.id ELSE ($1::uuid[])[w.place - 1] END, $2, r.relayed, r.relayed, CASE WHEN r.relayed THEN 4 END,
       CASE WHEN NOT r.relayed THEN '自己的话' END, $3::timestamptz - w.place * interval '1.000007 hours'
     FROM unnest($1::uuid[]) WITH ORDINALITY w (id, place), (VALUES (1, true), (1, false), (2, true)) r (round, relayed)
     WHERE w.place % 3 = 0 AND (r.relayed OR w.place % 4 > 0) ON CONFLICT DO NOTHING`,
    [orders, everybody.orderer.who.id, at],
  );
  await sql.query(
    `INSERT INTO order_evaluation (order_id, round, grade, text, person_id, at)
     SELECT w.id, k, ('{EXCELLENT,GOOD,FAIR,POOR}'::text[])[1 + (w.place + k) % 4], '评语', $2, $3 FROM unnest($1::uuid[]) WITH ORDINALITY w (id, place), generate_series(1, 2) k
     WHERE w.place % 4 = 0 ON CONFLICT DO NOTHING`,
    [orders, everybody.committee.who.id, at],
  );
  await sql.query(
    `UPDATE order_share s SET state = ('{INVITED,ACCEPTED,DECLINED,ENDED,ACCEPTED}'::text[])[1 + w.place % 5], answered_at = CASE WHEN w.place % 5 > 0 THEN $2::timestamptz END
     FROM unnest($1::uuid[]) WITH ORDINALITY w (id, place) WHERE w.id = s.order_id AND w.place > 24`,
    [orders, at],
  );
  await sql.query(
    `INSERT INTO order_audience (order_id, unit_id, round, offered_at, delivered_at) SELECT o, $2, 1, $3, NULL FROM unnest($1::uuid[]) o ON CONFLICT DO NOTHING`,
    [orders.filter((_id, index) => index % 3 === 0), extraUnitId, at],
  );
} // prettier-ignore
