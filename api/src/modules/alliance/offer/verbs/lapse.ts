import { offerVerb } from '../offer.case.ts';

export const lapse = offerVerb('lapse', {
  label: '随协议终止撤回',
  about: 'The agreement on which the offer hung has ended. Bookings that were made stay.',
  effect: () => undefined,
});
