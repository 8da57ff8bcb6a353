import type { Predicate } from '../../kernel/predicate.ts';
import { decodeCursor } from '../graphql/connection.ts';
import { NotPlannable } from './field.ts';
import type { Given } from './given.ts';
import { expression, listSql, objectText, orNull, textSql, type JsonText } from './json-text.ts';
import type { Place } from './place.ts';
import { below, type Selected } from './selected.ts';
import { afterSql, cursorSql, orderSql, type Sort } from './sort.ts';
import { writeObject } from './write-object.ts';

/** A list that is read page by page. */
export interface Paged {
  /** A place for its rows, and the conditions that they meet beside those of the shape. */
  rows(): { readonly it: Place; readonly where: readonly string[] };
  readonly sort: Sort;
  /** Rows of which somebody wants to know that they were looked at. */
  readonly seen?: Predicate;
}

/** Which part of it, as values of the statement. */
export interface PageGiven {
  readonly first: Given;
  readonly after: Given;
}

/** SQL that yields one row: the connection as `j`, and the keys of the rows that somebody wants to know were seen as `seen`. */
export function pageSql(list: Paged, { first, after }: PageGiven, selected: Selected): string {
  const size = first.known<number>();
  const { it, where } = list.rows();
  const { parameters } = it.statement;
  const written = new PageText(it, list.sort, size);
  const text = written.connection(below(selected), { after: !after.absent, count: () => countSql(list) });
  const position = after.absent
    ? []
    : [
        afterSql(list.sort, it.row, (index, type) =>
          after.sql(parameters, type, {
            name: `[${String(index)}]`,
            to: (value) => decodeCursor(list.sort.name, value as string)[index],
          }),
        ),
      ];
  const seen = list.seen ? written.seen(list.seen) : '';
  const from = it.from({
    where: [...where, ...position],
    order: orderSql(list.sort, it.row),
    limit: size + (written.looksFurther ? 1 : 0),
    wayByWay: true,
  });
  // HAVING makes one row of it even where nothing is gathered, e.g. for a total alone.
  return `SELECT ${textSql(text)} AS j${seen} FROM (SELECT ${written.columns()} FROM ${from}) page HAVING true`;
}

function countSql(list: Paged): string {
  const { it, where } = list.rows();
  return `(SELECT count(*) FROM ${it.from({ where, wayByWay: true })})`;
}

interface Around {
  readonly after: boolean;
  count(): string;
}

/** Writes the fields of a connection over the rows of one page. */
class PageText {
  looksFurther = false;
  private readonly selected = new Map<string, string>();

  constructor(
    private readonly it: Place,
    private readonly sort: Sort,
    private readonly size: number,
  ) {}

  connection(selection: readonly Selected[], around: Around): JsonText {
    // Whether there is more is known before the lists are written: they leave the row out that only tells.
    this.looksFurther = selection.some(
      (field) => field.name === 'pageInfo' && below(field).some(({ name }) => name === 'hasNextPage'),
    );
    return objectText(selection.map((field) => [field.key, this.field(field, around)]));
  }

  /** The select list over the rows. */
  columns(): string {
    const columns = [...this.selected].map(([sql, name]) => `${sql} AS ${name}`);
    return [...columns, 'row_number() OVER () AS place'].join(', ');
  }

  seen(condition: Predicate): string {
    const holds = this.it.holds(condition);
    if (holds === 'false') return '';
    const key = this.select(this.it.column(this.it.shape.key!));
    return `, array_agg(${key}) FILTER (WHERE ${this.select(holds)} AND page.place <= ${String(this.size)}) AS seen`;
  }

  private field(field: Selected, { after, count }: Around): JsonText {
    switch (field.name) {
      case '__typename':
        return [JSON.stringify(field.parent)];
      case 'nodes':
        return this.list(writeObject(this.it, below(field)));
      case 'edges':
        return this.list(objectText(below(field).map((inner) => [inner.key, this.edge(inner)])));
      case 'totalCount':
        return expression(`${count()}::text`);
      case 'pageInfo':
        return objectText(below(field).map((inner) => [inner.key, this.info(inner, after)]));
      default:
        throw new NotPlannable(field.name);
    }
  }

  private edge(field: Selected): JsonText {
    if (field.name === '__typename') return [JSON.stringify(field.parent)];
    if (field.name === 'cursor') return ['"', { sql: cursorSql(this.sort, this.it.row) }, '"'];
    return writeObject(this.it, below(field));
  }

  private info(field: Selected, after: boolean): JsonText {
    switch (field.name) {
      case '__typename':
        return [JSON.stringify(field.parent)];
      case 'hasNextPage':
        return expression(`(count(*) > ${String(this.size)})::text`);
      case 'hasPreviousPage':
        return [String(after)];
      case 'startCursor':
        return this.cursorAt('1');
      default:
        return this.cursorAt(`least(count(*), ${String(this.size)})`);
    }
  }

  /** No aggregate may name an order of its own: PostgreSQL would then feed all of them in that order. */
  private cursorAt(place: string): JsonText {
    const cursor = this.select(cursorSql(this.sort, this.it.row));
    return orNull(`'"' || (array_agg(${cursor}))[${place}] || '"'`);
  }

  private list(item: JsonText): JsonText {
    return expression(`(${listSql(this.select(textSql(item)), this.shown())})`);
  }

  private shown(): string {
    return this.looksFurther ? ` FILTER (WHERE page.place <= ${String(this.size)})` : '';
  }

  private select(sql: string): string {
    const name = this.selected.get(sql) ?? `c${String(this.selected.size + 1)}`;
    this.selected.set(sql, name);
    return `page.${name}`;
  }
}
