import { reason } from '../../../kernel/field.ts';
import { appointmentVerb } from './appointment.case.ts';
import type { AppointmentEnd } from './appointment.choice.ts';
import { refuseOver } from './appointment.input.ts';
import { leaveSeat } from './seat-term.ts';

interface EarlyEnd {
  readonly label: string;
  readonly about: string;
  readonly endedBy: AppointmentEnd;
  readonly why: string;
}

type EndAction = 'resign' | 'transfer' | 'recall' | 'remove';

/** A term ends before its day: the seat is left and the rights are gone in the same second. */
export const endsEarly = (action: EndAction, { label, about, endedBy, why }: EarlyEnd) =>
  appointmentVerb(action, {
    ...{ label, about, input: { reason: reason(why) } },
    async effect({ row, input, viewer, now, transaction }) {
      refuseOver(row, label, now);
      await leaveSeat(row, viewer, transaction);
      const { actingPersonId } = row;
      // A letter whose term never began keeps the term it had.
      const endsAt = row.startsAt && now > row.startsAt ? now : row.endsAt;
      Object.assign(row, { endedBy, remark: input.reason, actingPersonId: null, leaveUntil: null, endsAt });
      return { reason: input.reason, data: { endedBy }, personIds: actingPersonId ? [actingPersonId] : [] };
    },
  });
