import { instant, line } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';
import { refuseAhead } from '../order.input.ts';

export const start = orderVerb('start', {
  label: '开始办理',
  about: 'The unit begins, after it reached the resident.',
  input: {
    contactedAt: instant('联系居民时间', 'When the resident was reached.'),
    contactedHow: line('联系方式', 'By telephone, at the door ...', { max: 60 }),
  },
  effect({ input, now }) {
    refuseAhead(input.contactedAt, 'contactedAt', now);
    return { data: { contactedAt: input.contactedAt, text: input.contactedHow } };
  },
});
