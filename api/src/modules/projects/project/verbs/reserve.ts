import { id, instant, int } from '../../../../kernel/field.ts';
import { reserve as book } from '../../../alliance/index.ts';
import { projectVerb } from '../project.case.ts';

const USE = 'INSERT INTO project_offer (project_id, offer_id) VALUES ($1, $2) ON CONFLICT DO NOTHING';

export const reserve = projectVerb('reserve', {
  label: '预约资源',
  about: 'Books something that a unit offers, for the project.',
  keyed: true,
  input: {
    offerId: id('资源', 'What is booked.', 'offer'),
    from: instant('开始时间', 'From when.'),
    to: instant('结束时间', 'Until when.'),
    parts: int('份数', 'How many parts of it.', 1, 10_000),
  },
  async effect({ row, input, viewer, transaction }) {
    const wanted = { ...input, purpose: `共建项目：${row.title}`, projectId: row.id };
    const bookingId = await book(transaction, viewer, wanted);
    transaction.later({ name: 'use-offer', text: USE, values: [row.id, input.offerId] });
    return { data: { bookingId, offerId: input.offerId } };
  },
});
