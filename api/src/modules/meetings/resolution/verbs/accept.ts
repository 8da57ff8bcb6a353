import { resolutionVerb } from '../resolution.case.ts';

export const accept = resolutionVerb('accept', {
  label: '承接',
  about: 'The leading unit takes it on.',
  effect({ row, now }) {
    row.acceptedAt = now;
  },
});
