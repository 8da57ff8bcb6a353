import { orderVerb } from '../order.case.ts';

const FOLLOW = 'INSERT INTO order_follower (order_id, person_id, since) VALUES ($1, $2, $3) ON CONFLICT DO NOTHING';

export const follow = orderVerb('follow', {
  label: '关注',
  about: 'Keeps the order among those that the viewer follows.',
  reading: true,
  async effect({ row, viewer, now, transaction }) {
    await transaction.rows('follow-order', FOLLOW, [row.id, viewer.personId, now]);
  },
});
