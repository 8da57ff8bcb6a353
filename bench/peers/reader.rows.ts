// Rows of PostgreSQL as what is answered.

export interface Row {
  readonly id: string;
  readonly number: string;
  readonly state: string;
  readonly version: number;
  readonly title: string | null;
  readonly content: string | null;
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
  /** May the contact be read? */
  readonly open: boolean;
  readonly name: string;
  readonly phone: string;
  readonly address: string;
}

/** What the API calls actions, and what a reviewer may do in each state. */
export interface Words {
  readonly labels: Readonly<Record<string, string>>;
  readonly actions: Readonly<Record<string, unknown>>;
}

type Part = (row: Row) => object;

const order: Part = ({ id, number, state, title, enteredAt, dueAt, code, place, unitId, shortName }) => ({
  ...{ id, number, state, title, enteredAt, dueAt, community: { code, label: place } },
  unit: unitId === null ? null : { id: unitId, shortName },
});
const event: Part = ({ eventId, action, at }) => ({ id: eventId, action, at });
const sight: Part = ({ content, open, name, phone, address }) => ({
  content,
  contact: open ? { name, phone, address } : null,
});
const more: Part = ({ version, content }) => ({ version, content });
const story: Part = ({ from, to, reason }) => ({ from, to, reason });

/** A row for every order and event, in their order, as orders with events. */
function gathered(rows: readonly Row[], orderOf: Part, eventOf: Part): object[] {
  const orders = new Map<string, object & { events: object[] }>();
  for (const row of rows) {
    let found = orders.get(row.id);
    if (!found) orders.set(row.id, (found = { ...orderOf(row), events: [] }));
    if (row.eventId !== null) found.events.push(eventOf(row));
  }
  return [...orders.values()];
}

const both =
  (first: Part, second: Part): Part =>
  (row) => ({ ...first(row), ...second(row) });
const answer = (data: object) => JSON.stringify({ data });

export const list = (rows: readonly Row[]): string => answer({ orders: { nodes: gathered(rows, order, event) } });
export const maskedList = (rows: readonly Row[]): string =>
  answer({ orders: { nodes: gathered(rows, both(order, sight), event) } });
export const one = (rows: readonly Row[]): string =>
  answer({ order: gathered(rows, both(order, more), both(event, story))[0] ?? null });

const actionsIn =
  ({ actions }: Words): Part =>
  ({ state }) => ({ viewerActions: actions[state] });
const labelIn =
  ({ labels }: Words): Part =>
  ({ action }) => ({ label: labels[action] });

export function fullList(rows: readonly Row[], words: Words): string {
  const orders = gathered(rows, both(order, actionsIn(words)), both(event, labelIn(words)));
  return answer({ orders: { nodes: orders.slice(0, 50), pageInfo: { hasNextPage: orders.length > 50 } } });
}

export function fullOne(rows: readonly Row[], words: Words): string {
  const orderOf = both(both(order, more), actionsIn(words));
  return answer({ order: gathered(rows, orderOf, both(both(event, story), labelIn(words)))[0] ?? null });
}
