import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';
import { endMatch, liveMatch, refuseLive } from '../need.matching.ts';

export const rematch = needVerb('rematch', {
  label: '重新对接',
  about: 'What was accepted does not answer the need: something else is looked for.',
  input: { reason: reason('Why it does not answer the need.') },
  asks: ({ subject, transaction }) => liveMatch(subject, transaction),
  effect({ row, asked, input, transaction }) {
    refuseLive(asked);
    const unitIds = row.giverUnitId ? [row.giverUnitId] : [];
    endMatch(row, transaction);
    return { reason: input.reason, unitIds };
  },
});
