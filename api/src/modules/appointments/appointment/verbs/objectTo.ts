import { paragraph } from '../../../../kernel/field.ts';
import { newId } from '../../../../platform/identifier.ts';
import { reasons } from '../../appointments.reasons.ts';
import { appointmentVerb } from '../appointment.case.ts';

const OBJECT = `INSERT INTO appointment_objection (id, appointment_id, person_id, text, at) VALUES ($1, $2, $3, $4, $5)
  ON CONFLICT DO NOTHING RETURNING id`;

export const objectTo = appointmentVerb('objectTo', {
  label: '提出异议',
  about:
    'Somebody of the community objects during the public notice. Only the street reads what was said, and who said it.',
  input: { text: paragraph('异议内容', 'What speaks against it.', { min: 10, max: 1000 }) },
  async effect({ row, input, viewer, now, transaction }) {
    const objectionId = newId(now);
    const values = [objectionId, row.id, viewer.personId, input.text, now];
    const kept = await transaction.rows('object-to-appointment', OBJECT, values);
    if (kept.length === 0) reasons.refuse('APPOINTMENT_OBJECTED');
    row.openObjections += 1;
    return { data: { objectionId } };
  },
});
