import { endOfDay } from '../../../../kernel/calendar.ts';
import { date, line, optional } from '../../../../kernel/field.ts';
import { workdays } from '../../../../kernel/limit.ts';
import { reasons } from '../../appointments.reasons.ts';
import { sayDay } from '../../say.ts';
import { appointmentVerb } from '../appointment.case.ts';

/** A public notice stands at least so long. */
const NOTICE = workdays(5);

export const publicise = appointmentVerb('publicise', {
  label: '公示',
  about: 'The community makes it public who is to be appointed, and where people can read it.',
  input: {
    place: line('公示地点', 'Where it hangs.', { min: 2, max: 60 }),
    until: optional(date('公示截止日期', 'The last day; five working days, if left out.')),
  },
  effect({ row, input: { place, until }, now, transaction }) {
    const { due } = transaction.calendar.due(now, NOTICE);
    const end = until === null ? due : endOfDay(until);
    if (end < due)
      reasons.refuse('APPOINTMENT_NOTICE_SHORT', { path: ['input', 'until'], values: { until: sayDay(due) } });
    Object.assign(row, { noticePlace: place, noticeUntil: end, openObjections: 0 });
    return { data: { place, until: end.toISOString() } };
  },
});
