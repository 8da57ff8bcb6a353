import type { Choice } from './choice.ts';
import { common } from './refusal.ts';
import { cleanLine, cleanName, cleanParagraphs, cleanPhone, lengthOf } from './text.ts';
import type { Counts, Limits, Widget } from './widget.ts';

/** How a field travels: its GraphQL type. */
export type Wire =
  | { readonly kind: 'String' | 'Int' | 'Boolean' | 'ID' | 'Instant' | 'Date' }
  | { readonly kind: 'Choice'; readonly choice: Choice };

/** One field of an input, declared once: GraphQL type, check, normalisation, label and picker follow from it. */
export interface Field<T = unknown> {
  readonly label: string;
  readonly about: string;
  readonly wire: Wire;
  readonly list: boolean;
  readonly required: boolean;
  readonly widget: Widget;
  /** What the check refuses beyond; none where the form of the value says it all. */
  readonly limits?: Limits;
  /** Of a list: how many values it takes. */
  readonly counts?: Counts;
  /** A word of help in Chinese, beside what follows from the limits. */
  readonly help?: string;
  /** Refuses, naming the field, or returns the value in its one normal form. */
  parse(value: unknown, path: readonly string[]): T;
}

export type Fields = Readonly<Record<string, Field>>;
export type InputOf<F> = { readonly [K in keyof F]: F[K] extends Field<infer T> ? T : never };

/** Checks a whole input. Stops at the first fault: people mend one thing at a time. */
export function parseInput<F extends Fields>(fields: F, input: Readonly<Record<string, unknown>>): InputOf<F> {
  const parsed = Object.entries(fields).map(([name, field]) => [name, field.parse(input[name], ['input', name])]);
  return Object.fromEntries(parsed) as InputOf<F>;
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;
export const isId = (text: string): boolean => UUID.test(text);
const absent = (value: unknown) => value === undefined || value === null;

type Check<T> = (
  value: unknown,
  refuse: (code: Parameters<typeof common.refuse>[0], values?: Record<string, string | number>) => never,
) => T;

type Drawn = Pick<Field, 'label' | 'about' | 'wire' | 'widget' | 'limits'>;

function fieldOf<T>(drawn: Drawn, check: Check<T>): Field<T> {
  const { label } = drawn;
  return {
    ...{ ...drawn, list: false, required: true },
    parse(value, path) {
      const refuse = (code: Parameters<typeof common.refuse>[0], values = {}) =>
        common.refuse(code, { path, values: { label, ...values } });
      if (absent(value)) return refuse('INPUT_REQUIRED');
      return check(value, refuse);
    },
  };
}

/** The same field with a word of help, in Chinese, for whoever fills in the form. */
export const helped = <T>(help: string, of: Field<T>): Field<T> => ({ ...of, help });

interface Length {
  readonly min?: number;
  readonly max: number;
}

const textCheck =
  (clean: typeof cleanLine, { min, max }: Limits): Check<string> =>
  (value, refuse) => {
    const text = clean(String(value));
    if (typeof text !== 'string') return refuse(text.fault);
    const length = lengthOf(text);
    if (length === 0) return refuse('INPUT_REQUIRED');
    if (length < min) return refuse('INPUT_TOO_SHORT', { min, length });
    if (length > max) return refuse('INPUT_TOO_LONG', { max, length });
    return text;
  };

const STRING = { kind: 'String' } as const;
const lengthFrom = ({ min = 1, max }: Length): Limits => ({ min, max });

/** A text of one line. Lengths are in code points. */
export function line(label: string, about: string, length: Length): Field<string> {
  const limits = lengthFrom(length);
  return fieldOf({ label, about, wire: STRING, widget: 'line', limits }, textCheck(cleanLine, limits));
}

/** A text of several lines. */
export function paragraph(label: string, about: string, length: Length): Field<string> {
  const limits = lengthFrom(length);
  return fieldOf({ label, about, wire: STRING, widget: 'paragraph', limits }, textCheck(cleanParagraphs, limits));
}

/** Why somebody refuses, returns, extends ...: at least ten characters, so that it says something. */
export function reason(about: string, label = '理由'): Field<string> {
  const limits = { min: 10, max: 1000 };
  return fieldOf({ label, about, wire: STRING, widget: 'reason', limits }, textCheck(cleanParagraphs, limits));
}

export const personName = (label: string, about: string): Field<string> =>
  fieldOf(
    { label, about, wire: STRING, widget: 'name' },
    (value, refuse) => cleanName(String(value)) ?? refuse('INPUT_NOT_NAME'),
  );

export const phone = (label: string, about: string): Field<string> =>
  fieldOf(
    { label, about, wire: STRING, widget: 'phone' },
    (value, refuse) => cleanPhone(String(value)) ?? refuse('INPUT_NOT_PHONE'),
  );

/** Taken as it is, byte for byte. Never logged. */
export const secret = (label: string, about: string): Field<string> =>
  fieldOf({ label, about, wire: STRING, widget: 'password' }, (value, refuse) => {
    const text = String(value);
    if (text === '') return refuse('INPUT_REQUIRED');
    return text.length <= 256 ? text : refuse('INPUT_TOO_LONG', { max: 256, length: text.length });
  });

/** Digits of a one-time code; full-width digits are understood. */
export const oneTimeCode = (label: string, about: string): Field<string> =>
  fieldOf({ label, about, wire: STRING, widget: 'code' }, (value, refuse) => {
    const digits = String(value).normalize('NFKC').replaceAll(/\s/g, '');
    return /^\d{6}$/.test(digits) ? digits : refuse('INPUT_NOT_ID');
  });

/** Reference by UUID to what `widget` picks. */
export const id = (label: string, about: string, widget: Widget): Field<string> =>
  fieldOf({ label, about, wire: { kind: 'ID' }, widget }, (value, refuse) => {
    const text = String(value).toLowerCase();
    return UUID.test(text) ? text : refuse('INPUT_NOT_ID');
  });

/** Reference by a public code: divisions and service categories. */
export const code = (label: string, about: string, widget: 'division' | 'category'): Field<string> =>
  fieldOf({ label, about, wire: { kind: 'ID' }, widget }, (value, refuse) => {
    const text = String(value);
    return /^[0-9A-Z_]{2,24}$/.test(text) ? text : refuse('INPUT_NOT_ID');
  });

export const int = (label: string, about: string, min: number, max: number): Field<number> =>
  fieldOf({ label, about, wire: { kind: 'Int' }, widget: 'number', limits: { min, max } }, (value, refuse) => {
    // '' and true are no numbers, whatever Number() makes of them.
    const number = typeof value === 'number' ? value : NaN;
    return Number.isInteger(number) && number >= min && number <= max
      ? number
      : refuse('INPUT_NOT_IN_RANGE', { min, max });
  });

export const flag = (label: string, about: string): Field<boolean> =>
  fieldOf({ label, about, wire: { kind: 'Boolean' }, widget: 'flag' }, (value) => value === true);

export const choice = <K extends string>(label: string, about: string, of: Choice<K>): Field<K> =>
  fieldOf({ label, about, wire: { kind: 'Choice', choice: of }, widget: 'choice' }, (value, refuse) =>
    of.keys.includes(value as K) ? (value as K) : refuse('INPUT_NOT_ID'),
  );

const realDay = (text: string) => new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text) === true;

