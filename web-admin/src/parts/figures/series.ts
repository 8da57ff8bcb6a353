/** How a value is said. */
export type Measure = 'count' | 'percent' | 'times' | 'places' | 'people' | 'score';

/** A column of figures: bars or a line of the chart, a column of the table. */
export interface Series {
  readonly label: string;
  readonly measure: Measure;
  /** One value a row; null: there is nothing to say. */
  readonly values: readonly (number | null)[];
  /** Said where there is no value. */
  readonly lacking?: string;
  /** Where a value leads. */
  readonly to?: (row: number) => string | null;
  /** Name of a colour of the chart. */
  readonly colour?: Colour;
  /** A line over the bars, with an axis of its own. */
  readonly line?: boolean;
  /** Bars of one name stand on each other. */
  readonly stack?: string;
  /** Only in the table. */
  readonly tableOnly?: boolean;
}

export type Colour = 'plain' | 'second' | 'red' | 'yellow' | 'green' | 'grey';

/** What a panel shows: the names of the rows, and columns of figures. */
export interface Shown {
  readonly rows: readonly string[];
  readonly series: readonly Series[];
  /** Bars that lie: for names that are long or many. */
  readonly lying?: boolean;
  /** How many rows the chart has room for; the table has all. */
  readonly most?: number;
  /** Short names for the axis. */
  readonly ticks?: readonly string[];
}

export const isEmpty = ({ series }: Shown): boolean =>
  series.every(({ values }) => values.every((value) => value === null || value === 0));
