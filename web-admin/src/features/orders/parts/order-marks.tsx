import { Light } from '../../../parts/light.tsx';
import { StateTag } from '../../../parts/state-tag.tsx';
import { When } from '../../../parts/when.tsx';
import type { OrderLineFragment } from '../gql/graphql.ts';
import { ORDERS } from '../orders.texts.ts';

/** Number, state, light and limit beside the title. */
export function OrderMarks({ order }: { readonly order: OrderLineFragment }) {
  return (
    <span className="order-marks">
      {order.number && <span>{order.number}</span>}
      <StateTag label={order.stateLabel} />
      <Light light={order.light} />
      {order.dueAt && (
        <span>
          {ORDERS.dueShort} <When at={order.dueAt} />
        </span>
      )}
    </span>
  );
}

/** What an order is called where its words are closed. */
export const titleOf = ({ title, number }: Pick<OrderLineFragment, 'title' | 'number'>): string =>
  title ?? (number ? `${ORDERS.order} ${number}` : ORDERS.untitled);
