import { resolutionVerb } from '../resolution.case.ts';

export const acceptSilently = resolutionVerb('acceptSilently', {
  label: '默认承接',
  about: 'The leading unit said nothing within two working days: that counts as accepting.',
  effect({ row, now }) {
    row.acceptedAt = now;
    return { data: { text: '逾期未答复，视为承接' } };
  },
});
