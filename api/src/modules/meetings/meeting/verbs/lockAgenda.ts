import { optional, paragraph } from '../../../../kernel/field.ts';
import { sayTime } from '../../../../kernel/said-time.ts';
import { memberUnits } from '../../../alliance/index.ts';
import { freeze } from '../meeting.attendees.ts';
import { carry } from '../meeting.carry.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingReasons } from '../meeting.reasons.ts';
import { replyBy } from '../meeting.times.ts';
import { agendaOf } from '../meeting.topics.ts';

export const lockAgenda = meetingVerb('lockAgenda', {
  label: '锁定议程并通知',
  about: 'Locks the agenda, freezes which units are entitled, and sends them the notice.',
  input: { noticeText: optional(paragraph('通知正文', 'What the notice says beside time, place and agenda.', { max: 2000 })) },
  async effect({ row, input, now, transaction }) {
    if (now >= row.noticeBy)
      meetingReasons.refuse('MEETING_NOTICE_LATE', { values: { time: sayTime(row.noticeBy) } });
    const carried = await carry(row, transaction);
    const [agenda, members] = await Promise.all([
      agendaOf(row.id, transaction),
      memberUnits(transaction, [row.convenerCode], now),
    ]);
    if (agenda.length === 0) meetingReasons.refuse('MEETING_NO_TOPICS');
    if (members.length === 0) meetingReasons.refuse('MEETING_NO_MEMBERS');
    const entitled = members.map(({ unitId }) => unitId);
    freeze(row.id, entitled, transaction);
    Object.assign(row, { lockedAt: now, noticeText: input.noticeText, entitledUnitIds: entitled });
    row.replyBy = replyBy(row.startsAt, transaction);
    return { data: { topics: agenda.length, entitled: entitled.length, carried, startsAt: row.startsAt.toISOString() } };
  },
}); // prettier-ignore
