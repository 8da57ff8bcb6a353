import { useMemo } from 'react';
import { useQuery } from '@apollo/client/react';
import { Fault, Loading } from '../../parts/standing.tsx';
import { PageFrame } from '../../shell/page.tsx';
import { useLive } from '../../shell/live.ts';
import { useViewer } from '../../shell/viewer.tsx';
import { BOARD } from '../../texts/figures.ts';
import { BoardCouncilDocument, BoardNewsDocument, BoardOrdersDocument, BoardUnitsDocument } from './gql/graphql.ts';
import { BoardFilters } from './parts/board-filters.tsx';
import { coverageShown, meetingsShown, resolutionsShown } from './parts/council-panels.ts';
import { lightsShown, qualityShown, statesShown, trendShown, unitsShown } from './parts/order-panels.ts';
import { Panel } from '../../parts/figures/panel.tsx';
import { Tiles } from '../../parts/figures/tiles.tsx';
import { councilTiles, orderTiles } from './parts/tiles-of.ts';
import { type Board, useBoard } from '../../parts/figures/use-board.ts';
import { useReadLater } from '../../parts/read-later.ts';
import '../../parts/figures/figures.css';

/** The whole district, or a street of it, in one look. */
export function Page() {
  const { post } = useViewer();
  const { board, change } = useBoard();
  useLive(BoardNewsDocument, { onNotice: useReadLater() });
  const place = post?.division;
  const title = place && place.level !== 'DISTRICT' ? BOARD.of(place.label) : BOARD.district;
  return (
    <PageFrame title={title} actions={<BoardFilters board={board} change={change} />}>
      <p className="soft board-about">
        {BOARD.spanOf(board.span.from, board.span.to)} · {BOARD.about}
      </p>
      <Content board={board} />
    </PageFrame>
  );
}

/** Figures stay while those of another time or place are read. */
function useFigures(board: Board) {
  const { post } = useViewer();
  const { filter, places, time } = board;
  const division = board.division ?? post?.division?.code ?? '';
  const orders = useQuery(BoardOrdersDocument, {
    variables: { total: filter, states: { ...filter, by: 'STATE' }, time: { ...filter, by: time }, places: { ...filter, by: places } },
  });
  const units = useQuery(BoardUnitsDocument, { variables: { units: { ...filter, by: 'UNIT' } } });
  const council = useQuery(BoardCouncilDocument, {
    variables: { meetings: filter, total: filter, states: { ...filter, by: 'STATE' }, coverage: { division } },
  });
  return { orders, units, council };
} // prettier-ignore

/** What was read, or what was read before it for another time or place. */
const known = <T,>({ data, previousData }: { readonly data?: T; readonly previousData?: T }): T | undefined =>
  data ?? previousData;

function Content({ board }: { readonly board: Board }) {
  const { orders, units, council } = useFigures(board);
  const [ofOrders, ofUnits, ofCouncil] = [known(orders), known(units), known(council)];
  const panels = useMemo(
    () => [
      ...(ofOrders ? ordersPanels(board, ofOrders) : []),
      ...(ofUnits ? [[BOARD.byUnit, unitsShown(board, ofUnits.units)] as const] : []),
      ...(ofCouncil ? councilPanels(board, ofCouncil) : []),
    ],
    [board, ofOrders, ofUnits, ofCouncil],
  );
  const failed = [orders, units, council].find(({ error, data }) => error && !data);
  if (failed) return <Fault error={failed.error} onRetry={() => void failed.refetch()} />;
  if (!ofOrders || !ofCouncil) return <Loading />;
  const busy = orders.loading || units.loading || council.loading;
  return (
    <div aria-busy={busy} className="board-content">
      <Tiles tiles={[...orderTiles(board, ofOrders.total[0]), ...councilTiles(board, ofCouncil)]} />
      <div className="panels">
        {panels.map(([title, shown]) => (
          <Panel key={title} title={title} shown={shown} as={board.asTables ? 'table' : 'chart'} />
        ))}
      </div>
    </div>
  );
}

type OrdersData = NonNullable<ReturnType<typeof useFigures>['orders']['data']>;
type CouncilData = NonNullable<ReturnType<typeof useFigures>['council']['data']>;

const ordersPanels = (board: Board, { states, time, places }: OrdersData) =>
  [
    [BOARD.byState, statesShown(board, states)],
    [BOARD.overTime, trendShown(board, time)],
    [BOARD.lightsBy, lightsShown(board, places)],
    [BOARD.qualityBy, qualityShown(board, places)],
  ] as const;

/** The matrix of seats: behind the figures of coverage. */
const MATRIX = '/coverage';

const councilPanels = (board: Board, { meetingFigures, states, appointmentCoverage }: CouncilData) =>
  [
    [BOARD.meetingsBy, meetingsShown(board, meetingFigures)],
    [BOARD.resolutionsByState, resolutionsShown(board, states)],
    [BOARD.coverageBy, coverageShown(appointmentCoverage, MATRIX)],
  ] as const;
