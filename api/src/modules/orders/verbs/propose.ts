import { reason } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const propose = orderVerb('propose', {
  label: '提请联席会议',
  about: 'Puts an order that nobody claims on the agenda of the next joint meeting; it stays claimable.',
  input: { reason: reason('What the meeting must decide.') },
  effect({ row, input, now }) {
    row.proposedAt = now;
    return { reason: input.reason };
  },
});
