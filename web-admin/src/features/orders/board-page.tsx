import { useCallback, useRef, useState } from 'react';
import { useNavigate } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Grid } from 'antd';
import { CreateAction } from '../../actions/create-action.tsx';
import { Reading } from '../../parts/reading.tsx';
import { apollo } from '../../shell/apollo.ts';
import { PageFrame } from '../../shell/page.tsx';
import { actsAs, useViewer } from '../../shell/viewer.tsx';
import { type OrderFilter, OrdersColumnDocument, OrdersCountsDocument, type OrdersCountsQuery } from './gql/graphql.ts';
import { ORDERS } from './orders.texts.ts';
import { BoardFilters } from './parts/board-filters.tsx';
import { ColumnOrders } from './parts/column-orders.tsx';
import { type Column, COLUMNS } from './parts/columns.ts';
import { useBoardFilter } from './parts/use-board-filter.ts';
import { useOrderNews } from '../../parts/orders/use-order-news.ts';
import '../../parts/orders/orders.css';

const entersForResidents = actsAs('COMMUNITY_WORKER', 'GRID_WORKER');

interface Counted extends Column {
  readonly count: number;
}

const countedBy = (counts: OrdersCountsQuery['orderCounts']): readonly Counted[] =>
  COLUMNS.map((column) => ({
    ...column,
    count: counts.filter(({ state }) => column.states.includes(state)).reduce((sum, { count }) => sum + count, 0),
  }));

/** Every running order of the viewer's place, by where it stands. */
export function Page() {
  const filtering = useBoardFilter();
  const { filter } = filtering;
  const narrow = Grid.useBreakpoint().md === false;
  const counts = useCounts(filter);
  const viewer = useViewer();
  useBoardNews();
  const Shape = narrow ? Sections : Columns;
  return (
    <PageFrame
      title={ORDERS.board}
      about={<span role="status">{counts.data && aboutOf(counts.data)}</span>}
      actions={entersForResidents(viewer) && <Create />}
    >
      <BoardFilters {...filtering} />
      <Reading query={counts}>{(columns) => <Shape columns={columns} filter={filter} />}</Reading>
    </PageFrame>
  );
}

const aboutOf = (columns: readonly Counted[]) => ORDERS.boardAbout(columns.reduce((sum, { count }) => sum + count, 0));

function useCounts(filter: OrderFilter) {
  const { data, previousData, error, refetch } = useQuery(OrdersCountsDocument, { variables: { filter } });
  const known = data ?? previousData;
  return { data: known && countedBy(known.orderCounts), error, refetch };
}

/** Takes an order down for a resident, and goes on with the draft on its own page. */
function Create() {
  const navigate = useNavigate();
  const show = (payload: Readonly<Record<string, unknown>>) => {
    const { id } = (payload['order'] ?? {}) as { readonly id?: string };
    if (id) void navigate(`/orders/${id}`);
  };
  const { code, level } = useViewer().post?.division ?? { code: '', level: '' };
  // Whoever serves one community takes down what happened there.
  const preset = ['COMMUNITY', 'GRID'].includes(level) ? { place: code } : {};
  return (
    <CreateAction mutation="orderCreate" preset={preset} onDone={show}>
      {ORDERS.create}
    </CreateAction>
  );
}

const PAUSE_MS = 1000;

/** Reads the board again when something happened, once a second at most. */
function useBoardNews(): void {
  const timer = useRef<number | null>(null);
  const hear = useCallback(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      void apollo.refetchQueries({ include: [OrdersCountsDocument, OrdersColumnDocument] });
    }, PAUSE_MS);
  }, []);
  useOrderNews(hear);
}

interface Shown {
  readonly columns: readonly Counted[];
  readonly filter: OrderFilter;
}

function Columns({ columns, filter }: Shown) {
  return (
    <div className="board" role="region" aria-label={ORDERS.board} tabIndex={0}>
      {columns.map((column) => (
        <section
          key={column.key}
          className="board-column"
          data-empty={column.count === 0}
          aria-label={ORDERS.columnCount(column.label, column.count)}
        >
          <h2>
            {column.label} <span>{column.count}</span>
          </h2>
          <div className="board-cards">
            {column.count > 0 ? (
              <ColumnOrders column={column} filter={filter} />
            ) : (
              <p className="soft">{ORDERS.emptyColumn}</p>
            )}
          </div>
        </section>
      ))}
    </div>
  );
}

/** On a phone: one below the other, read when opened. */
function Sections({ columns, filter }: Shown) {
  const [opened, setOpened] = useState<ReadonlySet<string>>(new Set());
  const filled = columns.filter(({ count }) => count > 0);
  if (filled.length === 0) return <p>{ORDERS.emptyList}</p>;
  return filled.map((column) => (
    <details
      key={column.key}
      className="board-section"
      onToggle={({ currentTarget }) => {
        if (currentTarget.open) setOpened((was) => new Set([...was, column.key]));
      }}
    >
      <summary>{ORDERS.columnCount(column.label, column.count)}</summary>
      <div className="board-cards">{opened.has(column.key) && <ColumnOrders column={column} filter={filter} />}</div>
    </details>
  ));
}
