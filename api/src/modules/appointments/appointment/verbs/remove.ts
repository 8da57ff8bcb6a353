import { endsEarly } from '../early-end.ts';

export const remove = endsEarly('remove', {
  label: '免职',
  about: 'The street’s party committee removes the person.',
  endedBy: 'REMOVED',
  why: 'Why the person is removed.',
});
