import { int, paragraph } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';
import { liveMatch, refuseUnused } from '../need.matching.ts';

export const fulfil = needVerb('fulfil', {
  label: '确认满足',
  about: 'Those who wanted it have it: what was given, and to how many.',
  input: {
    result: paragraph('满足情况', 'What was given, and how it went.', { min: 10, max: 1000 }),
    served: int('受益人数', 'How many people had something of it.', 0, 1_000_000),
  },
  asks: ({ subject, transaction }) => liveMatch(subject, transaction),
  effect({ row, asked, input, now }) {
    refuseUnused(asked);
    Object.assign(row, { result: input.result, fulfilledAt: now });
    return { data: { text: input.result, served: input.served } };
  },
});
