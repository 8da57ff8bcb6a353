import { Arg, Args, Query } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import { connectionOf, Page, type Connection } from '../../graphql/connection.ts';
import type { Context } from '../../graphql/context.ts';
import { argumentsOf } from '../arguments.ts';
import { conditionsSql, declareConditions, type Conditions, type Filter } from '../condition.ts';
import { Given } from '../given.ts';
import { pageSql, type Paged } from '../page.ts';
import { readViews } from '../page-views.ts';
import { Place, Statement } from '../place.ts';
import { sees, type Shape, type View } from '../shape.ts';
import type { Sort } from '../sort.ts';
import { METHOD, type RootField } from './root-field.ts';

export interface Seen {
  readonly when: Predicate;
  note(keys: readonly string[], context: Context): void;
}

export interface Pages {
  readonly about: string;
  /** What the connection is a list of, for people. */
  readonly label: string;
  /** What makes a row one of the list, whatever is asked. */
  readonly where?: (it: Place) => string;
  /** Conditions as arguments of their own, or all in one `filter`. */
  readonly conditions?: Conditions;
  readonly filter?: Filter;
  readonly sort: Sort | Sorts;
  /** Tells somebody which rows of a page were looked at. */
  readonly seen?: Seen;
}

/** Orders among which the caller chooses. */
export interface Sorts {
  readonly type: NonNullable<unknown>;
  readonly about: string;
  readonly usual: string;
  readonly by: Readonly<Record<string, Sort>>;
}

type GivenOf = (name: string) => Given;

/** A list that is read page by page. */
export function pages(shape: Shape, options: Pages): RootField {
  const { about, label, where, conditions = {}, filter, sort, seen } = options;
  const connection = connectionOf(() => shape.type, shape.name, label);
  const list = (statement: () => Statement, given: GivenOf): Paged => ({
    sort: 'by' in sort ? sort.by[given('sort').known<string>()]! : sort,
    ...(seen && { seen: seen.when }),
    rows() {
      const it = new Place(statement(), shape);
      const inFilter = filter ? conditionsSql(filter.conditions, it, (name) => given('filter').field(name)) : [];
      return { it, where: [...(where ? [where(it)] : []), ...conditionsSql(conditions, it, given), ...inFilter] };
    },
  });
  return {
    declare(prototype, name) {
      Query(() => connection, { description: about })(prototype, name, METHOD);
      declareArguments(options, prototype, name);
    },
    async resolve(args, context, info) {
      const given = (name: string) => Given.of(args[name], name);
      const page = { first: args['first'], after: args['after'] } as Page;
      const found = await readViews(() => list(() => new Statement(context.viewer), given), page, { context, info });
      if (seen) noteSeen(found, shape, { seen, context });
      return found;
    },
    write(statement, selected) {
      const { given } = argumentsOf(selected);
      const sql = pageSql(
        list(() => statement, given),
        { first: given('first'), after: given('after') },
        selected,
      );
      return { sql, ...(seen && sql.includes(' AS seen ') && { note: seen.note.bind(seen) }) };
    },
  };
}

function noteSeen(found: Connection<View>, shape: Shape, { seen, context }: { seen: Seen; context: Context }): void {
  const keys = found.nodes.filter((view) => sees(view, seen.when, context.viewer)).map((view) => view[shape.key!]);
  if (keys.length > 0) seen.note(keys as string[], context);
}

function declareArguments({ conditions = {}, filter, sort }: Pages, prototype: object, name: string): void {
  let place = 0;
  declareConditions(conditions, prototype, name, place);
  place += Object.keys(conditions).length;
  Args(() => Page)(prototype, name, place);
  place += 1;
  if (filter) {
    const description = '筛选条件 — Which ones.';
    Arg('filter', () => filter.type, { nullable: true, description })(prototype, name, place);
    place += 1;
  }
  if (!('by' in sort)) return;
  const { type, usual, about } = sort;
  Arg('sort', () => type as never, { defaultValue: usual, description: about })(prototype, name, place);
}
