import { reason } from '../../../../kernel/field.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refuseAfterRecord } from '../resolution.meeting.ts';

export const drop = resolutionVerb('drop', {
  label: '删除议定事项',
  about: 'Takes it out of the record, until the minutes are sent for countersigning.',
  input: { reason: reason('Why it does not belong into the minutes.') },
  async effect({ row, input, transaction }) {
    await refuseAfterRecord(row, transaction);
    return { reason: input.reason };
  },
});
