import { endsEarly } from '../early-end.ts';

export const transfer = endsEarly('transfer', {
  label: '调离离任',
  about: 'The person has left whoever sent them.',
  endedBy: 'TRANSFERRED',
  why: 'Where the person went, and since when.',
});
