const ISO = (column: string) => `to_char(${column} AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
const SILENT = `('revealContact', 'follow', 'unfollow', 'deadlineNear')`;

const COMMUNITY = `json_build_object('code', d.code, 'label', d.label)`;
const UNIT = `CASE WHEN u.id IS NOT NULL THEN json_build_object('id', u.id, 'shortName', u.short_name) END`;
const JOINS = `JOIN division d ON d.code = o.community_code LEFT JOIN unit u ON u.id = o.unit_id`;
const eventsOf = (first: number) =>
  `(SELECT * FROM event WHERE subject_id = o.id AND action NOT IN ${SILENT} ORDER BY id DESC LIMIT ${String(first)})`;

/** $1 street, $2 labels of actions, $3 what a reviewer may do by state. */
export const LIST_JSON = `
  WITH page AS (SELECT o.*, row_number() OVER (ORDER BY o.id DESC) AS place FROM orders o WHERE o.street_code = $1 AND o.state <> 'DRAFT' ORDER BY o.id DESC LIMIT 51)
  SELECT json_build_object('data', json_build_object('orders', json_build_object('nodes', (
    SELECT coalesce(json_agg(json_build_object('id', o.id, 'number', o.number, 'state', o.state, 'title', o.title, 'enteredAt', ${ISO('o.entered_at')}, 'dueAt', ${ISO('o.due_at')},
      'community', ${COMMUNITY}, 'unit', ${UNIT},
      'events', (SELECT json_agg(json_build_object('id', e.id, 'action', e.action, 'label', $2::json ->> e.action, 'at', ${ISO('e.at')}) ORDER BY e.id DESC) FROM ${eventsOf(3)} e),
      'viewerActions', $3::json -> o.state) ORDER BY o.place), '[]') FROM page o ${JOINS} WHERE o.place <= 50),
    'pageInfo', json_build_object('hasNextPage', (SELECT count(*) > 50 FROM page)))))::text AS json`;

/** $1 id, $2 labels of actions, $3 what a reviewer may do by state. */
export const ORDER_JSON = `
  SELECT json_build_object('data', json_build_object('order', json_build_object('id', o.id, 'number', o.number, 'state', o.state, 'version', o.version, 'title', o.title,
    'content', o.content, 'enteredAt', ${ISO('o.entered_at')}, 'dueAt', ${ISO('o.due_at')}, 'community', ${COMMUNITY}, 'unit', ${UNIT},
    'events', (SELECT json_agg(json_build_object('id', e.id, 'action', e.action, 'label', $2::json ->> e.action, 'from', e.from_state, 'to', e.to_state, 'at', ${ISO('e.at')},
      'reason', e.reason) ORDER BY e.id DESC) FROM ${eventsOf(10)} e),
    'viewerActions', $3::json -> o.state)))::text AS json
  FROM orders o ${JOINS} WHERE o.id = $1`;

const SHOWN = `o.id, o.number, o.state, o.version, o.title, o.content, o.entered_at AS "enteredAt", o.due_at AS "dueAt", d.code, d.label AS place,
  u.id AS "unitId", u.short_name AS "shortName", e.id AS "eventId", e.action, e.from_state AS "from", e.to_state AS "to", e.at, e.reason`;

/** Newest first, a row for every order and event; one order more than is shown. */
export const LIST_ROWS = `
  SELECT ${SHOWN} FROM (SELECT * FROM orders o WHERE o.street_code = $1 AND o.state <> 'DRAFT' ORDER BY o.id DESC LIMIT 51) o ${JOINS}
  LEFT JOIN LATERAL ${eventsOf(3)} e ON true ORDER BY o.id DESC, e.id DESC`;

export const ORDER_ROWS = `
  SELECT ${SHOWN} FROM orders o ${JOINS} LEFT JOIN LATERAL ${eventsOf(10)} e ON true WHERE o.id = $1 ORDER BY e.id DESC`;

export interface OrderRow {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly title: string;
  readonly content: string;
  readonly enteredAt: Date;
  readonly dueAt: Date | null;
  readonly code: string;
  readonly place: string;
  readonly unitId: string | null;
  readonly shortName: string;
  readonly eventId: string | null;
  readonly action: string;
  readonly from: string | null;
  readonly to: string | null;
  readonly at: Date;
  readonly reason: string | null;
}
export type ListRow = OrderRow;

interface Words {
  readonly labels: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, unknown>>;
}

const headOf = (
  { id, number, state, title, enteredAt, dueAt, code, place, unitId, shortName }: OrderRow,
  { actions }: Words,
) => ({
  ...{ id, number, state, title, enteredAt, dueAt, community: { code, label: place } },
  ...{ unit: unitId === null ? null : { id: unitId, shortName }, viewerActions: actions[state] },
});

export function listOf(rows: readonly ListRow[], words: Words): unknown {
  const orders = new Map<string, ReturnType<typeof headOf> & { events: unknown[] }>();
  for (const row of rows) {
    let order = orders.get(row.id);
    if (!order) orders.set(row.id, (order = { ...headOf(row, words), events: [] }));
    if (row.eventId !== null)
      order.events.push({ id: row.eventId, action: row.action, label: words.labels[row.action], at: row.at });
  }
  return { nodes: [...orders.values()].slice(0, 50), pageInfo: { hasNextPage: orders.size > 50 } };
}

export function orderOf(rows: readonly OrderRow[], words: Words): unknown {
  const [first] = rows;
  if (!first) return null;
  const { version, content } = first;
  const events = rows.map(({ eventId: id, action, from, to, at, reason }) => ({
    id,
    action,
    label: words.labels[action],
    from,
    to,
    at,
    reason,
  }));
  return { ...headOf(first, words), version, content, events };
}
