import { BOARD } from '../../texts/figures.ts';
import type { Measure, Series } from './series.ts';

const SAID: Readonly<Record<Measure, (value: number) => string>> = {
  count: (value) => String(value),
  percent: BOARD.percent,
  times: BOARD.times,
  places: BOARD.places,
  people: (value) => String(value),
  score: BOARD.scoreOf,
};

/** A value as people read it. */
export const say = (value: number | null, measure: Measure): string =>
  value === null ? BOARD.noShare : SAID[measure](value);

/** The same of a row of a series. */
export const sayRow = ({ values, measure, lacking = BOARD.noShare }: Series, row: number): string => {
  const value = values[row] ?? null;
  return value === null ? lacking : say(value, measure);
};
