import { line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { orderReasons } from '../order.reasons.ts';
import { sayTime } from '../../../kernel/said-time.ts';

const LAST_URGE = `SELECT at FROM event WHERE subject_id = $1 AND action = 'urge' AND person_id = $2 ORDER BY id DESC LIMIT 1`;
const THREE_DAYS = 3 * 86_400_000;

export const urge = orderVerb('urge', {
  label: '催办',
  about: 'The resident asks to hurry, once in three days.',
  input: { text: optional(line('留言', 'A word.', { max: 200 })) },
  async effect({ row, input, viewer, now, transaction }) {
    const [last] = await transaction.rows<{ at: Date }>('last-urge', LAST_URGE, [row.id, viewer.personId]);
    const next = last ? new Date(last.at.getTime() + THREE_DAYS) : null;
    if (next && next > now) orderReasons.refuse('ORDER_URGED_RECENTLY', { values: { next: sayTime(next) } });
    return { data: { text: input.text } };
  },
});
