import { Field, GraphQLISODateTime, ID, Int } from 'type-graphql';
import type { Predicate } from '../../../kernel/predicate.ts';
import { CalendarDate } from '../../graphql/calendar-date.ts';
import type { EnumOf } from '../../graphql/enum.ts';
import type { ReadField } from '../field.ts';
import { expression, joined, orNull, whereHolds, type JsonText } from '../json-text.ts';
import { sees } from '../shape.ts';

export interface ColumnOptions {
  readonly nullable?: boolean;
  /** The property of the row, where it is called differently from the field. */
  readonly property?: string;
  /** To whom it is shown; null to others. */
  readonly when?: Predicate;
}

/** How a value of a column becomes JSON text. The expression given is never null. */
type Written = (sql: string) => string;

const quotedPlain: Written = (sql) => `('"' || ${sql}::text || '"')`;
const escaped: Written = (sql) => `to_json(${sql}::text)::text`;
const bare: Written = (sql) => `${sql}::text`;

/**
 * An instant as JavaScript writes it: three digits of a second and Z. A microsecond more makes PostgreSQL write all six
 * digits, of which three are cut off; `to_char` would take half as long again.
 */
export const instantText: Written = (sql) =>
  `(left(to_json(date_trunc('milliseconds', ${sql}) + interval '1 microsecond')::text, 24) || 'Z"')`;

/** A text. */
export const text = (about: string, options?: ColumnOptions): ReadField =>
  column(() => String, escaped, about, options);
/** An id or a code. */
export const id = (about: string, options?: ColumnOptions): ReadField => column(() => ID, escaped, about, options);
export const int = (about: string, options?: ColumnOptions): ReadField => column(() => Int, bare, about, options);
export const flag = (about: string, options?: ColumnOptions): ReadField => column(() => Boolean, bare, about, options);
export const instant = (about: string, options?: ColumnOptions): ReadField =>
  column(() => GraphQLISODateTime, instantText, about, options);
/** A day of the calendar. */
export const date = (about: string, options?: ColumnOptions): ReadField =>
  column(() => CalendarDate, quotedPlain, about, options);
/** A value of a closed set, which the table checks. */
export const choice = <K extends string>(of: EnumOf<K>, about: string, options?: ColumnOptions): ReadField =>
  column(() => of, quotedPlain, about, options);

function column(
  type: () => NonNullable<unknown>,
  written: Written,
  about: string,
  { nullable = false, property, when }: ColumnOptions = {},
): ReadField {
  let of = property ?? '';
  const maybeNull = nullable || when !== undefined;
  return {
    declare(prototype, name) {
      of = property ?? name;
      Field(type as never, { nullable: maybeNull, description: about })(prototype, name);
    },
    get direct() {
      return property === undefined && when === undefined;
    },
    get properties() {
      return [of];
    },
    conditions: when ? [when] : [],
    resolve: (view, _given, { viewer }) => (when && !sees(view, when, viewer) ? null : view[of]),
    write(place) {
      const sql = place.column(of);
      const shown: JsonText = nullable ? orNull(written(sql)) : joined(expression(written(sql)));
      return when ? whereHolds(place.holds(when), shown) : shown;
    },
  };
}
