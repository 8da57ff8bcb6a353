/** When a week of an offer is open, held and free, day by day. Shanghai knows no summer time: a day has 24 hours. */

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;
const DAY_MINUTES = 1440;
const STEP = 30;

/** Minutes of a day. */
export interface Minutes {
  readonly from: number;
  readonly to: number;
}

export interface Held extends Minutes {
  readonly id: string;
  readonly parts: number;
}

export interface Free extends Minutes {
  /** How many parts can be had all the time. */
  readonly parts: number;
}

export interface Day {
  /** `YYYY-MM-DD`. */
  readonly date: string;
  readonly open: readonly Minutes[];
  readonly held: readonly Held[];
  readonly free: readonly Free[];
  readonly isPast: boolean;
}

interface Hours {
  readonly weekday: number;
  readonly opensAt: string;
  readonly closesAt: string;
}

interface Booking {
  readonly id: string;
  readonly startsAt: string;
  readonly endsAt: string;
  /** When it was given back before its end. */
  readonly returnedAt?: string | null;
  readonly parts: number;
}

interface Week {
  /** Its first day. */
  readonly from: string;
  readonly hours: readonly Hours[];
  readonly parts: number;
  readonly bookings: readonly Booking[];
  readonly now: number;
}

/** The first moment of a day. */
export const startOf = (date: string): number => Date.parse(`${date}T00:00:00+08:00`);
/** A moment of a day, as the server takes it. */
export const instantAt = (date: string, minutes: number): string =>
  new Date(startOf(date) + minutes * MINUTE_MS).toISOString();
/** The day so many days after another. */
export const dayAfter = (date: string, days: number): string =>
  new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10);
/** 1 for Monday to 7 for Sunday. */
export const weekdayOf = (date: string): number => new Date(`${date}T00:00:00Z`).getUTCDay() || 7;

export const clockOf = (minutes: number): string =>
  `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

const minutesOf = (clock: string): number => {
  const [hours = 0, minutes = 0] = clock.split(':').map(Number);
  return hours * 60 + minutes;
};

export const daysOf = (week: Week): readonly Day[] =>
  Array.from({ length: 7 }, (_, index) => dayOf(dayAfter(week.from, index), week));

function dayOf(date: string, { hours, parts, bookings, now }: Week): Day {
  const start = startOf(date);
  const within = (at: string) => Math.min(DAY_MINUTES, Math.max(0, Math.round((Date.parse(at) - start) / MINUTE_MS)));
  const held = bookings
    .map(({ id, startsAt, endsAt, returnedAt, parts: its }) => ({
      ...{
        id,
        parts: its,
        from: within(startsAt),
        to: within(returnedAt && returnedAt < endsAt ? returnedAt : endsAt),
      },
    }))
    .filter(({ from, to }) => to > from);
  const open = openOn(date, hours);
  const first = Math.ceil(Math.max(0, (now - start) / MINUTE_MS) / STEP) * STEP;
  const free = open.flatMap((span) => freeWithin({ from: Math.max(span.from, first), to: span.to }, held, parts));
  return { date, open, held, free, isPast: start + DAY_MS <= now };
}

function openOn(date: string, hours: readonly Hours[]): readonly Minutes[] {
  if (hours.length === 0) return [{ from: 0, to: DAY_MINUTES }];
  return hours
    .filter(({ weekday }) => weekday === weekdayOf(date))
    .map(({ opensAt, closesAt }) => ({ from: minutesOf(opensAt), to: minutesOf(closesAt) }));
}

/** Times at which something is left; neighbours with as much left are one. */
function freeWithin({ from, to }: Minutes, held: readonly Held[], parts: number): readonly Free[] {
  const cuts = [from, to, ...held.flatMap((one) => [one.from, one.to])].filter((cut) => cut >= from && cut <= to);
  const edges = [...new Set(cuts)].toSorted((one, other) => one - other);
  const found: Free[] = [];
  for (const [index, edge] of edges.slice(0, -1).entries()) {
    const next = edges[index + 1]!;
    const taken = held.filter((one) => one.from < next && one.to > edge).reduce((sum, one) => sum + one.parts, 0);
    const left = parts - taken;
    const last = found.at(-1);
    if (last && last.to === edge && last.parts === left) found[found.length - 1] = { ...last, to: next };
    else found.push({ from: edge, to: next, parts: left });
  }
  return found.filter((one) => one.parts > 0 && one.to > one.from);
}

/** The hours that a picture of these days must show. */
export function reachOf(days: readonly Day[]): Minutes {
  const spans = days.flatMap(({ open, held }) => [...open, ...held]);
  if (spans.length === 0) return { from: 0, to: DAY_MINUTES };
  return { from: Math.min(...spans.map(({ from }) => from)), to: Math.max(...spans.map(({ to }) => to)) };
}
