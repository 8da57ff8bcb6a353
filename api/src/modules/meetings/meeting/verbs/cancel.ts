import { reason } from '../../../../kernel/field.ts';
import { membersOf } from '../../../alliance/index.ts';
import { meetingVerb } from '../meeting.case.ts';

export const cancel = meetingVerb('cancel', {
  label: '取消会议',
  about: 'The meeting does not take place; everybody who knows of it is told.',
  input: { reason: reason('Why it does not take place.') },
  async effect({ row, input, transaction }) {
    const members = row.lockedAt ? [] : await membersOf(transaction, row.allianceId);
    return { reason: input.reason, unitIds: members.map(({ unitId }) => unitId) };
  },
});
