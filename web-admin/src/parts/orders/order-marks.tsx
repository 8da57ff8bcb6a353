import { Light } from '../light.tsx';
import { StateTag } from '../state-tag.tsx';
import { When } from '../when.tsx';
import type { OrderLineFragment } from '../gql/graphql.ts';
import { ORDER } from '../../texts/orders.ts';

/** Number, state, light and limit beside the title. */
export function OrderMarks({ order }: { readonly order: OrderLineFragment }) {
  return (
    <span className="order-marks">
      {order.number && <span>{order.number}</span>}
      <StateTag label={order.stateLabel} />
      <Light light={order.light} />
      {order.dueAt && (
        <span>
          {ORDER.dueShort} <When at={order.dueAt} />
        </span>
      )}
    </span>
  );
}

/** What an order is called where its words are closed. */
export const titleOf = ({ title, number }: Pick<OrderLineFragment, 'title' | 'number'>): string =>
  title ?? (number ? `${ORDER.order} ${number}` : ORDER.untitled);
