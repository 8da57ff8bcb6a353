import { choice, reason } from '../../../kernel/field.ts';
import { link, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { orderGrade } from '../order.choices.ts';
import { orderReasons } from '../order.reasons.ts';

const EVALUATE = `INSERT INTO order_evaluation (order_id, round, grade, text, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)
  ON CONFLICT DO NOTHING RETURNING 1`;

/** 评单: the street's own verdict; the resident's is the rating. */
export const evaluate = orderVerb('evaluate', {
  label: '评单',
  about: 'The street grades how the order was fulfilled, once a round.',
  offered: not(link('evaluated')),
  input: { grade: choice('等次', 'The grade.', orderGrade), text: reason('Why this grade.', '评单意见') },
  async effect({ row, input, viewer, now, transaction }) {
    const values = [row.id, row.round, input.grade, input.text, viewer.personId, now];
    const written = await transaction.rows('evaluate-order', EVALUATE, values);
    if (written.length === 0) orderReasons.refuse('ORDER_ALREADY_EVALUATED');
    row.evaluatedRound = row.round;
    return { data: { grade: input.grade, text: input.text } };
  },
});
