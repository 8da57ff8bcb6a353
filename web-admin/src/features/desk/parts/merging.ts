import { openAction } from '../../../actions/requests.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import type { DeskOrderQuery, DeskTwinFragment } from '../gql/graphql.ts';
import { DESK } from '../desk.texts.ts';

export type DeskOrder = NonNullable<DeskOrderQuery['order']>;

const CAN_TAKE_IN: readonly string[] = [
  ...['SUBMITTED', 'NEED_INFO', 'OPEN', 'CLAIMED', 'IN_PROGRESS'],
  ...['RELEASE_PENDING', 'SUSPEND_PENDING', 'SUSPENDED'],
];

/** Can another order go on within this one? */
export const takesIn = ({ state }: DeskTwinFragment): boolean => CAN_TAKE_IN.includes(state);

/** Opens the merging of an order into another: only the reason is asked. */
export function mergeInto(order: DeskOrder, twin: DeskTwinFragment, onDone: () => void): void {
  openAction({
    mutation: 'orderMerge',
    subject: { id: order.id, version: order.version },
    fixed: { masterId: twin.id },
    about: DESK.mergeAbout(titleOf(order), `${titleOf(twin)}（${twin.number ?? ''}）`),
    preset: { reason: DESK.mergeReason },
    onDone,
  });
}
