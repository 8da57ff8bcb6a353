import { openAction } from '../../../actions/requests.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { DESK } from '../desk.texts.ts';
import { type DeskOrder, mergeInto, takesIn } from './merging.ts';

/** One of the reviewer's four words, with its key. */
export interface Verdict {
  readonly action: string;
  readonly label: string;
  readonly key: string;
  readonly act: () => void;
}

interface Ways {
  readonly onApprove: () => void;
  readonly onDone: (label: string) => void;
}

/** What the reviewer may say of the order now. */
export function verdictsOn(order: DeskOrder | null, { onApprove, onDone }: Ways): readonly Verdict[] {
  if (!order) return [];
  const twin = order.duplicates.find(takesIn);
  const open = (action: string, label: string) => () => {
    const offered = order.viewerActions.find((one) => one.action === action)!;
    openAction({
      mutation: offered.mutation,
      subject: { id: order.id, version: order.version },
      about: titleOf(order),
      onDone: () => onDone(label),
    });
  };
  const merge = () => (twin ? mergeInto(order, twin, () => onDone(DESK.merge)) : open('merge', DESK.merge)());
  const all: readonly Verdict[] = [
    { action: 'approve', label: DESK.approve, key: 'a', act: onApprove },
    { action: 'askMore', label: DESK.askMore, key: 'r', act: open('askMore', DESK.askMore) },
    { action: 'reject', label: DESK.reject, key: 'x', act: open('reject', DESK.reject) },
    { action: 'merge', label: DESK.merge, key: 'm', act: merge },
  ];
  return all.filter(({ action }) => order.viewerActions.some((one) => one.action === action));
}
