import { id, reason } from '../../../kernel/field.ts';
import { common } from '../../../kernel/refusal.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { reasons } from '../identity.reasons.ts';
import { refuseByAppointment } from '../post.ts';
import { postInTransaction } from '../post.reads.ts';
import { PostType } from '../post.type.ts';

export const end = defineVerb({
  noun: 'post',
  action: 'end',
  label: '终止身份',
  about:
    'Ends a term at once; sessions that act as the post have none from this moment. A term that has not begun never will.',
  by: ['SECURITY_ADMIN'],
  input: { postId: id('身份', 'The post.', 'post'), reason: reason('Why it ends before its time.') },
  shows: { field: 'post', type: () => PostType },
  async perform({ input: { postId, reason: why }, viewer, now, transaction }) {
    const locked = await transaction.rows('post-lock', 'SELECT 1 FROM post WHERE id = $1 FOR UPDATE', [postId]);
    if (locked.length === 0) common.refuse('NOT_FOUND', { path: ['input', 'postId'] });
    const post = await postInTransaction(transaction, postId);
    refuseByAppointment(post.role, ['input', 'postId']);
    if (post.personId === viewer.personId) reasons.refuse('OWN_POST', { path: ['input', 'postId'] });
    if (post.endsAt && post.endsAt <= now) reasons.refuse('POST_ENDED', { path: ['input', 'postId'] });
    const text =
      'UPDATE post SET ends_at = greatest(starts_at, $2::timestamptz) WHERE id = $1 RETURNING ends_at AS "endsAt"';
    const [ended] = await transaction.rows<{ endsAt: Date }>('post-end', text, [postId, now]);
    const { personId, role, scope } = post;
    return {
      value: { ...post, ...ended },
      event: { subjectId: postId, effect: { reason: why, data: { personId, role, scope }, personIds: [personId] } },
    };
  },
});
