import { Alert, Button, Tag } from 'antd';
import { Link } from 'react-router';
import { openAction } from '../../../actions/requests.ts';
import { Light } from '../../../parts/light.tsx';
import { When } from '../../../parts/when.tsx';
import { URGENCIES } from '../../../texts/orders.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { Photos } from '../../../parts/orders/photos.tsx';
import { HALL } from '../hall.texts.ts';
import { useClaim } from './use-claim.ts';
import type { HallOrder, HallPlan, Said } from './use-hall.ts';

interface Props {
  readonly order: HallOrder;
  readonly plan: HallPlan | null;
  readonly fresh: boolean;
  readonly settling: boolean;
  readonly say: (one: Said) => void;
  readonly onChanged: () => void;
  readonly onJoint: () => void;
}

/** An order that the unit may claim. */
export function HallCard(props: Props) {
  const { order, plan, fresh } = props;
  const { content, community, category, light, dueAt, urgency, number, wishAt, photos } = order;
  return (
    <article className="hall-card" data-light={light ?? 'NONE'} data-fresh={fresh} aria-label={titleOf(order)}>
      <header>
        <h2>
          <Link to={`/orders/${order.id}`}>{titleOf(order)}</Link>
        </h2>
        {fresh && <Tag color="error">{HALL.fresh}</Tag>}
      </header>
      <p className="hall-marks">
        <Light light={light} />
        <span>{community.label}</span>
        <span>{category.name}</span>
        {urgency !== 'NORMAL' && <strong>{URGENCIES[urgency]}</strong>}
        {dueAt && (
          <span className="soft">
            {HALL.claimUntil} <When at={dueAt} />
          </span>
        )}
      </p>
      <p className="hall-content">{content}</p>
      <Photos photos={photos} />
      {wishAt && (
        <p className="soft">
          {HALL.wish} <When at={wishAt} />
        </p>
      )}
      <Plan plan={plan} />
      <Buttons {...props} />
      <p className="soft hall-number">{number}</p>
    </article>
  );
}

function Plan({ plan }: Pick<Props, 'plan'>) {
  if (!plan) return null;
  return (
    <div>
      <p>
        {HALL.plan} <When at={plan.plannedStart} /> {HALL.to} <When at={plan.plannedFinish} />
      </p>
      <p className="soft">
        {HALL.limit} <When at={plan.finishBy} />
      </p>
    </div>
  );
}

function Buttons({ order, plan, settling, say, onChanged, onJoint }: Props) {
  const { claim, busy, fault } = useClaim(order, { say, onChanged });
  const claimWithPlan = () =>
    openAction({
      mutation: 'orderClaim',
      subject: { id: order.id, version: order.version },
      about: titleOf(order),
      ...(plan && { preset: { plannedStart: plan.plannedStart, plannedFinish: plan.plannedFinish } }),
      onDone: onChanged,
    });
  return (
    <>
      {fault && <Alert type="error" showIcon role="alert" title={HALL.refused} description={fault} />}
      <div className="hall-buttons">
        <Button
          type="primary"
          loading={busy}
          disabled={!plan}
          aria-disabled={settling || undefined}
          title={settling ? HALL.settling : undefined}
          aria-label={HALL.claimLabel(titleOf(order))}
          onClick={() => !settling && plan && void claim(plan)}
        >
          {HALL.claim}
        </Button>
        <Button onClick={claimWithPlan}>{HALL.change}</Button>
        <Button onClick={onJoint}>{HALL.joint}</Button>
      </div>
    </>
  );
}
