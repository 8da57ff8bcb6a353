import { useEffect, useRef } from 'react';
import { Button } from 'antd';
import { Light } from '../../../parts/light.tsx';
import { When } from '../../../parts/when.tsx';
import { COMMON } from '../../../texts/common.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { ORDER } from '../../../texts/orders.ts';
import type { OrderLineFragment } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';
import type { useQueue } from './use-queue.ts';

type Queue = ReturnType<typeof useQueue>;

/** The queue at the left, the most urgent first. */
export function QueueList({ queue }: { readonly queue: Queue }) {
  const { nodes, chosen, handled, choose, hasMore, more, busy, fresh, show } = queue;
  return (
    <nav className="desk-queue" aria-label={DESK.queue}>
      <div role="status" aria-live="polite">
        {fresh.count > 0 && (
          <p className="desk-fresh">
            {DESK.fresh(fresh.count)}{' '}
            <Button size="small" onClick={show}>
              {DESK.show}
            </Button>
          </p>
        )}
      </div>
      <ul>
        {nodes.map((order) => (
          <li key={order.id}>
            <Row
              order={order}
              chosen={order.id === chosen}
              handled={handled.get(order.id)}
              onChoose={() => choose(order.id)}
            />
          </li>
        ))}
      </ul>
      {hasMore && (
        <Button block onClick={more} loading={busy}>
          {COMMON.loadMore}
        </Button>
      )}
    </nav>
  );
}

interface RowProps {
  readonly order: OrderLineFragment;
  readonly chosen: boolean;
  readonly handled: string | undefined;
  readonly onChoose: () => void;
}

function Row({ order, chosen, handled, onChoose }: RowProps) {
  const row = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (chosen) row.current?.scrollIntoView({ block: 'nearest' });
  }, [chosen]);
  const { community, category, light, dueAt } = order;
  return (
    <button
      ref={row}
      type="button"
      className="desk-row"
      aria-current={chosen ? 'true' : undefined}
      data-handled={handled !== undefined}
      onClick={onChoose}
    >
      <strong>{titleOf(order)}</strong>
      <span className="soft">{[community.label, category.name].join(' · ')}</span>
      <span className="order-marks">
        {handled ? <span>{DESK.handled(handled)}</span> : <Light light={light} />}
        {!handled && dueAt && (
          <span className="soft">
            {ORDER.dueShort} <When at={dueAt} />
          </span>
        )}
      </span>
    </button>
  );
}
