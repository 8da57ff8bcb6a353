import type { Role, Viewer } from './viewer.ts';
import { unitOf } from './viewer.ts';

/** A value that the viewer brings: who they are, where they act, for which unit. */
export type ViewerTerm = 'PERSON' | 'SCOPE' | 'UNIT';

/**
 * A condition over a row and a viewer, written once: `holds` evaluates it for one row, platform/reads writes it as SQL for a
 * whole list. Whatever depends on the viewer alone is settled first, so that the SQL holds only what their role needs.
 */
export type Predicate =
  | { readonly kind: 'CONSTANT'; readonly value: boolean }
  | { readonly kind: 'ALL' | 'ANY'; readonly of: readonly Predicate[] }
  | { readonly kind: 'NOT'; readonly of: Predicate }
  | { readonly kind: 'ACTS'; readonly roles: readonly Role[] }
  | { readonly kind: 'IS'; readonly column: string; readonly term: ViewerTerm }
  | { readonly kind: 'ONE_OF'; readonly column: string; readonly values: readonly string[] }
  | { readonly kind: 'TRUE' | 'EMPTY'; readonly column: string }
  | { readonly kind: 'AT_LEAST'; readonly column: string; readonly least: number }
  /** The viewer's scope lies in the community of the column: a grid in its community. */
  | { readonly kind: 'SCOPE_WITHIN'; readonly column: string }
  /** Something beyond the row, by name: its SQL stands where the rows are declared. */
  | { readonly kind: 'LINK'; readonly link: string; readonly values: readonly string[] };

export const always: Predicate = { kind: 'CONSTANT', value: true };
export const never: Predicate = { kind: 'CONSTANT', value: false };
export const all = (...of: Predicate[]): Predicate => ({ kind: 'ALL', of });
export const any = (...of: Predicate[]): Predicate => ({ kind: 'ANY', of });
export const not = (of: Predicate): Predicate => ({ kind: 'NOT', of });
/** The viewer acts in one of these roles. */
export const acts = (...roles: Role[]): Predicate => ({ kind: 'ACTS', roles });
export const is = (column: string, term: ViewerTerm): Predicate => ({ kind: 'IS', column, term });
export const oneOf = (column: string, values: readonly string[]): Predicate => ({ kind: 'ONE_OF', column, values });
export const isTrue = (column: string): Predicate => ({ kind: 'TRUE', column });
export const isEmpty = (column: string): Predicate => ({ kind: 'EMPTY', column });
export const atLeast = (column: string, least: number): Predicate => ({ kind: 'AT_LEAST', column, least });
export const scopeWithin = (column: string): Predicate => ({ kind: 'SCOPE_WITHIN', column });
/** A link that is there, or one that has one of these values. */
export const link = (name: string, ...values: string[]): Predicate => ({ kind: 'LINK', link: name, values });

/** What a viewer brings, or null. */
export function termOf(viewer: Viewer, term: ViewerTerm): string | null {
  return { PERSON: viewer.personId, SCOPE: viewer.post?.scope ?? null, UNIT: unitOf(viewer) }[term];
}

/** Links whose value is known before any row is looked at. */
export type Settled = Readonly<Record<string, boolean>>;

/** Settles what depends on the viewer alone, and the links that are known. What is left speaks of the row only. */
export function settle(predicate: Predicate, viewer: Viewer, known: Settled = {}): Predicate {
  switch (predicate.kind) {
    case 'ACTS':
      return viewer.post && predicate.roles.includes(viewer.post.role) ? always : never;
    case 'IS':
      return termOf(viewer, predicate.term) === null ? never : predicate;
    case 'NOT':
      return negated(settle(predicate.of, viewer, known));
    case 'ALL':
    case 'ANY':
      return joined(
        predicate.kind,
        predicate.of.map((part) => settle(part, viewer, known)),
      );
    case 'LINK':
      return settledLink(predicate, known[predicate.link]);
    default:
      return predicate;
  }
}

const settledLink = (predicate: Extract<Predicate, { kind: 'LINK' }>, value: boolean | undefined): Predicate =>
  value === undefined || predicate.values.length > 0 ? predicate : value ? always : never;

/** The columns and links of which a condition speaks. */
export function speaksOf(predicate: Predicate): {
  readonly columns: readonly string[];
  readonly links: readonly string[];
} {
  switch (predicate.kind) {
    case 'CONSTANT':
    case 'ACTS':
      return { columns: [], links: [] };
    case 'LINK':
      return { columns: [], links: [predicate.link] };
    case 'NOT':
      return speaksOf(predicate.of);
    case 'ALL':
    case 'ANY': {
      const parts = predicate.of.map(speaksOf);
      return { columns: parts.flatMap(({ columns }) => columns), links: parts.flatMap(({ links }) => links) };
    }
    default:
      return { columns: [predicate.column], links: [] };
  }
}

function negated(of: Predicate): Predicate {
  return of.kind === 'CONSTANT' ? { kind: 'CONSTANT', value: !of.value } : { kind: 'NOT', of };
}

function joined(kind: 'ALL' | 'ANY', parts: readonly Predicate[]): Predicate {
  const decisive = kind === 'ANY';
  if (parts.some((part) => part.kind === 'CONSTANT' && part.value === decisive)) return decisive ? always : never;
  const open = parts.filter((part) => part.kind !== 'CONSTANT');
  if (open.length === 0) return decisive ? never : always;
  return open.length === 1 ? open[0]! : { kind, of: open };
}

export type Values = Readonly<Record<string, unknown>>;

/** Does the condition hold for this row and its links? Columns are looked up by their names in the row. */
export function holds(predicate: Predicate, row: Values, links: Values, viewer: Viewer): boolean {
  const within = (part: Predicate) => holds(part, row, links, viewer);
  switch (predicate.kind) {
    case 'CONSTANT':
      return predicate.value;
    case 'ALL':
      return predicate.of.every(within);
    case 'ANY':
      return predicate.of.some(within);
    case 'NOT':
      return !within(predicate.of);
    case 'ACTS':
      return viewer.post !== null && predicate.roles.includes(viewer.post.role);
    case 'LINK':
      return linked(links[predicate.link], predicate.values);
    default:
      return holdsForColumn(predicate, row[predicate.column] ?? null, viewer);
  }
}

/** The code of a community or village has twelve digits; those of what lies in it begin with them. */
const communityOf = (scope: string) => scope.slice(0, 12);

const linked = (value: unknown, values: readonly string[]) =>
  values.length === 0 ? value !== null && value !== undefined && value !== false : values.includes(String(value));

type OfColumn = Extract<Predicate, { column: string }>;

function holdsForColumn(predicate: OfColumn, value: unknown, viewer: Viewer): boolean {
  switch (predicate.kind) {
    case 'IS':
      return value !== null && value === termOf(viewer, predicate.term);
    case 'ONE_OF':
      return predicate.values.includes(value as string);
    case 'TRUE':
      return value === true;
    case 'EMPTY':
      return value === null;
    case 'AT_LEAST':
      return typeof value === 'number' && value >= predicate.least;
    case 'SCOPE_WITHIN':
      return typeof value === 'string' && communityOf(termOf(viewer, 'SCOPE') ?? '') === value;
  }
}
