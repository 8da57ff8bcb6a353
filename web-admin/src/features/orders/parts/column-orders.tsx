import { useMemo } from 'react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { Light } from '../../../parts/light.tsx';
import { Fault, Loading } from '../../../parts/standing.tsx';
import { usePages } from '../../../parts/use-pages.ts';
import { When } from '../../../parts/when.tsx';
import { COMMON } from '../../../texts/common.ts';
import {
  type OrderFilter,
  type OrderLineFragment,
  OrdersColumnDocument,
  type OrdersColumnQuery,
} from '../gql/graphql.ts';
import { ORDER } from '../../../texts/orders.ts';
import type { Column } from './columns.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';

const pick = (data: OrdersColumnQuery) => ({ ...data.orders, totalCount: data.orders.totalCount ?? 0 });

interface Props {
  readonly column: Column;
  readonly filter: OrderFilter;
}

/** The orders of a column, the most urgent first. */
export function ColumnOrders({ column, filter }: Props) {
  const variables = useMemo(
    () => ({ filter: { ...filter, states: [...column.states] }, sort: 'DUE_FIRST' as const }),
    [filter, column],
  );
  const { nodes, hasMore, more, busy, error, refetch, data } = usePages(OrdersColumnDocument, { variables, pick });
  if (error && !data) return <Fault error={error} onRetry={refetch} />;
  if (!data) return <Loading />;
  return (
    <>
      <ul>
        {nodes.map((order) => (
          <li key={order.id}>
            <OrderCard order={order} withState={column.states.length > 1} />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block onClick={more} loading={busy}>
          {COMMON.loadMore}
        </Button>
      )}
    </>
  );
}

interface CardProps {
  readonly order: OrderLineFragment;
  readonly withState: boolean;
}

/** One order on the board. */
function OrderCard({ order, withState }: CardProps) {
  const { id, number, title, light, dueAt, community, category, unit, stateLabel } = order;
  return (
    <Link className="order-card" to={`/orders/${id}`} data-light={light ?? 'NONE'}>
      <strong>{titleOf(order)}</strong>
      <span className="soft">{[community.label, category.name].join(' · ')}</span>
      {unit && <span className="soft">{unit.shortName}</span>}
      <span className="order-marks">
        <Light light={light} />
        {withState && <span>{stateLabel}</span>}
        {dueAt && (
          <span className="soft">
            {ORDER.dueShort} <When at={dueAt} />
          </span>
        )}
      </span>
      {title && <span className="soft">{number}</span>}
    </Link>
  );
}
