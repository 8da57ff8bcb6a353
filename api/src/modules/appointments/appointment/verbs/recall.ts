import { endsEarly } from '../early-end.ts';

export const recall = endsEarly('recall', {
  label: '撤回选派',
  about: 'Whoever sent the person takes them back.',
  endedBy: 'RECALLED',
  why: 'Why the person is taken back.',
});
