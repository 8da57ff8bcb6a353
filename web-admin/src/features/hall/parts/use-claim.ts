import { useRef } from 'react';
import { newKey } from '../../../actions/form.ts';
import { titleOf } from '../../../parts/orders/order-marks.tsx';
import { useCall } from '../../../actions/use-call.ts';
import { HallClaimDocument } from '../gql/graphql.ts';
import { HALL } from '../hall.texts.ts';
import type { HallOrder, HallPlan, Said } from './use-hall.ts';

interface Claiming {
  readonly say: (one: Said) => void;
  readonly onChanged: () => void;
}

/** Claims with the proposed plan, in one click. Whoever comes too late is told who has it. */
export function useClaim(order: HallOrder, { say, onChanged }: Claiming) {
  const { call, busy, refused } = useCall(HallClaimDocument);
  // However often the button is pressed and the network lost: it is one claim.
  const key = useRef('');
  const { id } = order;
  const claim = async ({ plannedStart, plannedFinish }: HallPlan) => {
    key.current ||= newKey();
    const input = { orderId: id, plannedStart, plannedFinish, idempotencyKey: key.current };
    const [fault] = await call({ input });
    if (!fault) say({ id, text: HALL.claimed(titleOf(order)), to: `/orders/${id}` });
    else if (fault.code === 'ORDER_ALREADY_CLAIMED') say({ id, text: fault.message });
    if (fault && fault.code !== 'FAULT') key.current = '';
    onChanged();
  };
  return { claim, busy, fault: refused.find(({ code }) => code !== 'ORDER_ALREADY_CLAIMED')?.message ?? null };
}
