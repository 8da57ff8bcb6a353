import { Field } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import type { Context } from '../../graphql/context.ts';
import { NotPlannable, type ReadField } from '../field.ts';
import { expression, orNull, whereHolds, type JsonText } from '../json-text.ts';
import { quoted } from '../predicate-sql.ts';
import type { Place } from '../place.ts';
import type { Selected } from '../selected.ts';
import { sees, type View } from '../shape.ts';

type TypeOf = () => NonNullable<unknown>;

export interface WorkedOut {
  readonly type: TypeOf;
  readonly about: string;
  readonly nullable?: boolean;
  /** What of the row it needs. */
  readonly from: readonly string[];
  readonly conditions?: readonly Predicate[];
  of(view: View, context: Context): unknown;
  /** JSON text of the same. Left out where SQL cannot say it: then the general executor answers. */
  sql?(place: Place, selected: Selected): JsonText;
}

/** A field that is worked out of several columns or conditions. */
export function workedOut({ type, about, nullable = false, from, conditions = [], of, sql }: WorkedOut): ReadField {
  return {
    declare: (prototype, name) => Field(type as never, { nullable, description: about })(prototype, name),
    properties: from,
    conditions,
    resolve: (view, _given, context) => of(view, context),
    write(place, selected) {
      if (!sql) throw new NotPlannable(`${place.shape.name}.${selected.name}`);
      return sql(place, selected);
    },
  };
}

export interface Told {
  readonly about: string;
  readonly nullable?: boolean;
  /** An enum, where the words are its values. */
  readonly type?: TypeOf;
  readonly when?: Predicate;
  /** What is shown of a value without a word: the value itself, or nothing. */
  readonly otherwise?: 'ITSELF' | 'NULL';
}

/** A column told in other words: each value has one. `words` is asked when the statement is written, when everybody is known. */
export function told(property: string, words: () => Readonly<Record<string, string>>, options: Told): ReadField {
  const { about, nullable = false, type = () => String, when, otherwise = 'ITSELF' } = options;
  let known: Readonly<Record<string, string>> | null = null;
  const map = () => (known ??= words());
  return workedOut({
    ...{ type, about, nullable: nullable || when !== undefined, from: [property], conditions: when ? [when] : [] },
    of: (view, { viewer }) => {
      const value = view[property] as string | null;
      if (value === null || (when && !sees(view, when, viewer))) return null;
      return map()[value] ?? (otherwise === 'ITSELF' ? value : null);
    },
    sql: (place) => {
      const column = place.column(property);
      const word = wordSql(map(), column);
      const all = otherwise === 'ITSELF' ? `coalesce(${word}, to_json(${column})::text)` : word;
      const shown = nullable || otherwise === 'NULL' ? orNull(all) : expression(all);
      return when ? whereHolds(place.holds(when), shown) : shown;
    },
  });
}

/** The word of a value as JSON text, null where it has none: looked up in one step however many there are. */
export function wordSql(words: Readonly<Record<string, string>>, value: string): string {
  const asJson = Object.fromEntries(Object.entries(words).map(([key, word]) => [key, JSON.stringify(word)]));
  return `(${quoted(JSON.stringify(asJson))}::jsonb ->> ${value})`;
}
