import { orderVerb } from '../order.case.ts';
import { orderNumber } from '../order.number.ts';

export const submit = orderVerb('submit', {
  label: '提交',
  about: 'Sends the draft to the street for review; it gets its number.',
  async effect({ row, now, transaction }) {
    row.number = await orderNumber(row, transaction);
    row.submittedAt = now;
    const { number, title, content, estate, categoryCode } = row;
    // What was asked at that moment, whatever is edited later.
    return {
      onBehalfOf: row.onBehalf ? (row.ordererId ?? null) : null,
      data: { snapshot: { number, title, content, estate, categoryCode } },
    };
  },
});
