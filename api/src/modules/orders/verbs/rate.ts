import { int, line, optional } from '../../../kernel/field.ts';
import { acts, all, any, is, link, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';
import { recordRating } from '../order.rating.ts';

/** 群众评价: when everybody has said that they are satisfied the order is closed off at once; a word passed on can still be replaced. */
export const rate = orderVerb('rate', {
  label: '评价满意',
  about: 'The resident is satisfied and says how much.',
  // Who checked the work does not pass on that the resident is satisfied.
  offered: all(not(link('rated')), any(acts('RESIDENT'), not(is('checkerId', 'PERSON')))),
  input: {
    score: int('评分', '1 to 5.', 1, 5),
    text: optional(line('评语', 'In the resident’s words.', { max: 500 })),
  },
  async effect({ row, input, viewer, transaction }) {
    const rated = await recordRating(
      row,
      { viewer, satisfied: true, score: input.score, text: input.text },
      transaction,
    );
    return {
      data: { score: input.score, text: input.text, waitingFor: rated.awaited },
      then: rated.awaited === 0 ? 'clear' : undefined,
    };
  },
});
