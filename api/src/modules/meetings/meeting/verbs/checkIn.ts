import { oneTimeCode } from '../../../../kernel/field.ts';
import { any, link } from '../../../../kernel/predicate.ts';
import { ownAttendee, refuseEarly, refuseStranger, signIn } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';
import { meetingReasons } from '../meeting.reasons.ts';

export const checkIn = meetingVerb('checkIn', {
  label: '签到',
  about: 'A unit signs in on the spot by the code shown there; after the beginning it is marked late.',
  offered: any(link('entitled'), link('invited')),
  input: { code: oneTimeCode('签到码', 'The six digits shown on the spot now.') },
  asks: ({ subject, input, viewer, transaction }) => ownAttendee(subject.id, viewer, transaction, input.code),
  effect({ row, asked, viewer, now, transaction }) {
    const attendee = refuseStranger(asked, '签到');
    refuseEarly(row, now, 'MEETING_CHECK_IN_EARLY');
    if (!attendee.codeHolds) meetingReasons.refuse('MEETING_CODE_WRONG', { path: ['input', 'code'] });
    const presentName = attendee.substituteName ?? attendee.person!;
    const arrival = { attendee, presentName, personId: viewer.personId!, signedFor: false };
    return { data: { late: signIn(row, arrival, transaction) } };
  },
});
