import { reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';

export const sendBack = resolutionVerb('sendBack', {
  label: '退回继续办理',
  about: 'The members object when it is read out or told by circular: the unit goes on.',
  input: { reason: reason('What the members said against it.', '退回理由') },
  effect({ row, input }) {
    row.reworkCount += 1;
    return { reason: input.reason };
  },
});
