import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { CaseActions } from '../../../actions/case-actions.tsx';
import { Fault, Loading, Nothing } from '../../../parts/standing.tsx';
import { Timeline } from '../../../parts/timeline.tsx';
import { Contact } from '../../../parts/orders/contact.tsx';
import { OrderFacts } from '../../../parts/orders/order-facts.tsx';
import { OrderMarks, titleOf } from '../../../parts/orders/order-marks.tsx';
import { Photos } from '../../../parts/orders/photos.tsx';
import { DeskOrderDocument } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';
import { Compare } from './compare.tsx';
import { type DeskOrder, mergeInto, takesIn } from './merging.ts';
import type { Verdict } from './use-verdicts.ts';

/** The order as the desk reads it. */
export function useDeskOrder(id: string | null) {
  const { data, error, refetch } = useQuery(DeskOrderDocument, { variables: { id: id ?? '' }, skip: id === null });
  const order = data?.order?.id === id ? data?.order : null;
  return { order: order ?? null, missing: data !== undefined && data.order === null, error, refetch };
}

interface Props {
  readonly order: DeskOrder;
  readonly verdicts: readonly Verdict[];
  readonly onMerged: () => void;
  readonly onBack: (() => void) | null;
}

/** The chosen order at the right, with what the reviewer needs to decide. */
export function DeskOrderView({ order, verdicts, onMerged, onBack }: Props) {
  const own = ['approve', 'askMore', 'reject', 'merge', 'revealContact'];
  return (
    <article className="desk-order" aria-label={titleOf(order)}>
      {onBack && <Button onClick={onBack}>{DESK.back}</Button>}
      <header className="desk-order-head">
        <h2>{titleOf(order)}</h2>
        <OrderMarks order={order} />
        <Link to={`/orders/${order.id}`}>{DESK.open}</Link>
      </header>
      <div className="desk-verdicts">
        {verdicts.map(({ action, label, key, act }, index) => (
          <Button
            key={action}
            type={index === 0 ? 'primary' : 'default'}
            danger={action === 'reject'}
            aria-keyshortcuts={key}
            onClick={act}
          >
            {label} <kbd aria-hidden="true">{key.toUpperCase()}</kbd>
          </Button>
        ))}
        <CaseActions of={order} without={own} most={1} />
      </div>
      <Twins order={order} onMerged={onMerged} />
      <OrderFacts order={order} />
      <Photos photos={order.photos} />
      <div className="desk-contact">
        <Contact order={order} />
      </div>
      <details>
        <summary>{DESK.timeline}</summary>
        <Timeline events={order.events} />
      </details>
    </article>
  );
}

function Twins({ order, onMerged }: Pick<Props, 'order' | 'onMerged'>) {
  const { duplicates, viewerActions } = order;
  if (duplicates.length === 0) return null;
  const may = viewerActions.some(({ action }) => action === 'merge');
  return (
    <section className="desk-twins" aria-label={DESK.duplicates(duplicates.length)}>
      <h3>{DESK.duplicates(duplicates.length)}</h3>
      {duplicates.map((twin, index) => (
        <details key={twin.id} open={index === 0}>
          <summary>{`${titleOf(twin)} · ${twin.stateLabel}`}</summary>
          <Compare
            order={order}
            twin={twin}
            onMerge={may && takesIn(twin) ? () => mergeInto(order, twin, onMerged) : null}
          />
        </details>
      ))}
    </section>
  );
}

interface StandingProps {
  readonly error: unknown;
  readonly missing: boolean;
  readonly onRetry: () => void;
}

/** What stands in the place of an order that is not there. */
export function DeskStanding({ error, missing, onRetry }: StandingProps) {
  if (error) return <Fault error={error} onRetry={onRetry} />;
  return missing ? <Nothing text={DESK.missing} /> : <Loading />;
}
