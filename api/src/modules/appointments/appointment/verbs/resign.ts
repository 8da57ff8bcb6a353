import { endsEarly } from '../early-end.ts';

export const resign = endsEarly('resign', {
  label: '辞任',
  about: 'The person lays the office down.',
  endedBy: 'RESIGNED',
  why: 'Why the person lays it down.',
});
