import { isOpenFor, type Opening, type Span } from '../offer/offer.hours.ts';
import { dayOf, startOfDay } from '../../../kernel/calendar.ts';

/** Numbers of parts, from `low` (included) to `high` (excluded). */
export type Parts = readonly (readonly [low: number, high: number])[];

/** A booking that holds parts of an offer. */
export interface Held extends Span {
  readonly parts: Parts;
}

/** What decides when an offer can be had. */
export interface Bookable {
  readonly openings: readonly Opening[];
  readonly loaned: boolean;
  /** Into how many parts it can be booked at one time. */
  readonly parts: number;
}

/** Reads `{[1,4),[6,7)}` as PostgreSQL writes it. */
export const readParts = (multirange: string): Parts =>
  [...multirange.matchAll(/\[(\d+),(\d+)\)/g)].map(([, low, high]) => [Number(low), Number(high)] as const);

export const writeParts = (parts: Parts): string =>
  `{${parts.map(([low, high]) => `[${String(low)},${String(high)})`).join(',')}}`;

export const countOf = (parts: Parts): number => parts.reduce((sum, [low, high]) => sum + high - low, 0);

const overlap = (one: Span, other: Span) => one.from < other.to && other.from < one.to;

/** Parts that nobody holds at any moment of the span. */
export function freeParts(count: number, held: readonly Held[], span: Span): Parts {
  const taken = held
    .filter((one) => overlap(one, span))
    .flatMap(({ parts }) => parts)
    .toSorted(([a], [b]) => a - b);
  const free: [number, number][] = [];
  let next = 1;
  for (const [low, high] of taken) {
    if (low > next) free.push([next, low]);
    next = Math.max(next, high);
  }
  if (next <= count) free.push([next, count + 1]);
  return free;
}

/** The lowest `wanted` of them, or null when there are fewer. */
export function lowest(free: Parts, wanted: number): Parts | null {
  const chosen: [number, number][] = [];
  let missing = wanted;
  for (const [low, high] of free) {
    if (missing === 0) break;
    const end = Math.min(high, low + missing);
    chosen.push([low, end]);
    missing -= end - low;
  }
  return missing === 0 ? chosen : null;
}

const MINUTE = 60_000;
const DAY = 86_400_000;

/** How far ahead a free time is looked for. */
export const LOOK_AHEAD_DAYS = 60;

/**
 * The first time from `span.from` on at which as many parts can be had for as long; null when there is none in sixty days. It can only
 * begin when it was wanted, when the offer opens, or when another booking ends.
 */
export function nextFree(
  { openings, loaned, parts }: Bookable,
  held: readonly Held[],
  { from, to }: Span,
  wanted: number,
): Date | null {
  const length = to.getTime() - from.getTime();
  const last = from.getTime() + LOOK_AHEAD_DAYS * DAY;
  const starts = [from, ...held.map((one) => one.to), ...openingsFrom(openings, from)].filter(
    (start) => start >= from && start.getTime() <= last,
  );
  const fits = (start: Date) => {
    const span = { from: start, to: new Date(start.getTime() + length) };
    return isOpenFor(openings, loaned, span) && countOf(freeParts(parts, held, span)) >= wanted;
  };
  return starts.toSorted((a, b) => a.getTime() - b.getTime()).find(fits) ?? null;
}

/** When the offer opens in the days to come. */
function openingsFrom(openings: readonly Opening[], from: Date): Date[] {
  const first = startOfDay(dayOf(from)).getTime();
  const days = Array.from({ length: LOOK_AHEAD_DAYS + 1 }, (_, index) => new Date(first + index * DAY));
  return days.flatMap((day) =>
    openings
      .filter(({ weekday }) => weekday === weekdayAt(day))
      .map(({ opens }) => new Date(day.getTime() + opens * MINUTE)),
  );
}

const weekdayAt = (day: Date) => new Date(`${dayOf(day)}T00:00:00Z`).getUTCDay() || 7;
