import type { Sealer } from '../../api/src/platform/seal/sealer.ts';
import type { KeptOrder } from '../memory/kept.ts';
import type { Store } from '../memory/store.ts';
import { columnsOf, insertRows, type TableRow } from '../rows.ts';
import type { Sql } from '../sql.ts';
import { pictureOf, pictures } from './pictures.ts';

/** Writes what happened into the tables. */
export async function writeOrders(sql: Sql, store: Store, sealer: Sealer): Promise<void> {
  const orders = [...store.orders.values()].toSorted((a, b) => (a.row.id < b.row.id ? -1 : 1));
  // In one statement: an order may name a master that comes after it.
  await insertRows(
    sql,
    'orders',
    orders.map(({ row }) => columnsOf({ ...row, contactSealed: sealer.seal(row.contactSealed.toString()) })),
    Infinity,
  );
  const all = (rows: (order: KeptOrder) => Iterable<object>) =>
    orders.flatMap((order) => [...rows(order)].map((row) => columnsOf({ orderId: order.row.id, ...row })));
  await insertRows(
    sql,
    'order_audience',
    all(({ audience }) => audience),
  );
  await insertRows(
    sql,
    'order_claim',
    all(({ claims }) => claims),
  );
  await insertRows(
    sql,
    'order_share',
    all(({ shares }) => shares.values()),
  );
  await insertRows(
    sql,
    'order_rating',
    all(({ ratings }) => ratings),
  );
  await insertRows(
    sql,
    'order_evaluation',
    all(({ evaluations }) => evaluations),
  );
  await insertRows(sql, 'closing', store.closings.map(columnsOf));
  await insertRows(
    sql,
    'process_clock',
    orders.flatMap(({ clocks }) => [...clocks.values()].map((clock) => ({ ...columnsOf(clock), noun: 'order' }))),
  );
  await insertRows(
    sql,
    'serial_number',
    [...store.series].map(([series, last]) => ({ series, last })),
  );
  await writePhotos(sql, store);
  await insertRows(sql, 'event', store.events as unknown as TableRow[]);
}

/** Each order's photos are copies of a few invented pictures, which are sent once. */
async function writePhotos(sql: Sql, { photos }: Store): Promise<void> {
  await sql.query('CREATE TEMPORARY TABLE picture (number integer, content bytea, digest bytea) ON COMMIT DROP');
  for (const [number, { content, digest }] of pictures().entries())
    await sql.query('INSERT INTO picture VALUES ($1, $2, $3)', [number, content, digest]);
  const rows = photos.map((photo, index) => ({ ...columnsOf(photo), picture: pictureOf(index) }));
  await sql.query(WRITE_PHOTOS, [JSON.stringify(rows)]);
}

const WRITE_PHOTOS = `
  WITH given AS (
    SELECT * FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, uploader_id uuid, subject_id uuid, purpose text, at timestamptz, picture integer)
    JOIN picture p ON p.number = r.picture),
  files AS (
    INSERT INTO file (id, uploader_id, subject_noun, subject_id, purpose, publish_consent, media_type, bytes, width, height, sha256, received, created_at)
    SELECT id, uploader_id, 'order', subject_id, purpose, true, 'image/jpeg', length(content), 320, 240, digest, length(content), at FROM given)
  INSERT INTO file_content (file_id, variant, content)
  SELECT id, variant, content FROM given CROSS JOIN unnest(ARRAY['FULL', 'THUMBNAIL']) AS variant`;
