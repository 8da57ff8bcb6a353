import type { CoverageMatrixQuery } from '../gql/graphql.ts';
import { COVERAGE } from '../coverage.texts.ts';

export type Cell = CoverageMatrixQuery['appointmentCoverage'][number];

/** How one kind of unit stands in one community. */
export type Standing = 'HELD' | 'VACANT' | 'LACKING';

export interface Row {
  readonly code: string;
  readonly name: string;
  readonly cells: readonly Cell[];
}

export const standingOf = ({ holders, vacantSeats }: Cell): Standing =>
  holders > 0 ? 'HELD' : vacantSeats > 0 ? 'VACANT' : 'LACKING';

/** Colour is never alone: each standing has a sign and words. */
export const SIGNS = { HELD: '●', VACANT: '△', LACKING: '✕' } as const;

export function wordsOf(cell: Cell): string {
  const standing = standingOf(cell);
  if (standing === 'HELD') return COVERAGE.held(cell.holders);
  return standing === 'VACANT' ? COVERAGE.vacant(cell.vacantSeats) : COVERAGE.lacking;
}

/** One row for each community, in the order in which they came. */
export function rowsOf(cells: readonly Cell[]): readonly Row[] {
  const rows = new Map<string, Cell[]>();
  for (const cell of cells) rows.set(cell.communityCode, [...(rows.get(cell.communityCode) ?? []), cell]);
  return [...rows].map(([code, own]) => ({ code, name: own[0]!.community, cells: own }));
}

export const hasGap = ({ cells }: Row): boolean => cells.some(({ lacking }) => lacking);
