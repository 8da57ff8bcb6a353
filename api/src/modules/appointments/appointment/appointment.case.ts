import { days } from '../../../kernel/limit.ts';
import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { placesOf } from '../../divisions/index.ts';
import { appointmentNotices } from './appointment.notices.ts';
import { isVisible, NO_LINKS, relationsOf, type AppointmentLinks } from './appointment.policy.ts';
import { appointmentProcess } from './appointment.process.ts';
import { AppointmentSchema, type AppointmentRow } from './appointment.row.ts';
import { Appointment, appointmentById } from './appointment.shape.ts';
import { leaveEnd, nextReminder, reviewDue } from './appointment.term.ts';

/** 会商、通报、调度 at least once a quarter. */
export const QUARTER = days(92);

/** When something must have been recorded if it was done now. */
export const nextRecordDue = ({ calendar, now }: Transaction): Date => calendar.due(now, QUARTER).due;

function limitOf(action: string, row: AppointmentRow, { now }: Transaction): DutyLimit | null {
  switch (action) {
    // The notice does not end while an objection is open.
    case 'noticeEnds':
      return row.openObjections > 0 ? 'NONE' : (row.noticeUntil ?? null);
    case 'dismissObjection':
      return row.openObjections > 0 ? null : 'NONE';
    case 'takeOffice':
      return row.startsAt ?? null;
    case 'remind':
      return row.endsAt ? nextReminder(row.endsAt, now) : null;
    case 'review':
      return reviewDue(row);
    case 'return':
      return leaveEnd(row);
    default:
      return null;
  }
}

export const appointmentCase = defineCase<AppointmentRow, AppointmentLinks>({
  process: appointmentProcess,
  row: AppointmentSchema,
  type: () => Appointment.type,
  shown: appointmentById,
  policy: {
    links: () => Promise.resolve(NO_LINKS),
    relations: relationsOf,
    visible: isVisible,
    seesFile: () => false,
  },
  places: (row) => placesOf(row.communityCode),
  concerned: ({ homeUnitId, unitId, personId, actingPersonId }) => ({
    unitIds: [homeUnitId, unitId].filter((id) => typeof id === 'string'),
    personIds: [personId, actingPersonId].filter((id) => typeof id === 'string'),
  }),
  limit: (action, row, transaction) => Promise.resolve(limitOf(action, row, transaction)),
  notices: appointmentNotices,
  headline: (row) => row.title,
});

export const { verb: appointmentVerb, opens: appointmentOpens } = verbsOf(appointmentCase, appointmentProcess);
