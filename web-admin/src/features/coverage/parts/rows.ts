import type { CoverageMatrixQuery, CoverageUnderWayQuery } from '../gql/graphql.ts';
import { COVERAGE } from '../coverage.texts.ts';

type Figure = CoverageMatrixQuery['appointmentCoverage'][number];
type UnderWay = CoverageUnderWayQuery['appointments']['nodes'][number];

/** One community and one kind of unit. */
export interface Cell extends Figure {
  /** Somebody is on the way into a seat, as far as the viewer may know. */
  readonly coming: boolean;
}

/** How one kind of unit stands in one community. */
export type Standing = 'HELD' | 'COMING' | 'VACANT' | 'LACKING';

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

export interface Street {
  readonly code: string;
  readonly name: string;
  readonly rows: readonly Row[];
}

const withoutHolder = ({ coming, vacantSeats }: Cell): Standing =>
  coming ? 'COMING' : vacantSeats > 0 ? 'VACANT' : 'LACKING';
export const standingOf = (cell: Cell): Standing => (cell.holders > 0 ? 'HELD' : withoutHolder(cell));

/** Colour is never alone: each standing has a sign and words. */
export const SIGNS = { HELD: '●', COMING: '◔', VACANT: '△', LACKING: '✕' } as const;

const WORDS: Readonly<Record<Standing, (cell: Cell) => string>> = {
  HELD: ({ holders }) => COVERAGE.held(holders),
  COMING: () => COVERAGE.coming,
  VACANT: ({ vacantSeats }) => COVERAGE.vacant(vacantSeats),
  LACKING: () => COVERAGE.lacking,
};
export const wordsOf = (cell: Cell): string => WORDS[standingOf(cell)](cell);

const keyFrom = (community: string, source: string | null) => `${community} ${source ?? ''}`;
/** A cell among all others. */
export const keyOf = ({ communityCode, source }: Figure): string => keyFrom(communityCode, source);

/** The figures, with who is on the way. */
export function cellsOf(figures: readonly Figure[], underWay: readonly UnderWay[]): readonly Cell[] {
  const coming = new Set(underWay.map(({ community, seat }) => keyFrom(community.code, seat.source)));
  return figures.map((figure) => ({ ...figure, coming: coming.has(keyOf(figure)) }));
}

function grouped<T>(all: readonly T[], keyed: (one: T) => string): readonly (readonly [string, readonly T[]])[] {
  const groups = new Map<string, T[]>();
  for (const one of all) groups.set(keyed(one), [...(groups.get(keyed(one)) ?? []), one]);
  return [...groups];
}

/** One row for each community, in the order in which they came. */
export const rowsOf = (cells: readonly Cell[]): readonly Row[] =>
  grouped(cells, ({ communityCode }) => communityCode).map(([code, own]) => ({
    ...{ code, name: own[0]!.community, cells: own },
  }));

/** The first nine figures of a community's code are those of its street or town. */
const streetOf = (code: string) => `${code.slice(0, 9)}000`;

export const streetsOf = (rows: readonly Row[], names: ReadonlyMap<string, string>): readonly Street[] =>
  grouped(rows, ({ code }) => streetOf(code)).map(([code, own]) => ({
    ...{ code, name: names.get(code) ?? COVERAGE.otherPlaces, rows: own },
  }));

export const hasGap = ({ cells }: Row): boolean => cells.some(({ lacking }) => lacking);
export const gapsOf = (cells: readonly Cell[]): number => cells.filter(({ lacking }) => lacking).length;
