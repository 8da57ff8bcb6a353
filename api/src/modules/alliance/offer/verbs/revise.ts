import { offerVerb } from '../offer.case.ts';
import { kindFields } from '../offer.input.ts';
import { offerReasons } from '../offer.reasons.ts';
import { partsOf } from '../offer.row.ts';
import { liveBookings } from '../offer.bookings.ts';

export const revise = offerVerb('revise', {
  label: '变更类型数量',
  about: 'Changes kind, amount or how it is booked; the office looks at it again. Bookings that were made stay.',
  input: kindFields,
  async effect({ row, input, transaction }) {
    const { kind, amount, measure, exclusive } = input;
    const same = [row.kind === kind, row.amount === amount, row.measure === measure, row.exclusive === exclusive];
    if (same.every(Boolean)) offerReasons.refuse('OFFER_SAME_KIND');
    const { most } = await liveBookings(row.id, transaction);
    if (partsOf(input) < most)
      offerReasons.refuse('OFFER_PARTS_BOOKED', { path: ['input', 'amount'], values: { most } });
    Object.assign(row, { kind, amount, measure, exclusive, sentBackAt: null, verifiedAt: null, verifierId: null });
  },
});
