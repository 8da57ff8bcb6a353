import { link } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';

const UNFOLLOW = 'UPDATE orders SET follower_ids = array_remove(follower_ids, $2::uuid) WHERE id = $1';

export const unfollow = orderVerb('unfollow', {
  label: '取消关注',
  about: 'Follows the order no longer.',
  reading: true,
  offered: link('followed'),
  async effect({ row, viewer, transaction }) {
    await transaction.rows('unfollow-order', UNFOLLOW, [row.id, viewer.personId]);
  },
});
