// What somebody would write by hand who wants exactly these answers and nothing else.
const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SILENT = `('follow', 'unfollow', 'deadlineNear')`;
const JOINS = `JOIN division d ON d.code = o.community_code LEFT JOIN unit u ON u.id = o.unit_id`;

type Columns = Readonly<Record<string, string>>;
const object = (columns: Columns) =>
  `json_build_object(${Object.entries(columns)
    .map(([name, sql]) => `'${name}', ${sql}`)
    .join(', ')})`;

const OF_ORDER: Columns = {
  ...{ id: 'o.id', number: 'o.number', state: 'o.state', title: 'o.title', enteredAt: ISO('o.entered_at') },
  ...{ dueAt: ISO('o.due_at'), community: object({ code: 'd.code', label: 'd.label' }) },
  unit: `CASE WHEN u.id IS NOT NULL THEN ${object({ id: 'u.id', shortName: 'u.short_name' })} END`,
};
const MORE_OF_ONE: Columns = { version: 'o.version', content: 'o.content' };
const OF_EVENT: Columns = { id: 'e.id', action: 'e.action', at: ISO('e.at') };
const MORE_OF_STORY: Columns = { from: 'e.from_state', to: 'e.to_state', reason: 'e.reason' };
const label = (labels: string): Columns => ({ label: `${labels}::json ->> e.action` });
const actions = (parameter: string): Columns => ({ viewerActions: `${parameter}::json -> o.state` });

const lastOf = (first: number, silent = SILENT) =>
  `(SELECT * FROM event WHERE subject_id = o.id AND action NOT IN ${silent} ORDER BY id DESC LIMIT ${String(first)})`;
const events = (columns: Columns, first: number): Columns => ({
  events: `(SELECT coalesce(json_agg(${object(columns)} ORDER BY e.id DESC), '[]') FROM ${lastOf(first)} e)`,
});

const STREET = `SELECT * FROM orders o WHERE o.street_code = $1 AND o.number IS NOT NULL ORDER BY o.id DESC`;

const listOver = (page: string, columns: Columns) => `
  SELECT json_build_object('data', json_build_object('orders', json_build_object('nodes', (
    SELECT coalesce(json_agg(${object(columns)} ORDER BY o.id DESC), '[]') FROM (${page}) o ${JOINS}))))::text AS json`;

const ONE = (columns: Columns) => `
  SELECT json_build_object('data', json_build_object('order', ${object(columns)}))::text AS json FROM orders o ${JOINS} WHERE o.id = $1`;

/** $1 street. */
export const LIST_JSON = listOver(`${STREET} LIMIT 50`, { ...OF_ORDER, ...events(OF_EVENT, 3) });

/** $1 id. */
export const ONE_JSON = ONE({ ...OF_ORDER, ...MORE_OF_ONE, ...events({ ...OF_EVENT, ...MORE_OF_STORY }, 10) });

/** $1 street, $2 labels of actions, $3 what a reviewer may do by state. */
export const FULL_LIST_JSON = `
  WITH page AS (SELECT o.*, row_number() OVER (ORDER BY o.id DESC) AS place FROM (${STREET} LIMIT 51) o)
  SELECT json_build_object('data', json_build_object('orders', json_build_object('nodes', (
    SELECT coalesce(json_agg(${object({ ...OF_ORDER, ...events({ ...OF_EVENT, ...label('$2') }, 3), ...actions('$3') })} ORDER BY o.id DESC), '[]')
    FROM page o ${JOINS} WHERE o.place <= 50),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM page)))))::text AS json`;

/** $1 id, $2 labels of actions, $3 what a reviewer may do by state. */
export const FULL_ONE_JSON = ONE({
  ...{ ...OF_ORDER, ...MORE_OF_ONE, ...events({ ...OF_EVENT, ...MORE_OF_STORY, ...label('$2') }, 10) },
  ...actions('$3'),
});

/** $1 street. */
export const COUNTS = `SELECT state, count(*)::int AS count FROM orders WHERE street_code = $1 AND number IS NOT NULL GROUP BY state ORDER BY state`;

/** $1 street, $2 the reviewer. */
export const DESK = `
  SELECT count(*) FILTER (WHERE state = 'SUBMITTED' AND NOT (appealed AND reviewer_id = $2)) AS "TO_REVIEW",
    count(*) FILTER (WHERE state IN ('SUSPEND_PENDING', 'DISPUTED') OR (state = 'RELEASE_PENDING' AND release_count < 2)
      OR (state = 'IN_PROGRESS' AND extend_to IS NOT NULL AND extend_count < 1) OR (state = 'OPEN' AND unclaimed_at IS NOT NULL)) AS "TO_DECIDE",
    count(*) FILTER (WHERE state IN ('NEED_INFO', 'CLAIMED', 'IN_PROGRESS', 'SUSPENDED', 'DONE_PENDING_CHECK', 'AWAITING_RATING')
      OR (state = 'OPEN' AND unclaimed_at IS NULL)) AS "WAITING",
    count(*) FILTER (WHERE yellow_at <= now() AND due_at >= now()) AS "YELLOW", count(*) FILTER (WHERE due_at < now()) AS "RED"
  FROM orders WHERE street_code = $1 AND number IS NOT NULL AND state NOT IN ('WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED')`;

