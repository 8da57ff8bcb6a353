import { endOfDay } from '../../../kernel/calendar.ts';
import type { AppointmentRow } from './appointment.row.ts';

const DAY = 86_400_000;
/** Days before the end at which everybody concerned is warned. */
export const WARNINGS = [60, 30, 7] as const;
/** How long before the end a renewal may be asked for, in days. */
export const RENEWAL = 60;

/** The next moment after `now` at which the term must be spoken of: a warning, or its end. */
export function nextReminder(endsAt: Date, now: Date): Date {
  const moments = WARNINGS.map((days) => new Date(endsAt.getTime() - days * DAY));
  return moments.find((moment) => moment > now) ?? endsAt;
}

/** How many whole days are left. */
export const daysLeft = (endsAt: Date, now: Date): number =>
  Math.max(0, Math.ceil((endsAt.getTime() - now.getTime()) / DAY));

/** The first second at which a renewal may be asked for. */
export const renewableFrom = (endsAt: Date): Date => new Date(endsAt.getTime() - RENEWAL * DAY);

/** A year after the last review, or after the term began. */
export const yearAfter = (moment: Date): Date => new Date(moment.getTime() + 365 * DAY);

/** The year of the term that is reviewed: 1, 2, ... */
export const yearOfTerm = ({ startsAt, reviewDueAt }: Pick<AppointmentRow, 'startsAt' | 'reviewDueAt'>): number =>
  startsAt && reviewDueAt ? Math.max(1, Math.round((reviewDueAt.getTime() - startsAt.getTime()) / (365 * DAY))) : 1;

/** When the review of this year is due: the last one before the term is over. */
export const reviewDue = ({ reviewDueAt, endsAt }: Pick<AppointmentRow, 'reviewDueAt' | 'endsAt'>): Date | null =>
  reviewDueAt && endsAt ? new Date(Math.min(reviewDueAt.getTime(), endsAt.getTime())) : null;

/** 24:00 of the last day of a leave, but never after the term. */
export const leaveEnd = ({ leaveUntil, endsAt }: Pick<AppointmentRow, 'leaveUntil' | 'endsAt'>): Date | null =>
  leaveUntil && endsAt ? new Date(Math.min(endOfDay(leaveUntil).getTime(), endsAt.getTime())) : null;
