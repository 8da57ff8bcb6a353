import { flag, reason } from '../../../kernel/field.ts';
import { audienceOf } from '../order.audience.ts';
import { orderVerb } from '../order.case.ts';
import { endClaim, isEarly } from '../order.claiming.ts';
import { orderReasons } from '../order.reasons.ts';

/** After two releases the committee of the street decides finally (终审); the policy gives the relation to nobody else. */
export const acceptRelease = orderVerb('acceptRelease', {
  label: '同意退单',
  about: 'The order goes back to the pool.',
  input: { atFault: flag('计为过错', 'The unit gave it back without need.'), reason: reason('Why it may go back.') },
  async effect({ row, input, transaction }) {
    const { unitId } = row;
    // The unit asked when the order entered this state.
    if (input.atFault && (await isEarly(row, row.enteredAt, transaction)))
      orderReasons.refuse('ORDER_RELEASE_EARLY', { path: ['input', 'atFault'] });
    await endClaim(row, input.atFault, transaction);
    row.releaseCount += 1;
    row.heldState = null;
    const unitIds = await audienceOf(row.id, transaction);
    return {
      reason: input.reason,
      unitIds: [...unitIds, unitId!],
      data: { atFault: input.atFault, releasedBy: unitId },
    };
  },
});
