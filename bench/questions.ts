import { createHash } from 'node:crypto';

/** What is asked. `OURS` is asked of the house, `THEIRS` of the peers; the answers are the same, value by value. */

const HEAD = `id number state title enteredAt dueAt community { code label } unit { id shortName }`;
const HEAD_OF_ONE = `id number state version title content enteredAt dueAt community { code label } unit { id shortName }`;

const LIST = `{ orders(first: 50) { nodes { ${HEAD} events(first: 3) { id action at } } } }`;
const ONE = `($id: ID!) { order(id: $id) { ${HEAD_OF_ONE} events(first: 10) { id action from to at reason } } }`;
const COUNTS = `{ orderCounts { state count } }`;
const FULL_LIST = `{ orders(first: 50) { nodes { ${HEAD} events(first: 3) { id action label at }
  viewerActions { action label mutation } } pageInfo { hasNextPage } } }`;
const FULL_ONE = `($id: ID!) { order(id: $id) { ${HEAD_OF_ONE} events(first: 10) { id action label from to at reason }
  viewerActions { action label mutation } } }`;
const MASKED_LIST = `{ orders(first: 50) { nodes { ${HEAD} content contact { name phone address } events(first: 3) { id action at } } } }`;
const DESK = `{ orderDesk { bucket label count } }`;

export const OURS = {
  list: LIST,
  one: ONE,
  counts: COUNTS,
  fullList: FULL_LIST,
  fullOne: FULL_ONE,
  maskedList: MASKED_LIST,
  desk: DESK,
} as const;
export type Asking = keyof typeof OURS;

/** The document as it stands in the server's list. */
export const knownText = (asking: Asking): string => `query Known_${asking} ${OURS[asking]}`;
/** What is laid beside the console's documents: names of files and their texts. */
export const knownDocuments = (): Record<string, string> =>
  Object.fromEntries((Object.keys(OURS) as Asking[]).map((asking) => [`bench-${asking}`, knownText(asking)]));
/** The same in no list: read, parsed and checked like any that a client makes up. */
export const wholeText = (asking: Asking): string => `query Whole_${asking} ${OURS[asking]}`;

/** Questions that peers can answer too: they know no sessions, so the street is told. */
export const THEIRS: Readonly<Record<'list' | 'one' | 'counts', string>> = {
  list: `query WorkList($street: ID!) { orders(street: $street, first: 50) { ${HEAD} events(first: 3) { id action at } } }`,
  one: `query One${ONE}`,
  counts: `query Counts($street: ID!) { orderCounts(street: $street) { state count } }`,
};

/** By which the server knows a document. */
export const hashOf = (text: string): string => createHash('sha256').update(text).digest('hex');

const PG_HEAD = (
  fields: string,
) => `id: rowId number state ${fields} enteredAt dueAt community: divisionByCommunityCode { code label }
  unit: unitByUnitId { id: rowId shortName }`;

/** In PostGraphile's words, which come from the tables. */
export const IN_POSTGRAPHILE: typeof THEIRS = {
  list: `query WorkList($street: String!) { orders: allOrdersList(condition: { streetCode: $street }, first: 50, orderBy: [ROW_ID_DESC]) {
    ${PG_HEAD('title')} events: eventsBySubjectIdList(first: 3, orderBy: [ROW_ID_DESC]) { id: rowId action at } } }`,
  one: `query One($id: UUID!) { order: orderByRowId(rowId: $id) { ${PG_HEAD('version title content')}
    events: eventsBySubjectIdList(first: 10, orderBy: [ROW_ID_DESC]) { id: rowId action from: fromState to: toState at reason } } }`,
  counts: `query Counts($street: String!) { orderCounts: peersOrderCountsList(street: $street) { state count } }`,
};

/** PostGraphile counts by a function: that is how its authors tell to add what the tables do not offer. */
export const PEERS_SCHEMA = `
  CREATE SCHEMA peers;
  CREATE FUNCTION peers.order_counts(street text, OUT state text, OUT count int) RETURNS SETOF record
    LANGUAGE sql STABLE PARALLEL SAFE ROWS 20 AS $$
      SELECT o.state, count(*)::int FROM public.orders o WHERE o.street_code = $1 AND o.number IS NOT NULL GROUP BY o.state ORDER BY o.state $$;
  GRANT USAGE ON SCHEMA peers TO gongzhi_app;
  GRANT EXECUTE ON FUNCTION peers.order_counts TO gongzhi_app`;

const INSTANTS = new Set(['enteredAt', 'dueAt', 'at']);

/** Takes out of an answer what is only spelling: the list around the orders, and the form in which an instant is written. */
export function sameForm(data: unknown): unknown {
  const { orders, ...rest } = data as { orders?: { nodes?: unknown } };
  return spelled(orders === undefined ? rest : { ...rest, orders: orders.nodes ?? orders });
}

function spelled(value: unknown, key = ''): unknown {
  if (Array.isArray(value)) return value.map((item) => spelled(item));
  if (typeof value === 'string') return INSTANTS.has(key) ? new Date(value).toISOString() : value;
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, spelled(inner, name)]));
}
