import { dayOf, endOfDay, type WorkingCalendar } from '../../../kernel/calendar.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { meetingReasons } from './meeting.reasons.ts';
import type { MeetingRow } from './meeting.row.ts';

export type Times = Pick<MeetingRow, 'startsAt' | 'endsAt' | 'topicsUntil' | 'noticeBy' | 'replyBy'>;

/** What a plan says of the time. */
export interface Planned {
  readonly kind: MeetingRow['kind'];
  readonly startsAt: Date;
  readonly endsAt: Date;
}

/** Working days before the meeting: topics, notice, answers. */
const BEFORE = { topics: 5, notice: 3, reply: 1 } as const;
const DAY = 24 * 3_600_000;
const LONGEST = 12 * 3_600_000;
const FARTHEST = 366 * DAY;

/** 24:00 of the working day that lies so many working days before the meeting. */
const before = (calendar: WorkingCalendar, startsAt: Date, workdays: number) =>
  endOfDay(calendar.addWorkdays(dayOf(startsAt), -workdays));

/** The time of a meeting that is planned now, and the days that follow from it. Refuses times at which it cannot be held. */
export function timesOf(planned: Planned, transaction: Transaction): Times {
  const { calendar, now } = transaction;
  const { kind, startsAt, endsAt } = planned;
  checkSpan(planned, now);
  if (kind === 'SPECIAL')
    return { startsAt, endsAt, topicsUntil: startsAt, noticeBy: startsAt, replyBy: replyBy(startsAt, transaction) };
  const noticeBy = before(calendar, startsAt, BEFORE.notice);
  if (noticeBy <= now) {
    const earliest = calendar.addWorkdays(dayOf(now), BEFORE.notice);
    meetingReasons.refuse('MEETING_TOO_SOON', { path: ['input', 'startsAt'], values: { earliest } });
  }
  const topicsUntil = before(calendar, startsAt, BEFORE.topics);
  return {
    ...{ startsAt, endsAt, noticeBy, replyBy: replyBy(startsAt, transaction) },
    // Planned at the last moment: topics are taken until the notice.
    topicsUntil: topicsUntil <= now ? noticeBy : topicsUntil,
  };
}

/** A new time after the notice: the agenda stays, units answer anew. */
export function newTimes(planned: Planned, transaction: Transaction): Pick<Times, 'startsAt' | 'endsAt' | 'replyBy'> {
  const { startsAt, endsAt } = planned;
  checkSpan(planned, transaction.now);
  return { startsAt, endsAt, replyBy: replyBy(startsAt, transaction) };
}

/** Until when units answer: one working day before, or until the meeting where that has passed. */
export function replyBy(startsAt: Date, { calendar, now }: Pick<Transaction, 'calendar' | 'now'>): Date {
  const usual = before(calendar, startsAt, BEFORE.reply);
  return usual > now && usual < startsAt ? usual : startsAt;
}

function checkSpan({ startsAt, endsAt }: Planned, now: Date): void {
  const path = ['input', 'startsAt'];
  if (startsAt <= now) meetingReasons.refuse('MEETING_PAST', { path });
  if (startsAt.getTime() - now.getTime() > FARTHEST) meetingReasons.refuse('MEETING_TOO_FAR', { path });
  const length = endsAt.getTime() - startsAt.getTime();
  if (length <= 0 || length > LONGEST) meetingReasons.refuse('MEETING_ENDS_FIRST', { path: ['input', 'endsAt'] });
}

/** The year in which a moment lies for people here. */
export const yearOf = (at: Date): number => Number(dayOf(at).slice(0, 4));
