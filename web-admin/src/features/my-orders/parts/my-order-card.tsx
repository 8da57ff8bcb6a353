import { Link } from 'react-router';
import { CaseActions } from '../../../actions/case-actions.tsx';
import { Light } from '../../../parts/light.tsx';
import { StateTag } from '../../../parts/state-tag.tsx';
import { When } from '../../../parts/when.tsx';
import { SHARE_STATES } from '../../../texts/orders.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { MY_ORDERS } from '../my-orders.texts.ts';
import { type MyOrder, nextOwed } from './owed.ts';

interface Props {
  readonly order: MyOrder;
  readonly unitId: string;
}

/** An order with which the unit has to do, with what it may do now. */
export function MyOrderCard({ order, unitId }: Props) {
  const { id, content, stateLabel, light, community, category, number } = order;
  const owed = nextOwed(order);
  return (
    <article className="my-order" data-light={light ?? 'NONE'} aria-label={titleOf(order)}>
      <header>
        <h3>
          <Link to={`/orders/${id}`}>{titleOf(order)}</Link>
        </h3>
        <span className="order-marks">
          <StateTag label={stateLabel} />
          <Light light={light} />
        </span>
      </header>
      <p className="soft">{[community.label, category.name, number].filter(Boolean).join(' · ')}</p>
      <p className="my-order-content">{content}</p>
      {owed && (
        <p>
          {MY_ORDERS.next(owed.label)} <When at={owed.dueAt} />
        </p>
      )}
      <Standing order={order} />
      <Share order={order} unitId={unitId} />
      <CaseActions of={order} without={['follow', 'unfollow', 'revealContact']} most={3} />
    </article>
  );
}

function Standing({ order }: Pick<Props, 'order'>) {
  const { plannedStart, plannedFinish, extendTo, suspendedUntil, reworkCount, clearedAt, serial } = order;
  return (
    <p className="soft my-order-standing">
      {plannedStart && !clearedAt && (
        <span>
          {MY_ORDERS.plan} <When at={plannedStart} /> {MY_ORDERS.to} <When at={plannedFinish} />
        </span>
      )}
      {extendTo && (
        <span>
          {MY_ORDERS.extend} <When at={extendTo} />
        </span>
      )}
      {suspendedUntil && (
        <span>
          {MY_ORDERS.suspended} <When at={suspendedUntil} />
        </span>
      )}
      {reworkCount > 0 && !clearedAt && <span>{MY_ORDERS.reworked}</span>}
      {clearedAt && (
        <span>
          {MY_ORDERS.cleared} <When at={clearedAt} /> {serial}
        </span>
      )}
    </p>
  );
}

/** Where others take part, or the unit takes part with another. */
function Share({ order: { shares, unit }, unitId }: Props) {
  if (shares.length === 0) return null;
  const own = shares.find((share) => share.unit?.id === unitId);
  if (own)
    return (
      <p>
        {MY_ORDERS.lead}
        {unit?.shortName}。{MY_ORDERS.part}
        {own.part}
      </p>
    );
  return (
    <p className="soft">
      {shares.map(({ unit: its, state }) => `${its?.shortName ?? ''}（${SHARE_STATES[state]}）`).join('、')}
    </p>
  );
}
