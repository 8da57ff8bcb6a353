import { id } from '../../../../kernel/field.ts';
import { holdsPost } from '../../../identity/index.ts';
import { meetingVerb } from '../meeting.case.ts';
import { RECORDERS } from '../meeting.policy.ts';
import { meetingReasons } from '../meeting.reasons.ts';

export const nameRecorder = meetingVerb('nameRecorder', {
  label: '指定记录人',
  about: 'Names who keeps the record: somebody who works at the street or community that convenes.',
  input: { personId: id('记录人', 'Who keeps the record.', 'person') },
  async effect({ row, input, transaction }) {
    if (!(await holdsPost(transaction, { personId: input.personId, scope: row.convenerCode }, RECORDERS)))
      meetingReasons.refuse('MEETING_RECORDER_UNKNOWN', { path: ['input', 'personId'] });
    row.recorderId = input.personId;
  },
});