const YEARS = [2000, 2100] as const;
// Without a zone the server's own would be taken.
const INSTANT = /^(\d{4}-\d{2}-\d{2})T\d{2}:\d{2}(:\d{2}(\.\d{1,9})?)?(Z|[+-]\d{2}:\d{2})$/;
const instantOf = (text: string) => new Date(realDay(INSTANT.exec(text)?.[1] ?? '') ? text : NaN);

/** A moment, ISO 8601 with zone. */
export const instant = (label: string, about: string): Field<Date> =>
  fieldOf({ label, about, wire: { kind: 'Instant' }, widget: 'instant' }, (value, refuse) => {
    const date = value instanceof Date ? value : instantOf(String(value));
    const year = date.getUTCFullYear();
    return year >= YEARS[0] && year < YEARS[1] ? date : refuse('INPUT_NOT_TIME');
  });

/** A day of the calendar, `YYYY-MM-DD`. */
export const date = (label: string, about: string): Field<string> =>
  fieldOf({ label, about, wire: { kind: 'Date' }, widget: 'date' }, (value, refuse) => {
    const text = String(value);
    return /^2\d{3}-\d{2}-\d{2}$/.test(text) && realDay(text) ? text : refuse('INPUT_NOT_TIME');
  });

interface Count {
  readonly min?: number;
  readonly max: number;
  /** The same may stand there twice: texts that belong to the items of another list. */
  readonly repeats?: boolean;
}

/** Several values, none twice unless told so. */
export const many = <T>(of: Field<T>, { min = 0, max, repeats = false }: Count): Field<readonly T[]> => ({
  ...of,
  list: true,
  counts: { min, max },
  required: min > 0,
  parse(value, path) {
    const { label } = of;
    const values = absent(value) ? [] : (value as unknown[]);
    const detail = { path, values: { label, min, max, count: values.length } };
    if (values.length < min) common.refuse('INPUT_TOO_FEW', detail);
    if (values.length > max) common.refuse('INPUT_TOO_MANY', detail);
    const parsed = values.map((item, index) => of.parse(item, [...path, String(index)]));
    if (!repeats && new Set(parsed).size < parsed.length) common.refuse('INPUT_TWICE', detail);
    return parsed;
  },
});

/** The field may be left out; then it is null. */
export const optional = <T>(of: Field<T>): Field<T | null> => ({
  ...of,
  required: false,
  parse: (value, path) =>
    absent(value) || (typeof value === 'string' && value.trim() === '') ? null : of.parse(value, path),
});
