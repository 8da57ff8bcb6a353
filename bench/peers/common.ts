// What the peers that resolve field by field have in common: the schema, the statements, and batches over plain rows.
import DataLoader from 'dataloader';
import pg from 'pg';

/** Acts that are no part of the story of a case. */
export const SILENT = ['follow', 'unfollow', 'deadlineNear'];

export const TYPE_DEFS = `
  type Query {
    orders(street: ID!, first: Int!): [Order!]!
    order(id: ID!): Order
    orderCounts(street: ID!): [OrderStateCount!]!
  }
  type Order {
    id: ID!
    number: String
    state: String!
    version: Int!
    title: String
    content: String
    enteredAt: String!
    dueAt: String
    community: Division!
    unit: Unit
    events(first: Int! = 10): [CaseEvent!]!
  }
  type Division { code: ID! label: String! }
  type Unit { id: ID! shortName: String! }
  type CaseEvent { id: ID! action: String! from: String to: String at: String! reason: String }
  type OrderStateCount { state: String! count: Int! }`;

export interface OrderRow {
  readonly id: string;
  readonly communityCode: string;
  readonly unitId: string | null;
  readonly enteredAt: Date;
  readonly dueAt: Date | null;
}
export interface EventRow {
  readonly subjectId: string;
  readonly at: Date;
}
interface Named {
  readonly id: string;
}

const COLUMNS = `id, number, state, version, title, content, entered_at AS "enteredAt", due_at AS "dueAt", community_code AS "communityCode", unit_id AS "unitId"`;
const LIST = `SELECT ${COLUMNS} FROM orders WHERE street_code = $1 AND number IS NOT NULL ORDER BY id DESC LIMIT $2`;
const ONE = `SELECT ${COLUMNS} FROM orders WHERE id = $1`;
const COUNTS = `SELECT state, count(*)::int AS count FROM orders WHERE street_code = $1 AND number IS NOT NULL GROUP BY state ORDER BY state`;
const DIVISIONS = `SELECT code AS id, code, label FROM division WHERE code = ANY ($1::text[])`;
const UNITS = `SELECT id, short_name AS "shortName" FROM unit WHERE id = ANY ($1::uuid[])`;
const EVENTS = `
  SELECT e.* FROM unnest($1::uuid[]) AS subject (id) CROSS JOIN LATERAL (
    SELECT id, subject_id AS "subjectId", action, from_state AS "from", to_state AS "to", at, reason FROM event
    WHERE subject_id = subject.id AND action <> ALL ($3::text[]) ORDER BY id DESC LIMIT $2) e`;

/** As many connections and the same role as the server has; none is given up while others have their turn. */
export const openPool = (url: string): pg.Pool =>
  new pg.Pool({ connectionString: url, max: 16, idleTimeoutMillis: 0, options: '-c role=gongzhi_app -c timezone=UTC' });

/** Reads rows with prepared statements, many keys in one. */
export class Rows {
  private readonly pool: pg.Pool;

  constructor(pool: pg.Pool) {
    this.pool = pool;
  }

  list = (street: string, first: number) => this.query<OrderRow>('list', LIST, [street, first]);
  one = async (id: string) => (await this.query<OrderRow>('one', ONE, [id]))[0] ?? null;
  counts = (street: string) => this.query<object>('counts', COUNTS, [street]);
  divisions = async (codes: readonly string[]) => byId(codes, await this.query<Named>('divisions', DIVISIONS, [codes]));
  units = async (ids: readonly string[]) => byId(ids, await this.query<Named>('units', UNITS, [ids]));

  /** The last `first` events of each order. */
  async events(ids: readonly string[], first: number): Promise<EventRow[][]> {
    const bySubject = Map.groupBy(
      await this.query<EventRow>('events', EVENTS, [ids, first, SILENT]),
      ({ subjectId }) => subjectId,
    );
    return ids.map((id) => bySubject.get(id) ?? []);
  }

  private async query<Row>(name: string, text: string, values: unknown[]): Promise<Row[]> {
    return (await this.pool.query({ name, text, values })).rows as Row[];
  }
}

function byId(keys: readonly string[], rows: readonly Named[]): (Named | null)[] {
  const found = new Map(rows.map((row) => [row.id, row]));
  return keys.map((key) => found.get(key) ?? null);
}

export interface Context {
  readonly rows: Rows;
  readonly division: DataLoader<string, unknown>;
  readonly unit: DataLoader<string, unknown>;
  events(first: number): DataLoader<string, EventRow[]>;
}

/** A context for one request: the loaders live as long as it does. */
export function contextOver(rows: Rows): Context {
  const bySize = new Map<number, DataLoader<string, EventRow[]>>();
  const eventsOf = (first: number) => {
    const loader = new DataLoader<string, EventRow[]>((ids) => rows.events(ids, first));
    bySize.set(first, loader);
    return loader;
  };
  return {
    rows,
    division: new DataLoader((codes) => rows.divisions(codes)),
    unit: new DataLoader((ids) => rows.units(ids)),
    events: (first) => bySize.get(first) ?? eventsOf(first),
  };
}

const iso = (date: Date | null) => date?.toISOString() ?? null;

type Resolve<Source, Args> = (source: Source, args: Args, context: Context) => unknown;
const from = <Source, Args = object>(resolve: Resolve<Source, Args>) => resolve;

/** Columns that are not what the schema says. */
export const PLAIN = {
  Order: {
    enteredAt: ({ enteredAt }: OrderRow) => iso(enteredAt),
    dueAt: ({ dueAt }: OrderRow) => iso(dueAt),
  },
  CaseEvent: { at: ({ at }: EventRow) => iso(at) },
};

/** Resolvers with DataLoader, for servers that have no batches of their own. */
export const RESOLVERS = {
  Query: {
    orders: from<null, { street: string; first: number }>((_, { street, first }, { rows }) => rows.list(street, first)),
    order: from<null, { id: string }>((_, { id }, { rows }) => rows.one(id)),
    orderCounts: from<null, { street: string }>((_, { street }, { rows }) => rows.counts(street)),
  },
  ...PLAIN,
  Order: {
    ...PLAIN.Order,
    community: from<OrderRow>(({ communityCode }, _, { division }) => division.load(communityCode)),
    unit: from<OrderRow>(({ unitId }, _, { unit }) => (unitId === null ? null : unit.load(unitId))),
    events: from<OrderRow, { first: number }>(({ id }, { first }, { events }) => events(first).load(id)),
  },
};
