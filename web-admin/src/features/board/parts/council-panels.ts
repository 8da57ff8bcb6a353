import { BOARD } from '../../../texts/figures.ts';
import type { BoardCouncilQuery } from '../gql/graphql.ts';
import { toMeetings, toResolutions } from '../../../parts/figures/links.ts';
import type { Series, Shown } from '../../../parts/figures/series.ts';
import type { Board } from '../../../parts/figures/use-board.ts';

type Meeting = BoardCouncilQuery['meetingFigures'][number];

/** Rows by what they share, in the order in which they come. Not Map.groupBy: older shells do not know it. */
function grouped<R>(rows: readonly R[], key: (row: R) => string): [string, R[]][] {
  const groups = new Map<string, R[]>();
  for (const row of rows) groups.set(key(row), [...(groups.get(key(row)) ?? []), row]);
  return [...groups];
}

const sum = (rows: readonly Meeting[], value: (row: Meeting) => number) =>
  rows.reduce((total, row) => total + value(row), 0);

/** Regular meetings held beside those due: street by street for the district, alliance by alliance below. */
export function meetingsShown(board: Board, meetings: readonly Meeting[]): Shown {
  const byStreet = board.places === 'STREET';
  const groups = grouped(meetings, (row) => (byStreet ? (row.streetCode ?? '') : row.allianceId));
  const to = (row: number) => {
    const [key] = groups[row]!;
    return toMeetings({ span: board.span, ...(byStreet ? { division: key } : { alliance: key }) });
  };
  const series: readonly Series[] = [
    { label: BOARD.meetingsHeld, measure: 'times', values: groups.map(([, rows]) => sum(rows, ({ held }) => held)), to },
    { label: BOARD.meetingsDue, measure: 'times', colour: 'grey', values: groups.map(([, rows]) => sum(rows, ({ expected }) => expected)) },
    { label: BOARD.behind, measure: 'places', values: groups.map(([, rows]) => rows.filter(({ behind }) => behind).length), tableOnly: true },
  ]; // prettier-ignore
  const rows = groups.map(([, [first]]) => (byStreet ? (first!.street ?? first!.alliance) : first!.alliance));
  const ticks = rows.map((row) => row.replace(BOARD.allianceEnding, ''));
  return { rows, ticks, series, lying: true, most: 12 };
}

/** How many resolutions stand in each state. */
export function resolutionsShown(board: Board, states: BoardCouncilQuery['states']): Shown {
  const series: Series = {
    ...{ label: BOARD.resolutions, measure: 'count', values: states.map(({ resolutions }) => resolutions) },
    to: (row) => toResolutions({ span: board.span, division: board.division, states: [states[row]!.key] }),
  };
  return { rows: states.map(({ label }) => label), series: [series], lying: true };
}

/** For each kind of unit in how many communities somebody from there sits, and in how many nobody. */
export function coverageShown(coverage: BoardCouncilQuery['appointmentCoverage'], to: string): Shown {
  const groups = grouped(coverage, ({ source }) => source).map(([, rows]) => rows);
  const count = (lacking: boolean) => groups.map((rows) => rows.filter((row) => row.lacking === lacking).length);
  const shared = { measure: 'places', stack: 'places', to: () => to } as const;
  return {
    rows: groups.map(([first]) => first!.sourceLabel),
    series: [
      { ...shared, label: BOARD.covered, colour: 'green', values: count(false) },
      { ...shared, label: BOARD.lacking, colour: 'red', values: count(true) },
    ],
    lying: true,
  };
}
