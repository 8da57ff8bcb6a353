import type { RichCast } from './rich-world.ts';

/** Texts in which whatever writes JSON can go wrong: quotes, backslashes, line ends, controls, beyond the BMP, separators. */
export const TEXTS = [
  '修"路灯"与\\反斜杠\\n',
  '第一行\n第二行\r\n\t缩进',
  "it's 100%_ 'quoted'; -- /* */ $1 $$",
  '灯💡👨‍👩‍👧 坏了 é e\u0301',
  '分隔\u2028行\u2029段\u00a0空\ufeff',
  '控制\u0001\u0002\b\f\u001f\u007f\u0080',
  '</script> & <b> {"a":[1,null]}',
  'null',
  '  前后有空  ',
] as const;

const textOf = (index: number) => TEXTS[index % TEXTS.length]!;

/** Writes such texts over what people wrote: the columns hold what a verb would have refused or straightened too. */
export async function writeTexts({ world }: RichCast): Promise<void> {
  const texts = [...TEXTS];
  const { sql } = world;
  const nth =
    'FROM (SELECT ctid AS at, row_number() OVER (ORDER BY {key}) AS n FROM {table}) r WHERE r.at = {table}.ctid AND n % 3 <> 0';
  const write = (table: string, key: string, set: string) =>
    sql.query(`UPDATE ${table} SET ${set} ${nth.replaceAll('{table}', table).replace('{key}', key)}`, [texts]);
  const text = `($1::text[])[1 + n % ${String(texts.length)}]`;
  await write(
    'orders',
    'id',
    `title = ${text}, content = ${text} || n, estate = NULLIF(${text}, 'null'), search = lower(${text} || n || search)`,
  );
  await write('orders', 'id DESC', `question = ${text}, result = ${text}`);
  await write('event', 'id', `reason = ${text}, data = data || jsonb_build_object('text', ${text})`);
  await sql.query(
    `UPDATE event SET data = data || '{"text": 5, "nested": {"a": [1, "二", null]}}' WHERE id IN (SELECT id FROM event ORDER BY id LIMIT 5)`,
  );
  await write('order_share', 'order_id, unit_id', `part = ${text}`);
  await write('order_rating', 'order_id, voice_id, relayed', `text = ${text}`);
  await write('order_evaluation', 'order_id', `text = ${text}`);
  await write('unit', 'id', `name = ${text} || name, short_name = ${text}`);
  await write('alliance', 'division_code', `name = ${text}, led_by = ${text}`);
  await sql.query(
    `UPDATE person SET name = $1 WHERE name IS NOT NULL AND id IN (SELECT id FROM person ORDER BY id LIMIT 9)`,
    [textOf(0)],
  );
  await sql.query(
    `UPDATE service_category SET about = $1, limits = '{"finish":"15WD","claim":"24H","pass":"30M","rate":"14D"}' WHERE code = 'PUBLIC_FACILITY'`,
    [textOf(1)],
  );
  await sql.query(`UPDATE service_category SET active = false WHERE code = (SELECT max(code) FROM service_category)`);
}
