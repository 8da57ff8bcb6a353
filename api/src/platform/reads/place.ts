import { branchesOf } from '../../kernel/predicate-branches.ts';
import { settle, type Predicate, type Settled } from '../../kernel/predicate.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Change, Given } from './given.ts';
import { Parameters } from './parameters.ts';
import { columnName, predicateSql, type LinkSql, type Wording } from './predicate-sql.ts';
import type { Shape } from './shape.ts';

/** A statement while it is written for viewers of one kind. */
export class Statement {
  readonly parameters = new Parameters();
  private aliases = 0;

  /** `viewer` is one of the kind: role and what they bring count, who they are does not. */
  constructor(readonly viewer: Viewer) {}

  alias(): string {
    this.aliases += 1;
    return `t${String(this.aliases)}`;
  }
}

/** SQL of conditions that another row lends, by link: `true` and `false` where they are settled. */
export type Lent = Readonly<Record<string, string>>;

export interface Rows {
  readonly where: readonly string[];
  readonly order?: string;
  readonly limit?: number;
  /**
   * Looks for rows in every way in which they can be visible, one after the other, each with an index of its own: where few
   * of many rows are wanted. One condition over all ways would read the whole table.
   */
  readonly wayByWay?: boolean;
}

/** Where the row of a shape stands in a statement. */
export class Place {
  readonly row: string;
  private readonly flags = new Map<string, string>();

  constructor(
    readonly statement: Statement,
    readonly shape: Shape,
    private readonly lent: Lent = {},
  ) {
    this.row = statement.alias();
  }

  column(property: string): string {
    return `${this.row}.${columnName(property)}`;
  }

  /** A condition over the row, worked out once for each row however often it is asked: `true`, `false` or a column. */
  holds(predicate: Predicate): string {
    const sql = this.written(predicate, true);
    if (sql === 'true' || sql === 'false') return sql;
    const known = this.flags.get(sql) ?? `"~${String(this.flags.size + 1)}"`;
    this.flags.set(sql, known);
    return `${this.row}.${known}`;
  }

  /** A condition over the row where it is asked once: in WHERE. */
  condition(predicate: Predicate): string {
    return this.written(predicate, false);
  }

  private written(predicate: Predicate, ofRow: boolean): string {
    const { viewer, parameters } = this.statement;
    return predicateSql(settle(predicate, viewer, this.settled()), viewer, { ...this.wording(), ofRow }, parameters);
  }

  /** A value that the caller gave. */
  value(given: Given, type: string, change?: { readonly name: string; readonly to: Change }): string {
    return given.sql(this.statement.parameters, type, change);
  }

  /** What follows FROM: the rows that exist for the viewer, with the conditions that were asked of them. Write it last. */
  from(rows: Rows): string {
    const { row, shape } = this;
    const { order, limit } = rows;
    const conditions = rows.wayByWay ? this.foundWayByWay(rows) : [...rows.where, this.condition(shape.visible)];
    const tail = `${order ? ` ORDER BY ${order}` : ''}${limit === undefined ? '' : ` LIMIT ${String(limit)}`}`;
    const filter = whereSql(conditions);
    if (this.flags.size === 0 && tail === '') return `${shape.table} ${row}${filter}`;
    const flags = [...this.flags].map(([sql, name]) => `, ${sql} AS ${name}`).join('');
    return `(SELECT ${row}.*${flags} FROM ${shape.table} ${row}${filter}${tail}) ${row}`;
  }

  private foundWayByWay({ where, order, limit }: Rows): readonly string[] {
    const { row, shape, statement } = this;
    const ways = branchesOf(shape.visible, statement.viewer, this.settled()).map((branch) => [
      ...where,
      ...branch.map((condition) => this.condition(condition)),
    ]);
    if (ways.length < 2) return ways[0] ?? [...where, 'false'];
    const key = `${row}.${columnName(shape.key!)}`;
    const tail = limit === undefined ? '' : ` ORDER BY ${order!} LIMIT ${String(limit)}`;
    const found = ways.map((conditions) => `(SELECT ${key} FROM ${shape.table} ${row}${whereSql(conditions)}${tail})`);
    return [`${key} IN (${found.join(' UNION ')})`];
  }

  private settled(): Settled {
    const known = Object.entries(this.lent).filter(([, sql]) => sql === 'true' || sql === 'false');
    return Object.fromEntries(known.map(([link, sql]) => [link, sql === 'true']));
  }

  private wording(): Wording {
    const lent = Object.entries(this.lent).map(([link, sql]): [string, LinkSql] => [link, () => sql]);
    return { alias: this.row, links: { ...this.shape.links, ...Object.fromEntries(lent) } };
  }
}

function whereSql(conditions: readonly string[]): string {
  const open = conditions.filter((condition) => condition !== 'true');
  return open.length === 0 ? '' : ` WHERE ${open.join(' AND ')}`;
}
