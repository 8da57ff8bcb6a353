import { date, line, many, optional, paragraph } from '../../../kernel/field.ts';
import { dayOf } from '../../../kernel/calendar.ts';
import { newId } from '../../../platform/identifier.ts';
import { appointmentVerb, nextRecordDue } from './appointment.case.ts';
import { AppointmentRecordKind } from './appointment.choice.ts';
import { refuseAhead, refuseOver } from './appointment.input.ts';

const INSERT = `INSERT INTO appointment_record (id, appointment_id, kind, held_on, topics, refers_to, person_id, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7, $8)`;

interface Recorded {
  readonly kind: AppointmentRecordKind;
  readonly about: string;
}

/** 会商、通报、调度: what was done in office. Any of them is a sign of life: the next is due within a quarter. */
export const records = (action: 'consult' | 'report' | 'dispatch', { kind, about }: Recorded) => {
  const label = `记录${AppointmentRecordKind.label(kind)}`;
  return appointmentVerb(action, {
    ...{ label, about },
    input: {
      heldOn: optional(date('日期', 'When it was; today, if left out.')),
      topics: paragraph('事项', 'What it was about, and what came of it.', { min: 2, max: 1000 }),
      refersTo: many(
        line('相关事项编号', 'Number of an order, minutes or resolution of which it spoke.', { max: 40 }),
        {
          max: 10,
        },
      ),
    },
    effect({ row, input, viewer, now, transaction }) {
      refuseOver(row, label, now);
      const heldOn = input.heldOn ?? dayOf(now);
      refuseAhead(heldOn, { field: 'heldOn', label: '日期', now });
      const values = [newId(now), row.id, kind, heldOn, input.topics, input.refersTo, viewer.personId, now];
      transaction.later({ name: 'record-service', text: INSERT, values });
      const due = action === 'consult' ? {} : { clocks: { consult: nextRecordDue(transaction) } };
      return { ...due, data: { kind, heldOn, text: input.topics, refersTo: input.refersTo } };
    },
  });
};
