import { line, optional } from '../../../kernel/field.ts';
import { orderVerb } from '../order.case.ts';

export const grantExtend = orderVerb('grantExtend', {
  label: '同意延期',
  about: 'The end of the work is moved.',
  input: { remark: optional(line('审批意见', 'A word to the unit.', { max: 200 })) },
  effect({ row, input }) {
    const until = row.extendTo!;
    row.extendCount += 1;
    row.extendTo = null;
    return { clocks: { finish: until }, data: { until, text: input.remark } };
  },
});