const CONTACT = object({ name: 'o.contact_name', phone: 'o.contact_phone', address: 'o.contact_address' });
const HELD = `('CLAIMED','IN_PROGRESS','RELEASE_PENDING','SUSPEND_PENDING','SUSPENDED','DONE_PENDING_CHECK','AWAITING_RATING','DISPUTED')`;
const PUBLISHED = `('OPEN','CLEARED','CLAIMED','IN_PROGRESS','RELEASE_PENDING','SUSPEND_PENDING','SUSPENDED','DONE_PENDING_CHECK','AWAITING_RATING','DISPUTED')`;

/** How a kind of viewer finds their newest orders, and what of them they may read. */
interface Sight {
  readonly page: string;
  readonly words: string;
  readonly contact: string;
}

const newest = (...ways: string[]) => `
  SELECT o.*, found.* FROM (SELECT id AS found_id FROM (${ways.map((way) => `(${way} LIMIT 50)`).join(' UNION ')}) every ORDER BY id DESC LIMIT 50) found
  JOIN orders o ON o.id = found.found_id`;

export const SIGHTS: Readonly<Record<string, Sight>> = {
  /** $1 street. */
  reviewer: { page: `${STREET} LIMIT 50`, words: 'true', contact: 'true' },
  /** $1 unit. */
  liaison: {
    page: `SELECT o.*, EXISTS (SELECT FROM order_audience a WHERE a.order_id = o.id AND a.unit_id = $1) AS eligible,
        (SELECT s.state FROM order_share s WHERE s.order_id = o.id AND s.unit_id = $1) AS share FROM (${newest(
          `SELECT order_id AS id FROM order_audience WHERE unit_id = $1 ORDER BY order_id DESC`,
          `SELECT id FROM orders WHERE unit_id = $1 ORDER BY id DESC`,
          `SELECT order_id AS id FROM order_share WHERE unit_id = $1 AND state IN ('INVITED', 'ACCEPTED') ORDER BY order_id DESC`,
        )}) o`,
    words: `(o.unit_id = $1 OR o.share IN ('ACCEPTED', 'INVITED') OR (o.state = 'OPEN' AND o.eligible))`,
    contact: `((o.unit_id = $1 OR o.share = 'ACCEPTED') AND o.contact_consent AND o.state IN ${HELD})`,
  },
  /** $1 person, $2 community. */
  resident: {
    page: `SELECT o.*, EXISTS (SELECT FROM orders m WHERE m.master_id = o.id AND m.orderer_id = $1) AS merged FROM (${newest(
      `SELECT id FROM orders WHERE orderer_id = $1 ORDER BY id DESC`,
      `SELECT id FROM orders WHERE community_code = $2 AND publish_consent AND number IS NOT NULL AND state IN ${PUBLISHED} ORDER BY id DESC`,
      `SELECT master_id AS id FROM orders WHERE orderer_id = $1 AND master_id IS NOT NULL ORDER BY master_id DESC`,
    )}) o`,
    words: `(o.orderer_id = $1 OR NOT o.merged OR o.publish_consent)`,
    contact: `(o.orderer_id = $1)`,
  },
};

/** The list of a kind of viewer as JSON, masked. */
export function sightJson({ page, words, contact }: Sight): string {
  return listOver(page, {
    ...{ ...OF_ORDER, title: `CASE WHEN ${words} THEN o.title END`, content: `CASE WHEN ${words} THEN o.content END` },
    ...{ contact: `CASE WHEN ${contact} THEN ${CONTACT} END`, ...events(OF_EVENT, 3) },
  });
}

// Rows: one for every event, so that each value is sent as the driver reads it.
const ROW = `o.id, o.number, o.state, o.entered_at AS "enteredAt", o.due_at AS "dueAt", d.code, d.label AS place, u.id AS "unitId", u.short_name AS "shortName",
  e.id AS "eventId", e.action, e.at`;
const STORY = `o.title, o.version, o.content, e.from_state AS "from", e.to_state AS "to", e.reason`;

const rowsOver = (page: string, more: string, first: number) => `
  SELECT ${ROW}, ${more} FROM (${page}) o ${JOINS} LEFT JOIN LATERAL ${lastOf(first)} e ON true ORDER BY o.id DESC, e.id DESC`;

export const LIST_ROWS = rowsOver(`${STREET} LIMIT 50`, 'o.title', 3);
/** One order more than is shown. */
export const FULL_LIST_ROWS = rowsOver(`${STREET} LIMIT 51`, 'o.title', 3);
export const ONE_ROWS = rowsOver('SELECT * FROM orders WHERE id = $1', STORY, 10);
export const sightRows = ({ page, words, contact }: Sight): string =>
  rowsOver(
    page,
    `CASE WHEN ${words} THEN o.title END AS title, CASE WHEN ${words} THEN o.content END AS content, ${contact} AS open,
      o.contact_name AS name, o.contact_phone AS phone, o.contact_address AS address`,
    3,
  );
