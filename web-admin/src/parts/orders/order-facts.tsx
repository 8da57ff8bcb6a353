import type { ReactNode } from 'react';
import { type Fact, Facts } from '../facts.tsx';
import { When } from '../when.tsx';
import type { OrderBodyFragment } from '../gql/graphql.ts';
import { AUDIENCES, CHANNELS, CLOSINGS, NEED_KINDS, ORDER, URGENCIES } from '../../texts/orders.ts';

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];
const place = ({ street, community, grid }: OrderBodyFragment) =>
  [street.label, community.label, grid?.label].filter(Boolean).join(' ');

const channel = ({ onBehalf, channel: by }: OrderBodyFragment) =>
  onBehalf ? ORDER.onBehalf(CHANNELS[by]) : CHANNELS[by];

const consent = ({ publishConsent, contactConsent }: OrderBodyFragment) =>
  [publishConsent ? ORDER.publishYes : ORDER.publishNo, contactConsent ? ORDER.contactYes : ORDER.contactNo].join('，');

/** What was asked, and where. */
export function OrderFacts({ order }: { readonly order: OrderBodyFragment }) {
  return (
    <>
      {order.content && <p className="order-content">{order.content}</p>}
      <Facts
        facts={[
          [ORDER.category, order.category.name],
          [ORDER.needKind, order.needKind && NEED_KINDS[order.needKind]],
          [ORDER.urgency, URGENCIES[order.urgency]],
          [ORDER.place, place(order)],
          [ORDER.estate, order.estate],
          [ORDER.channel, channel(order)],
          instant(ORDER.wish, order.wishAt),
          instant(ORDER.submitted, order.submittedAt),
          [ORDER.consent, consent(order)],
          [ORDER.question, order.question],
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
        [ORDER.audience, order.audience && AUDIENCES[order.audience]],
        [ORDER.unit, order.unit?.shortName],
        [ORDER.plan, plan(order)],
        instant(ORDER.due, order.dueAt),
        instant(ORDER.entered, order.enteredAt),
        instant(ORDER.unclaimed, order.unclaimedAt),
        instant(ORDER.proposed, order.proposedAt),
        instant(ORDER.extendTo, order.extendTo),
        instant(ORDER.suspendedUntil, order.suspendedUntil),
        [ORDER.released, times(order.releaseCount)],
        [ORDER.reworked, times(order.reworkCount)],
        [ORDER.round, order.round > 1 ? String(order.round) : null],
        [ORDER.result, order.result],
        [ORDER.serial, order.serial],
        [ORDER.closing, order.closing && CLOSINGS[order.closing]],
        instant(ORDER.cleared, order.clearedAt),
      ]}
    />
  );
}
