import { choice, code, instant, line, optional } from '../../../kernel/field.ts';
import { spellLimit } from '../../../kernel/limit.ts';
import { audienceFor, offer } from '../order.audience.ts';
import { finishLimitFor, orderVerb } from '../order.case.ts';
import { orderNeedKind, orderUrgency } from '../order.choices.ts';
import { audienceFields, refusePast, usableCategory } from '../order.input.ts';
import { searchOf } from '../order.words.ts';

export const approve = orderVerb('approve', {
  label: '审单通过',
  about: 'The street publishes the order to an audience of member units (镇街审单).',
  input: {
    ...audienceFields,
    urgency: choice('办理时限类别', 'How long the unit has.', orderUrgency),
    needKind: choice('需求类型', 'What is needed.', orderNeedKind),
    category: optional(code('服务类别', 'Another category than the resident chose.', 'category')),
    title: optional(line('标题', 'A clearer title; the resident’s own stays in the record.', { min: 2, max: 60 })),
    finishBy: optional(instant('办结期限', 'A fixed day instead of the limit of the urgency.')),
    remark: optional(line('审单意见', 'A word to the units.', { max: 200 })),
  },
  async effect({ row, input, viewer, now, transaction }) {
    refusePast(input.finishBy, 'finishBy', now);
    if (input.category) row.categoryCode = await usableCategory(input.category, transaction);
    if (input.title) row.title = input.title;
    const units = await audienceFor(row, input.audience, input.units, transaction);
    await offer(row, units, transaction);
    Object.assign(row, {
      urgency: input.urgency,
      needKind: input.needKind,
      audience: input.audience,
      finishBy: input.finishBy,
    });
    Object.assign(row, {
      finishLimit: spellLimit(await finishLimitFor(row, input.urgency, transaction)),
      reviewerId: viewer.personId,
      question: null,
    });
    row.search = searchOf(row);
    return { unitIds: units, data: { audience: input.audience, units: units.length, text: input.remark } };
  },
});
