import { link, not } from '../../../kernel/predicate.ts';
import { orderVerb } from '../order.case.ts';

// By a statement of its own: whoever follows changes nothing for those who work on it.
const FOLLOW =
  'UPDATE orders SET follower_ids = array_append(follower_ids, $2) WHERE id = $1 AND NOT follower_ids @> ARRAY[$2::uuid]';

export const follow = orderVerb('follow', {
  label: '关注',
  about: 'Keeps the order among those that the viewer follows, and tells them what becomes of it.',
  reading: true,
  offered: not(link('followed')),
  async effect({ row, viewer, transaction }) {
    await transaction.rows('follow-order', FOLLOW, [row.id, viewer.personId]);
  },
});
