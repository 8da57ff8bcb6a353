import { int, optional, reason } from '../../../kernel/field.ts';
import { link, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { recordRating } from '../order.rating.ts';

export const dispute = orderVerb('dispute', {
  label: '评价不满意',
  about: 'The resident is not satisfied; the street decides.',
  offered: not(link('rated')),
  input: { reason: reason('What is not right.', '不满意的原因'), score: optional(int('评分', '1 to 5.', 1, 5)) },
  async effect({ row, input, viewer, transaction }) {
    await recordRating(row, { viewer, satisfied: false, score: input.score, text: input.reason }, transaction);
    return { reason: input.reason, data: { score: input.score } };
  },
});
