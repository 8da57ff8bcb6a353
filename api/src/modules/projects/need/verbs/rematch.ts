import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';
import { endMatch, liveMatch } from '../need.matching.ts';
import { needReasons } from '../need.reasons.ts';

const HOLDS = ['RESERVED', 'IN_USE'];

export const rematch = needVerb('rematch', {
  label: '重新对接',
  about: 'What was accepted does not answer the need: something else is looked for.',
  input: { reason: reason('Why it does not answer the need.') },
  asks: ({ subject, transaction }) => liveMatch(subject, transaction),
  effect({ row, asked, input, transaction }) {
    if (asked.project !== null) needReasons.refuse('NEED_OF_PROJECT', { values: { title: asked.project } });
    if (asked.bookingState !== null && HOLDS.includes(asked.bookingState)) needReasons.refuse('NEED_BOOKING_LIVE');
    const unitIds = row.giverUnitId ? [row.giverUnitId] : [];
    endMatch(row, transaction);
    return { reason: input.reason, unitIds };
  },
});
