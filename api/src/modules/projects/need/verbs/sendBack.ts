import { isEmpty } from '../../../../kernel/predicate.ts';
import { reason } from '../../../../kernel/field.ts';
import { needVerb } from '../need.case.ts';
import { needReasons } from '../need.reasons.ts';

export const sendBack = needVerb('sendBack', {
  label: '退回补正',
  about: 'The street sends the need back to whoever took it down, who mends it.',
  input: { reason: reason('What is missing or unclear.') },
  offered: isEmpty('sentBackAt'),
  effect({ row, input, now }) {
    if (row.sentBackAt) needReasons.refuse('NEED_SENT_BACK');
    row.sentBackAt = now;
    return { reason: input.reason };
  },
});
