import { endOfDay, startOfDay } from '../../../../kernel/calendar.ts';
import { reasons } from '../../appointments.reasons.ts';
import { sayDate } from '../../say.ts';
import { appointmentVerb } from '../appointment.case.ts';
import type { AppointmentRow } from '../appointment.row.ts';
import { yearAfter } from '../appointment.term.ts';
import { holdSeat } from '../seat-term.ts';

/** When the term before runs out, if it is this person's own. */
const BEFORE = `SELECT p.ends_at AS "endsAt" FROM appointment a JOIN appointment p ON p.id = a.previous_id AND a.term_no > 1 WHERE a.id = $1`;

export const accept = appointmentVerb('accept', {
  label: '接受聘任',
  about: 'The person takes the letter: the seat is theirs for the term, with the rights that go with it.',
  asks: ({ subject, transaction }) => transaction.rows<{ endsAt: Date | null }>('term-before', BEFORE, [subject.id]),
  async effect({ row, asked, viewer, now, transaction }) {
    const from = startOf(row, asked[0]?.endsAt ?? null, now);
    const to = endOfDay(row.endsOn);
    if (to <= from) reasons.refuse('APPOINTMENT_TERM_OVER', { values: { until: sayDate(row.endsOn) } });
    await holdSeat(row, { personId: row.personId!, from, to, acting: false }, viewer, transaction);
    Object.assign(row, { startsAt: from, endsAt: to, reviewDueAt: yearAfter(from) });
    const data = { startsAt: from.toISOString(), endsAt: to.toISOString() };
    return { ...(from <= now ? { then: 'takeOffice' } : {}), data };
  },
});

/** The day of the letter, but neither before now nor before the last term is over. */
function startOf({ startsOn }: AppointmentRow, before: Date | null, now: Date): Date {
  const wanted = [now, ...(startsOn ? [startOfDay(startsOn)] : []), ...(before ? [before] : [])];
  return new Date(Math.max(...wanted.map((moment) => moment.getTime())));
}
