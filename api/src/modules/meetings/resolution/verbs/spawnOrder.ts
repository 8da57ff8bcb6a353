import { code, flag, instant, line, optional } from '../../../../kernel/field.ts';
import { all, isEmpty } from '../../../../kernel/predicate.ts';
import { openOrder } from '../../../orders/index.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refuseSpawned } from '../resolution.work.ts';

/** 转为点单: the units of the alliance claim it like any other; the resolution follows it. */
export const spawnOrder = resolutionVerb('spawnOrder', {
  label: '转为点单',
  about: 'The community places an order out of the resolution; the resolution follows it.',
  offered: all(isEmpty('orderId'), isEmpty('projectId')),
  input: {
    category: code('服务类别', 'Code of the service category.', 'category'),
    title: line('标题', 'What is wanted, in one line.', { min: 2, max: 60 }),
    place: code('地点', 'Code of the community, village or grid.', 'division'),
    wishAt: optional(instant('期望时间', 'When it is wished.')),
    publishConsent: flag('同意公开', 'Neighbours may see the order.'),
  },
  async effect({ row, input, viewer, transaction }) {
    await refuseSpawned(row, transaction);
    const { category: categoryCode, title, place, wishAt, publishConsent } = input;
    const asked = {
      title,
      content: row.text,
      categoryCode,
      place,
      wishAt,
      publishConsent,
      channel: 'MEETING' as const,
    };
    row.orderId = await openOrder(transaction, viewer, asked);
    row.projectId = null;
    return { data: { orderId: row.orderId, text: title } };
  },
});
