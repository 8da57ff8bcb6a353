import type { Known, Word } from './figures-world.ts';

const ENDS = ['WITHDRAWN', 'REJECTED', 'MERGED', 'REFERRED', 'CLEARED'];
const DONE = ['DONE_PENDING_CHECK', 'AWAITING_RATING', 'DISPUTED', 'CLEARED'];

const round = (value: number) => Math.round((value + Number.EPSILON) * 10) / 10;

/** The word that counts of each who spoke of the present round: their own before one passed on. */
export function heardOf({ words, round: present }: Known): readonly Word[] {
  const of = words.filter((word) => word.round === present);
  return of.filter(({ voice, relayed }) => !relayed || !of.some((own) => own.voice === voice && !own.relayed));
}

/** Figures as one would count them by hand. */
export function countedOf(orders: readonly Known[], now: Date) {
  const many = (holds: (order: Known) => boolean) => orders.filter(holds).length;
  const finished = many(({ state }) => DONE.includes(state));
  const late = many(({ state, unit, lateOf }) => DONE.includes(state) && unit !== null && lateOf.includes(unit));
  const words = orders.flatMap(heardOf);
  const scores = words.flatMap(({ score }) => (score === null ? [] : [score]));
  return {
    orders: orders.length,
    running: many(({ state }) => !ENDS.includes(state)),
    green: many(({ yellow }) => yellow !== null && yellow > now),
    yellow: many(({ yellow, due }) => yellow !== null && yellow <= now && due! >= now),
    red: many(({ due }) => due !== null && due < now),
    ...{ finished, late, cleared: many(({ state }) => state === 'CLEARED'), rated: words.length },
    onTimePercent: finished === 0 ? null : round((100 * (finished - late)) / finished),
    satisfiedPercent:
      words.length < 5 ? null : round((100 * words.filter(({ satisfied }) => satisfied).length) / words.length),
    averageScore: scores.length < 5 ? null : round(scores.reduce((sum, score) => sum + score, 0) / scores.length),
  };
}
export type CountedFigures = ReturnType<typeof countedOf>;

const inShanghai = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString();
const mondayOf = (at: Date) => {
  const day = new Date(`${inShanghai(at).slice(0, 10)}T00:00:00Z`);
  day.setUTCDate(day.getUTCDate() - ((day.getUTCDay() + 6) % 7));
  return day.toISOString().slice(0, 10);
};

/** How orders are split, by the name of the way. */
export const SPLITS: Readonly<Record<string, (order: Known) => string | null>> = {
  TOTAL: () => 'ALL',
  STATE: ({ state }) => state,
  STREET: ({ street }) => street,
  COMMUNITY: ({ community }) => community,
  UNIT: ({ unit }) => unit,
  CATEGORY: ({ category }) => category,
  MONTH: ({ submitted }) => inShanghai(submitted).slice(0, 7),
  WEEK: ({ submitted }) => mondayOf(submitted),
};

/** The value in the middle, to one decimal; null of fewer than five. */
export function medianOf(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null).toSorted((a, b) => a - b);
  if (known.length < 5) return null;
  const middle = (known.length - 1) / 2;
  return round((known[Math.floor(middle)]! + known[Math.ceil(middle)]!) / 2);
}
