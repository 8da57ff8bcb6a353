import { isId } from '../../kernel/field.ts';
import { noticeRuleOf, type NoticeTo } from '../../kernel/notice.ts';
import type { Role } from '../../kernel/viewer.ts';
import type { Case } from '../../platform/process/case.ts';

/** What the inbox needs of a row of the feed. */
export interface FeedLine {
  readonly seq: number;
  readonly eventId: string;
  readonly noun: string;
  readonly subjectId: string;
  readonly action: string;
  readonly at: Date;
  readonly personId: string | null;
  readonly data: Readonly<Record<string, unknown>>;
  readonly district: string | null;
  readonly street: string | null;
  readonly community: string | null;
  readonly grid: string | null;
  readonly unitIds: readonly string[];
  readonly personIds: readonly string[];
}

/** An event with whom it is told to: persons by name, and whoever held one of the posts `roles[n]` at `scopes[n]`. */
export interface Telling extends Pick<FeedLine, 'seq' | 'eventId' | 'noun' | 'subjectId' | 'action' | 'at'> {
  readonly kind: string;
  readonly duty: string | null;
  readonly headline: string;
  /** Who did it, and is not told. */
  readonly actor: string | null;
  readonly persons: readonly string[];
  readonly roles: readonly Role[];
  readonly scopes: readonly string[];
}

type Seat = readonly [role: Role, scope: string];

/** Whom an event is told to by the rules of its case; null when to nobody. */
export function tellingOf(line: FeedLine, cases: readonly Case[]): Telling | null {
  const of = cases.find(({ process }) => process.noun === line.noun);
  const rule = of?.notices && noticeRuleOf(of.notices, line);
  if (!rule) return null;
  const { seq, eventId, noun, subjectId, action, at, personId, data } = line;
  const seats = rule.to.flatMap((to) => seatsOf(to, line));
  return {
    ...{ seq, eventId, noun, subjectId, action, at, kind: rule.kind, actor: personId },
    duty: textIn(data['duty']),
    headline: textIn(data['headline']) ?? of.process.label,
    persons: rule.to.flatMap((to) => personsOf(to, line)).filter(isId),
    roles: seats.map(([role]) => role),
    scopes: seats.map(([, scope]) => scope),
  };
}

const textIn = (value: unknown): string | null => (typeof value === 'string' && value !== '' ? value : null);

/** Ids that the data of an event hold under a key: one, a list, or none. */
const idsIn = (value: unknown): readonly string[] =>
  (Array.isArray(value) ? value : [value]).filter((one): one is string => typeof one === 'string');

function personsOf(to: NoticeTo, { personIds, data }: FeedLine): readonly string[] {
  if (to === 'PERSONS') return personIds;
  return typeof to === 'object' && 'personsIn' in to ? idsIn(data[to.personsIn]) : [];
}

const LEADS: readonly Role[] = ['UNIT_LEAD'];
const PEOPLE: readonly Role[] = ['UNIT_LIAISON', 'UNIT_LEAD'];
const inUnits = (roles: readonly Role[], units: readonly string[]): Seat[] =>
  roles.flatMap((role) => units.map((unit): Seat => [role, unit]));

type RoleAt = Extract<NoticeTo, { readonly role: Role }>;

/** Who watches over a level, as the engine names it in `escalatedTo`. */
const ABOVE: Readonly<Record<string, RoleAt>> = {
  grid: { role: 'GRID_SECRETARY', at: 'grid' },
  community: { role: 'COMMUNITY_SECRETARY', at: 'community' },
  street: { role: 'STREET_COMMITTEE', at: 'street' },
  district: { role: 'SUPERVISOR', at: 'district' },
};

function seatsOf(to: NoticeTo, line: FeedLine): Seat[] {
  switch (to) {
    case 'PERSONS':
      return [];
    case 'UNITS':
      return inUnits(PEOPLE, line.unitIds);
    case 'UNIT_LEADS':
      return inUnits(LEADS, line.unitIds);
    case 'ABOVE':
      return heldAt(ABOVE[textIn(line.data['escalatedTo']) ?? ''], line);
    default:
      return 'role' in to ? heldAt(to, line) : 'unitsIn' in to ? inUnits(PEOPLE, idsIn(line.data[to.unitsIn])) : [];
  }
}

function heldAt(seat: RoleAt | undefined, line: FeedLine): Seat[] {
  if (seat?.unless && line[seat.unless] !== null) return [];
  const scope = seat && line[seat.at];
  return scope ? [[seat.role, scope]] : [];
}
