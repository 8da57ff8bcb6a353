import { ICalCalendar, ICalCalendarMethod, ICalEventStatus } from 'ical-generator';

/** A meeting as it stands in the calendars of those who come. */
export interface MeetingDate {
  readonly id: string;
  readonly title: string;
  readonly place: string;
  readonly startsAt: Date;
  readonly endsAt: Date;
  /** Raised by every change of time or place: programs take the file with the higher one for the newer. */
  readonly sequence: number;
  /** Not announced yet: the time may still change. Cancelled: programs strike it out. */
  readonly standing: 'PLANNED' | 'CALLED' | 'CANCELLED';
  /** When the file was made. */
  readonly madeAt: Date;
  /** What is on the agenda, one a line. */
  readonly agenda: readonly string[];
  readonly address: string;
}

const STATUS = {
  PLANNED: ICalEventStatus.TENTATIVE,
  CALLED: ICalEventStatus.CONFIRMED,
  CANCELLED: ICalEventStatus.CANCELLED,
} as const;

/**
 * The calendar file of a meeting (RFC 5545). Instants are written in UTC, so that every program shows them in the zone of its owner,
 * whatever zone the server runs in; the identity never changes, so that a newer file replaces the older entry.
 */
export function meetingCalendar(meeting: MeetingDate): string {
  const { id, title, place, startsAt, endsAt, sequence, standing, madeAt, agenda, address } = meeting;
  const calendar = new ICalCalendar({
    prodId: { company: 'gongzhi', product: 'meetings', language: 'ZH-CN' },
    method: ICalCalendarMethod.PUBLISH,
  });
  calendar.createEvent({
    id: `${id}@gongzhi`,
    ...{ start: startsAt, end: endsAt, stamp: madeAt },
    ...{ sequence, status: STATUS[standing], location: place },
    summary: standing === 'CANCELLED' ? `（已取消）${title}` : title,
    description: agenda.join('\n'),
    url: address,
  });
  return calendar.toString();
}
