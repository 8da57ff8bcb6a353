import { BOARD } from '../../../texts/figures.ts';
import type { BoardFiguresFragment, BoardOrdersQuery } from '../gql/graphql.ts';
import { FINISHED, toOrders, type Behind } from '../../../parts/figures/links.ts';
import type { Series, Shown } from '../../../parts/figures/series.ts';
import { partOf, pointLabel, pointsOf } from '../../../parts/figures/span.ts';
import type { Board } from '../../../parts/figures/use-board.ts';

type Row = Omit<BoardFiguresFragment, '__typename'>;
type Limits = (row: number) => Partial<Behind>;

const here = ({ span, division }: Board): Behind => ({ span, division });
const valuesOf = <R>(rows: readonly R[], value: (row: R) => number | null | undefined) =>
  rows.map((row) => value(row) ?? null);

/** How many orders stand in each state. */
export function statesShown(board: Board, states: BoardOrdersQuery['states']): Shown {
  const to = (row: number) => toOrders({ ...here(board), states: [states[row]!.key] });
  const series = { label: BOARD.orders, measure: 'count', values: valuesOf(states, ({ orders }) => orders), to } as const;
  return { rows: states.map(({ label }) => label), series: [series], lying: true };
} // prettier-ignore

/** Columns of the quality of work; `limits` says what else holds for the list of a row. */
function qualityOf(rows: readonly Row[], board: Board, limits: Limits): readonly Series[] {
  const to = (more: Partial<Behind>) => (row: number) => toOrders({ ...here(board), ...more, ...limits(row) });
  return [
    {
      ...{ label: BOARD.onTime, measure: 'percent', colour: 'second' },
      ...{ values: valuesOf(rows, ({ onTimePercent }) => onTimePercent), to: to({ states: FINISHED }) },
    },
    {
      ...{ label: BOARD.satisfied, measure: 'percent', colour: 'green', lacking: BOARD.few },
      ...{ values: valuesOf(rows, ({ satisfiedPercent }) => satisfiedPercent), to: to({ rated: true }) },
    },
  ];
}

/** Columns that are only read in tables. */
function detailsOf(rows: readonly Row[], board: Board, limits: Limits): readonly Series[] {
  const to = (more: Partial<Behind>) => (row: number) => toOrders({ ...here(board), ...more, ...limits(row) });
  const count = (label: string, value: (row: Row) => number, more: Partial<Behind>): Series => ({
    ...{ label, measure: 'count', values: rows.map(value), to: to(more), tableOnly: true },
  });
  return [
    count(BOARD.finished, ({ finished }) => finished, { states: FINISHED }),
    count(BOARD.late, ({ late }) => late, { states: FINISHED, late: true }),
    count(BOARD.rated, ({ rated }) => rated, { rated: true }),
  ];
}

/** What came in, month by month or week by week, and how well it was done. */
export function trendShown(board: Board, time: readonly Row[]): Shown {
  const points = pointsOf(board.span, board.time);
  const found = new Map(time.map((row) => [row.key, row]));
  const rows = points.map((key) => found.get(key) ?? nothing(key));
  const limits: Limits = (row) => ({ span: partOf(board.span, points[row]!) });
  const orders: Series = {
    ...{ label: BOARD.orders, measure: 'count', values: rows.map((row) => row.orders) },
    to: (row) => toOrders({ ...here(board), ...limits(row) }),
  };
  const lines = qualityOf(rows, board, limits).map((one) => ({ ...one, line: true }));
  const labels = points.map((key) => pointLabel(key));
  return {
    ...{ rows: rows.map((row, n) => row.label || labels[n]!), ticks: labels },
    series: [orders, ...lines, ...detailsOf(rows, board, limits)],
  };
}

const nothing = (key: string): Row => ({
  ...{ key, label: '', orders: 0, running: 0, green: 0, yellow: 0, red: 0, finished: 0, late: 0, cleared: 0, rated: 0 },
  ...{ onTimePercent: null, satisfiedPercent: null, averageScore: null },
});

const MOST_PLACES = 12;

/** How running orders stand to their time, place by place. */
export function lightsShown(board: Board, places: readonly Row[]): Shown {
  const light = (label: string, colour: 'red' | 'yellow' | 'green'): Series => ({
    ...{ label, measure: 'count', colour, stack: 'light', values: places.map((row) => row[colour]) },
    to: (row) => toOrders({ ...here(board), division: places[row]!.key, light: LIGHTS[colour] }),
  });
  const series = [light(BOARD.red, 'red'), light(BOARD.yellow, 'yellow'), light(BOARD.green, 'green')];
  return { rows: places.map(({ label }) => label), series, lying: true, most: MOST_PLACES };
}
const LIGHTS = { red: 'RED', yellow: 'YELLOW', green: 'GREEN' } as const;

/** How well it is done, place by place. */
export function qualityShown(board: Board, places: readonly Row[]): Shown {
  const limits: Limits = (row) => ({ division: places[row]!.key });
  const series = [...qualityOf(places, board, limits), ...detailsOf(places, board, limits)];
  return { rows: places.map(({ label }) => label), series, lying: true, most: MOST_PLACES };
}

const MOST_UNITS = 10;

/** What units did, those with most orders first. */
export function unitsShown(board: Board, found: readonly Row[]): Shown {
  const units = [...found].sort((one, other) => other.orders - one.orders);
  const limits: Limits = (row) => ({ unit: units[row]!.key });
  const stacked = (label: string, colour: 'green' | 'red' | 'plain', of: (row: Row) => number, more: Partial<Behind>): Series => ({
    ...{ label, measure: 'count', colour, stack: 'work', values: units.map(of) },
    to: (row) => toOrders({ ...here(board), ...more, ...limits(row) }),
  });
  const series = [
    stacked(BOARD.inTimeCount, 'green', ({ finished, late }) => finished - late, { states: FINISHED, late: false }),
    stacked(BOARD.late, 'red', ({ late }) => late, { states: FINISHED, late: true }),
    stacked(BOARD.unfinished, 'plain', ({ orders, finished }) => orders - finished, { states: UNFINISHED }),
    ...[...qualityOf(units, board, limits), ...detailsOf(units, board, limits).slice(2)].map((one) => ({ ...one, tableOnly: true })),
  ];
  return { rows: units.map(({ label }) => label), series, lying: true, most: MOST_UNITS };
} // prettier-ignore

/** States of an order that a unit has and has not reported done. */
const UNFINISHED = ['CLAIMED', 'IN_PROGRESS', 'RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED'] as const;
