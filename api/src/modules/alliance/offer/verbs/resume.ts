import { offerVerb } from '../offer.case.ts';

export const resume = offerVerb('resume', {
  label: '恢复',
  about: 'Can be booked again.',
  effect: () => undefined,
});
