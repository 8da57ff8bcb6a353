import { refuseEarly } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';

export const open = meetingVerb('open', {
  label: '宣布开会',
  about: 'Opens the meeting, at most an hour early; whoever does so is in the chair.',
  effect({ row, viewer, now }) {
    refuseEarly(row, now, 'MEETING_OPEN_EARLY');
    row.openedAt = now;
    row.chairId = viewer.personId;
  },
});
