import { dayOf, endOfDay } from '../../../kernel/calendar.ts';
import { date, id, line, paragraph } from '../../../kernel/field.ts';
import { reasons } from '../appointments.reasons.ts';
import { sayDate, sayDay } from '../say.ts';
import type { AppointmentRow } from './appointment.row.ts';

/** Fields that several verbs share. */
export const personField = (label: string, about: string) => id(label, about, 'person');
export const endsOnField = date('任期至', 'The last day of the term; not after the term of the body.');
export const opinionField = (about: string) => paragraph('意见', about, { min: 2, max: 500 });
export const documentField = line('批复文号', 'Number of the document, e.g. 中东党发〔2026〕12号.', {
  min: 4,
  max: 40,
});

/** Refuses a day that has not come. */
export function refuseAhead(day: string, { field, label, now }: { field: string; label: string; now: Date }): void {
  if (day > dayOf(now)) reasons.refuse('APPOINTMENT_DAY_AHEAD', { path: ['input', field], values: { label } });
}

/** Refuses a last day that has passed, or that lies after the term of the body. */
export function refuseTerm(endsOn: string, { termEndsOn, now }: { termEndsOn: string; now: Date }): void {
  if (endOfDay(endsOn) <= now || endsOn > termEndsOn)
    reasons.refuse('APPOINTMENT_TERM', { path: ['input', 'endsOn'], values: { until: sayDate(termEndsOn) } });
}

/** Refuses what is done in office once the term is over, though its clock has not rung yet. */
export function refuseOver({ endsAt }: Pick<AppointmentRow, 'endsAt'>, action: string, now: Date): void {
  if (!endsAt || endsAt > now) return;
  reasons.refuse('APPOINTMENT_OVER', { values: { until: sayDay(endsAt), action } });
}
