import { instant, line, optional, reason } from '../../../../kernel/field.ts';
import { askAnew } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { newTimes } from '../meeting.times.ts';

export const postpone = meetingVerb('postpone', {
  label: '会议改期',
  about: 'Another time: agenda and entitled units stay, every unit is told and answers anew.',
  input: {
    startsAt: instant('开始时间', 'When it begins now.'),
    endsAt: instant('结束时间', 'When it is planned to end now.'),
    place: optional(line('地点', 'Where it sits, if elsewhere.', { max: 60 })),
    reason: reason('Why it is held at another time.'),
  },
  effect({ row, input, transaction }) {
    const from = row.startsAt.toISOString();
    Object.assign(row, newTimes({ ...input, kind: row.kind }, transaction), { place: input.place ?? row.place });
    row.postponedCount += 1;
    row.repliesClosedAt = null;
    askAnew(row.id, transaction);
    return {
      ...{ reason: input.reason, data: { from, startsAt: row.startsAt.toISOString() } },
      clocks: { closeReplies: row.replyBy, open: row.startsAt },
    };
  },
});
