import { id, personName } from '../../../../kernel/field.ts';
import { attendeeOf, refuseEarly, refuseStranger, signIn } from '../meeting.attendees.ts';
import { meetingVerb } from '../meeting.case.ts';

export const signInFor = meetingVerb('signInFor', {
  label: '代为签到',
  about: 'Whoever keeps the record signs in a unit that cannot do it itself, naming who sits there.',
  input: {
    unitId: id('单位', 'The unit.', 'unit'),
    presentName: personName('到会人姓名', 'Who sits there for it.'),
  },
  asks: ({ subject, input, transaction }) =>
    attendeeOf({ meetingId: subject.id, unitId: input.unitId, personId: null }, transaction),
  effect({ row, asked, input, viewer, now, transaction }) {
    const attendee = refuseStranger(asked, '签到');
    refuseEarly(row, now, 'MEETING_CHECK_IN_EARLY');
    const arrival = { attendee, presentName: input.presentName, personId: viewer.personId!, signedFor: true };
    const late = signIn(row, arrival, transaction);
    return { data: { unitId: attendee.unitId, unitName: attendee.name, late } };
  },
});
