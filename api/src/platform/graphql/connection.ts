import { createHash } from 'node:crypto';
import type { GraphQLResolveInfo } from 'graphql';
import { ArgsType, Field, Int, ObjectType } from 'type-graphql';
import { GraphQLError } from 'graphql';
import { causesOf, codeOf } from './fault.ts';
import { selects } from './selection.ts';

@ObjectType('PageInfo', { description: '分页信息 — Relay Cursor Connections.' })
export class PageInfoType {
  @Field(() => Boolean, { description: '还有下一页 — More follow after `endCursor`.' })
  hasNextPage!: boolean;

  @Field(() => Boolean, { description: '还有上一页 — The page was asked for with `after`.' })
  hasPreviousPage!: boolean;

  @Field(() => String, { nullable: true, description: '首项游标 — Cursor of the first node.' })
  startCursor!: string | null;

  @Field(() => String, { nullable: true, description: '末项游标 — Give it as `after` to go on.' })
  endCursor!: string | null;
}

/** Which page of a list: at most a hundred after a cursor. The bounds are checked before execution (limits.ts). */
@ArgsType()
export class Page {
  @Field(() => Int, { defaultValue: 20, description: '每页条数 — How many, 1 to 100.' })
  first!: number;

  @Field(() => String, { nullable: true, description: '起始游标 — Go on after this `endCursor`.' })
  after?: string | null;
}

export interface Edge<T> {
  readonly node: T;
  readonly cursor: string;
}

export interface Connection<T> {
  readonly edges: readonly Edge<T>[];
  readonly nodes: readonly T[];
  readonly pageInfo: PageInfoType;
  readonly totalCount: number | null;
}

type NodeClass = (abstract new (...args: never[]) => object) | (new () => object);

const connections = new Map<string, { readonly label: string; readonly type: new () => object }>();

/** The connection type of a node class: one, in however many lists the nodes stand. */
export function connectionOf(node: () => NodeClass, name: string, label: string): new () => object {
  const known = connections.get(name);
  if (known && known.label !== label) throw new Error(`Lists of ${name} are called "${known.label}" and "${label}"`);
  const type = known?.type ?? newConnection(node, name, label);
  connections.set(name, { label, type });
  return type;
}

function newConnection(node: () => NodeClass, name: string, label: string): new () => object {
  @ObjectType(`${name}Edge`, { description: `${label} — A node and its place in the list.` })
  class EdgeType {
    @Field(() => node(), { description: `${label} — The node.` })
    node!: unknown;

    @Field(() => String, { description: '游标 — Where the node stands in the list.' })
    cursor!: string;
  }

  @ObjectType(`${name}Connection`, { description: `${label}列表 — A page of a list with a stable order.` })
  class ConnectionType {
    @Field(() => [EdgeType], { description: '各项 — Nodes with their cursors.' })
    edges!: readonly EdgeType[];

    @Field(() => [node()], { description: '各项内容 — The nodes alone.' })
    nodes!: readonly unknown[];

    @Field(() => PageInfoType, { description: '分页信息 — Whether more follow.' })
    pageInfo!: PageInfoType;

    @Field(() => Int, { nullable: true, description: '总数 — Counted only when selected.' })
    totalCount!: number | null;
  }
  return ConnectionType;
}

/** A keyset position, with a mark of the order it belongs to: a cursor of another order is refused. */
export function encodeCursor(order: string, values: readonly unknown[]): string {
  return Buffer.from(JSON.stringify([mark(order), ...values])).toString('base64url');
}

const badCursor = () =>
  new GraphQLError('这个翻页位置已失效，请从第一页重新查看。', { extensions: { code: 'BAD_CURSOR' } });

export function decodeCursor(order: string, cursor: string): readonly unknown[] {
  let decoded: unknown;
  try {
    decoded = JSON.parse(Buffer.from(cursor, 'base64url').toString('utf8'));
  } catch {
    throw badCursor();
  }
  if (!Array.isArray(decoded) || decoded[0] !== mark(order)) throw badCursor();
  const values = decoded.slice(1) as unknown[];
  if (values.some((value) => value !== null && !['string', 'number'].includes(typeof value))) throw badCursor();
  return values;
}

/** Stands at the head of every cursor of an order. */
export const mark = (order: string) => createHash('sha256').update(order).digest('base64url').slice(0, 6);

export interface PageRequest<Row> {
  readonly page: Page;
  /** Names the order of the list, e.g. `orders:newest`. */
  readonly order: string;
  /** Reads up to `limit` rows after the keyset position (null: from the start), in the order of the list. */
  rows(position: readonly unknown[] | null, limit: number): Promise<readonly Row[]>;
  /** The keyset position of a row. */
  position(row: Row): readonly unknown[];
  /** Counts the whole list; asked only when `totalCount` is selected. */
  count(): Promise<number>;
}

/** Refuses a page larger than a hundred. */
function assertSize({ first }: Page): void {
  if (Number.isInteger(first) && first >= 1 && first <= 100) return;
  throw new GraphQLError('“first”应在1到100之间。', { extensions: { code: 'BAD_USER_INPUT' } });
}

/** A cursor may be forged: values that PostgreSQL cannot read (SQLSTATE class 22) make it a bad one, not a fault. */
async function rowsAfter<Row>(request: PageRequest<Row>, position: readonly unknown[] | null): Promise<readonly Row[]> {
  try {
    return await request.rows(position, request.page.first + 1);
  } catch (error) {
    throw position && causesOf(error).some((cause) => codeOf(cause)?.startsWith('22')) ? badCursor() : error;
  }
}

/** Reads one page: one statement, and one more when the total is wanted. */
export async function readPage<Row>(request: PageRequest<Row>, info: GraphQLResolveInfo): Promise<Connection<Row>> {
  const { page, order } = request;
  assertSize(page);
  const position = page.after?.trim() ? decodeCursor(order, page.after) : null;
  const [found, totalCount] = await Promise.all([
    rowsAfter(request, position),
    selects(info, 'totalCount') ? request.count() : null,
  ]);
  const rows = found.slice(0, page.first);
  const edges = rows.map((node) => ({ node, cursor: encodeCursor(order, request.position(node)) }));
  const pageInfo = {
    hasNextPage: found.length > page.first,
    hasPreviousPage: position !== null,
    startCursor: edges[0]?.cursor ?? null,
    endCursor: edges.at(-1)?.cursor ?? null,
  };
  return { edges, nodes: rows, pageInfo, totalCount };
}
