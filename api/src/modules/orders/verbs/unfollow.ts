import { orderVerb } from '../order.case.ts';

export const unfollow = orderVerb('unfollow', {
  label: '取消关注',
  about: 'Follows the order no longer.',
  reading: true,
  async effect({ row, viewer, transaction }) {
    const text = 'DELETE FROM order_follower WHERE order_id = $1 AND person_id = $2';
    await transaction.rows('unfollow-order', text, [row.id, viewer.personId]);
  },
});
