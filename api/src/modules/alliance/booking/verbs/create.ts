import { id, instant, int, line } from '../../../../kernel/field.ts';
import { bookingOpens } from '../booking.case.ts';
import { book } from '../booking.book.ts';

export const create = bookingOpens('create', {
  label: '预约资源',
  about: 'Books an offer for a time; it holds at once. The unit may decline within two working days.',
  by: ['UNIT_LIAISON', 'UNIT_LEAD', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE'],
  input: {
    offerId: id('资源', 'The offer.', 'offer'),
    from: instant('开始时间', 'From when.'),
    to: instant('归还时间', 'Until when.'),
    parts: int('份数', 'How many parts of it; 1 where it is booked whole.', 1, 10_000),
    purpose: line('用途', 'What it is needed for.', { min: 2, max: 200 }),
  },
  async create({ id: bookingId, input, viewer, transaction }) {
    const row = await book({ id: bookingId, wanted: input, cause: {}, viewer, transaction });
    return { row, effect: { data: { text: input.purpose, parts: input.parts } } };
  },
});
