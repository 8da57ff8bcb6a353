import { membersOf } from '../../../alliance/index.ts';
import { meetingVerb } from '../meeting.case.ts';
import { planFields } from '../meeting.input.ts';
import { timesOf } from '../meeting.times.ts';

export const edit = meetingVerb('edit', {
  label: '修改会议安排',
  about: 'Changes title, time, place or quorum while topics are gathered; who is a member hears of it.',
  input: planFields,
  async effect({ row, input, transaction }) {
    const { title, place, quorumPercent } = input;
    const times = timesOf({ ...input, kind: row.kind }, transaction);
    Object.assign(row, { title, place, quorumPercent: quorumPercent ?? row.quorumPercent, ...times });
    const unitIds = (await membersOf(transaction, row.allianceId)).map(({ unitId }) => unitId);
    return { unitIds, clocks: { lockAgenda: row.noticeBy } };
  },
});
