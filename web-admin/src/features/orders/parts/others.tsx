import type { ReactNode } from 'react';
import { Link } from 'react-router';
import { CaseList, type CaseLine } from '../../../parts/case-list.tsx';
import { When } from '../../../parts/when.tsx';
import { linkOf } from '../../../shell/features.ts';
import { Sheet } from '../../../shell/page.tsx';
import type { OrderLineFragment, OrderWholeFragment } from '../gql/graphql.ts';
import { GRADES, SHARE_STATES } from '../../../texts/orders.ts';
import { ORDERS } from '../orders.texts.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';

/** An order as a line of a list. */
export const lineOf = (order: OrderLineFragment): CaseLine => ({
  id: order.id,
  title: titleOf(order),
  to: `/orders/${order.id}`,
  state: order.stateLabel,
  light: order.light ?? null,
  about: [order.title && order.number, order.community.label, order.category.name, order.unit?.shortName],
});

interface Titled {
  readonly title: string;
  readonly when: boolean;
  readonly children: ReactNode;
}
const Part = ({ title, when, children }: Titled) => (when ? <Sheet title={title}>{children}</Sheet> : null);

/** Orders that have to do with this one. */
export function RelatedOrders({ order }: { readonly order: OrderWholeFragment }) {
  const { duplicates, mergedOrders, master } = order;
  return (
    <>
      <Part title={ORDERS.master} when={Boolean(master)}>
        <CaseList lines={master ? [lineOf(master)] : []} />
      </Part>
      <Part title={ORDERS.merged} when={mergedOrders.length > 0}>
        <CaseList lines={mergedOrders.map(lineOf)} />
      </Part>
      <Part title={ORDERS.duplicates} when={duplicates.length > 0}>
        <CaseList lines={duplicates.map(lineOf)} />
      </Part>
    </>
  );
}

/** What residents and the street said of it. */
export function Verdicts({ order: { ratings, evaluations } }: { readonly order: OrderWholeFragment }) {
  return (
    <>
      <Part title={ORDERS.ratings} when={ratings.length > 0}>
        <ul className="plain-list">
          {ratings.map(({ round, satisfied, score, text, at, relayed }) => (
            <li key={`${String(round)}:${at}`}>
              <strong>{satisfied ? ORDERS.satisfied : ORDERS.unsatisfied}</strong>
              {score ? ` ${ORDERS.score(score)}` : ''}{' '}
              <span className="soft">
                {ORDERS.roundOf(round)} {relayed && ORDERS.relayed} <When at={at} />
              </span>
              {text && <p>{text}</p>}
            </li>
          ))}
        </ul>
      </Part>
      <Part title={ORDERS.evaluations} when={evaluations.length > 0}>
        <ul className="plain-list">
          {evaluations.map(({ round, grade, text, at }) => (
            <li key={round}>
              <strong>{GRADES[grade]}</strong>{' '}
              <span className="soft">
                {ORDERS.roundOf(round)} <When at={at} />
              </span>
              <p>{text}</p>
            </li>
          ))}
        </ul>
      </Part>
    </>
  );
}

/** Units to which it was offered, and those that take part. */
export function OrderUnits({ order: { shares, offers } }: { readonly order: OrderWholeFragment }) {
  return (
    <>
      <Part title={ORDERS.shares} when={shares.length > 0}>
        <ul className="plain-list">
          {shares.map(({ unit, state, part, invitedAt }) => (
            <li key={unit?.id ?? invitedAt}>
              <strong>{unit?.shortName}</strong> {SHARE_STATES[state]}
              <p>{part}</p>
            </li>
          ))}
        </ul>
      </Part>
      <Part title={ORDERS.offers} when={offers.length > 0}>
        <details>
          <summary>{ORDERS.offersAbout(offers.length, offers.filter((one) => one.deliveredAt).length)}</summary>
          <ul className="plain-list">
            {offers.map(({ unit, offeredAt, deliveredAt }) => (
              <li key={`${unit?.id ?? ''}:${offeredAt}`}>
                {unit?.shortName}{' '}
                <span className="soft">
                  {deliveredAt ? ORDERS.delivered : ORDERS.notDelivered} {deliveredAt && <When at={deliveredAt} />}
                </span>
              </li>
            ))}
          </ul>
        </details>
      </Part>
    </>
  );
}

/** Meetings that have it on the agenda, and the resolution from which it came. */
export function Meetings({ order: { meetings, resolution } }: { readonly order: OrderWholeFragment }) {
  const lines = meetings.map(({ id, title, startsAt, stateLabel }) => ({
    ...{ id, title, to: linkOf('jointMeeting', id), state: stateLabel },
    about: [<When key="at" at={startsAt} />],
  }));
  const to = resolution && linkOf('resolution', resolution.id);
  return (
    <>
      <Part title={ORDERS.meetings} when={lines.length > 0}>
        <CaseList lines={lines} />
      </Part>
      <Part title={ORDERS.resolution} when={Boolean(resolution)}>
        {to ? <Link to={to}>{resolution?.text}</Link> : resolution?.text}
      </Part>
    </>
  );
}
