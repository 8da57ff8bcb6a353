import type { ReactNode } from 'react';
import { type Fact, Facts } from '../../../parts/facts.tsx';
import { When } from '../../../parts/when.tsx';
import type { OrderBodyFragment } from '../gql/graphql.ts';
import { AUDIENCES, CHANNELS, CLOSINGS, NEED_KINDS, ORDERS, URGENCIES } from '../orders.texts.ts';

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];
const place = ({ street, community, grid }: OrderBodyFragment) =>
  [street.label, community.label, grid?.label].filter(Boolean).join(' ');

const channel = ({ onBehalf, channel: by }: OrderBodyFragment) =>
  onBehalf ? ORDERS.onBehalf(CHANNELS[by]) : CHANNELS[by];

const consent = ({ publishConsent, contactConsent }: OrderBodyFragment) =>
  [publishConsent ? ORDERS.publishYes : ORDERS.publishNo, contactConsent ? ORDERS.contactYes : ORDERS.contactNo].join(
    '，',
  );

/** What was asked, and where. */
export function OrderFacts({ order }: { readonly order: OrderBodyFragment }) {
  return (
    <>
      {order.content && <p className="order-content">{order.content}</p>}
      <Facts
        facts={[
          [ORDERS.category, order.category.name],
          [ORDERS.needKind, order.needKind && NEED_KINDS[order.needKind]],
          [ORDERS.urgency, URGENCIES[order.urgency]],
          [ORDERS.place, place(order)],
          [ORDERS.estate, order.estate],
          [ORDERS.channel, channel(order)],
          instant(ORDERS.wish, order.wishAt),
          instant(ORDERS.submitted, order.submittedAt),
          [ORDERS.consent, consent(order)],
          [ORDERS.question, order.question],
        ]}
      />
    </>
  );
}

const times = (count: number) => (count > 0 ? String(count) : null);

const plan = ({ plannedStart, plannedFinish }: OrderBodyFragment): ReactNode =>
  plannedStart &&
  plannedFinish && (
    <>
      <When at={plannedStart} /> — <When at={plannedFinish} />
    </>
  );

/** How it is being done, and how it ended. */
export function OrderProgress({ order }: { readonly order: OrderBodyFragment }) {
  return (
    <Facts
      facts={[
        [ORDERS.audience, order.audience && AUDIENCES[order.audience]],
        [ORDERS.unit, order.unit?.shortName],
        [ORDERS.plan, plan(order)],
        instant(ORDERS.due, order.dueAt),
        instant(ORDERS.entered, order.enteredAt),
        instant(ORDERS.unclaimed, order.unclaimedAt),
        instant(ORDERS.proposed, order.proposedAt),
        instant(ORDERS.extendTo, order.extendTo),
        instant(ORDERS.suspendedUntil, order.suspendedUntil),
        [ORDERS.released, times(order.releaseCount)],
        [ORDERS.reworked, times(order.reworkCount)],
        [ORDERS.round, order.round > 1 ? String(order.round) : null],
        [ORDERS.result, order.result],
        [ORDERS.serial, order.serial],
        [ORDERS.closing, order.closing && CLOSINGS[order.closing]],
        instant(ORDERS.cleared, order.clearedAt),
      ]}
    />
  );
}
