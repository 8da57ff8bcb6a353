import { int, paragraph } from '../../../../kernel/field.ts';
import { reasons } from '../../appointments.reasons.ts';
import { appointmentVerb } from '../appointment.case.ts';
import type { AppointmentSide } from '../appointment.choice.ts';
import { refuseOver } from '../appointment.input.ts';
import { relationsOf } from '../appointment.policy.ts';
import { yearAfter, yearOfTerm } from '../appointment.term.ts';

const REVIEW = `INSERT INTO appointment_review (appointment_id, year, side, score, text, person_id, at)
  VALUES ($1, $2, $3, $4, $5, $6, $7) ON CONFLICT DO NOTHING RETURNING 1`;
const OTHER = 'SELECT side, score FROM appointment_review WHERE appointment_id = $1 AND year = $2';
/** At or below this the person stays on notice until the next review. */
const POOR = 2;

export const review = appointmentVerb('review', {
  label: '述职评议',
  about: 'The year in office is reviewed by the body and by whoever sent the person, each once.',
  input: {
    score: int('评分', '1 to 5.', 1, 5),
    text: paragraph('评语', 'Why.', { min: 2, max: 500 }),
  },
  async effect({ row, input: { score, text }, viewer, now, transaction }) {
    refuseOver(row, '述职评议', now);
    const year = yearOfTerm(row);
    const given = await transaction.rows<{ side: AppointmentSide; score: number }>('reviews-of-year', OTHER, [
      row.id,
      year,
    ]);
    const standing = relationsOf(row, viewer);
    const mine = (['BODY', 'HOME'] as const).filter((side) => standing.has(`${side}_HEAD`));
    // Whoever stands on both sides speaks for one after the other.
    const side = mine.find((one) => given.every((review_) => review_.side !== one)) ?? mine[0]!;
    const kept = await transaction.rows('keep-review', REVIEW, [row.id, year, side, score, text, viewer.personId, now]);
    if (kept.length === 0) reasons.refuse('REVIEW_TWICE');
    if (given.length === 1 && row.reviewDueAt) {
      row.reviewDueAt = yearAfter(row.reviewDueAt);
      row.onNotice = Math.min(score, given[0]!.score) <= POOR;
    }
    return { data: { year, side, score, text } };
  },
});
