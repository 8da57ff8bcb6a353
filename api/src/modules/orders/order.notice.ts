import type { Notice } from '../../platform/feed/topic.ts';
import { actionLabel } from '../../platform/process/viewer-actions.ts';
import { RowRef } from '../../platform/reads/row-ref.ts';
import { Order } from './order.shape.ts';

/** What a subscriber is told of an event: the order is read as it stands, with their rights. */
export interface OrderNotice {
  readonly kind: string;
  readonly cursor: string;
  readonly order: RowRef | null;
  readonly action: string | null;
  readonly label: string | null;
  readonly at: Date | null;
}

export const orderNotice = ({ kind, cursor, event }: Notice): OrderNotice => ({
  ...{ kind, cursor },
  order: event && new RowRef(Order, event.subjectId),
  action: event?.action ?? null,
  label: event && actionLabel(event.noun, event.action),
  at: event?.at ?? null,
});
