import { BOARD } from '../../../texts/figures.ts';
import type { BoardCouncilQuery, BoardFiguresFragment } from '../gql/graphql.ts';
import { type Behind, FINISHED, RUNNING, toMeetings, toOrders, toResolutions } from '../../../parts/figures/links.ts';
import { say } from '../../../parts/figures/say.ts';
import type { Tile } from '../../../parts/figures/tiles.tsx';
import type { Board } from '../../../parts/figures/use-board.ts';

const NOTHING = { orders: 0, running: 0, red: 0, yellow: 0, finished: 0, rated: 0, onTimePercent: null, satisfiedPercent: null }; // prettier-ignore

const sayShare = (share: number | null | undefined) =>
  share === null || share === undefined ? BOARD.few : BOARD.percent(share);

/** What is looked at first of the orders. */
export function orderTiles(board: Board, total: BoardFiguresFragment | undefined): readonly Tile[] {
  const figures = total ?? NOTHING;
  const to = (more: Partial<Behind> = {}) => toOrders({ span: board.span, division: board.division, ...more });
  return [
    { label: BOARD.orders, value: BOARD.count(figures.orders), to: to() },
    { label: BOARD.running, value: BOARD.count(figures.running), to: to({ states: RUNNING }) },
    { label: BOARD.yellow, value: BOARD.count(figures.yellow), to: to({ light: 'YELLOW' }), sign: 'yellow' },
    { label: BOARD.red, value: BOARD.count(figures.red), to: to({ light: 'RED' }), sign: 'red' },
    {
      ...{ label: BOARD.onTime, value: say(figures.onTimePercent ?? null, 'percent') },
      ...{ about: BOARD.ofFinished(figures.finished), to: to({ states: FINISHED }) },
    },
    {
      ...{ label: BOARD.satisfied, value: figures.rated > 0 ? sayShare(figures.satisfiedPercent) : BOARD.noShare },
      ...{ about: BOARD.ofRated(figures.rated), to: to({ rated: true }) },
    },
  ];
}

/** The same of meetings and of what they resolved. */
export function councilTiles(board: Board, data: BoardCouncilQuery): readonly Tile[] {
  const meetings = data.meetingFigures;
  const [total] = data.total;
  const sum = (name: 'held' | 'expected') => meetings.reduce((all, meeting) => all + meeting[name], 0);
  const here = { span: board.span, division: board.division };
  return [
    {
      label: BOARD.meetings,
      value: BOARD.times(sum('held')),
      about: BOARD.ofExpected(sum('expected')),
      to: toMeetings(here),
    },
    {
      ...{ label: BOARD.resolutionsInTime, value: say(total?.inTimePercent ?? null, 'percent') },
      ...{ about: BOARD.ofCleared(total?.cleared ?? 0), to: toResolutions({ ...here, states: ['CLEARED'] }) },
    },
  ];
}
