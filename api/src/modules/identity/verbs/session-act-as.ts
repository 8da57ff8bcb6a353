import { id } from '../../../kernel/field.ts';
import type { Role } from '../../../kernel/viewer.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { reasons } from '../identity.reasons.ts';
import { ROLES_BY_CODE } from '../role.choice.ts';
import { ViewerType } from '../viewer.type.ts';

const HELD = `
  SELECT p.role, s.method FROM post p JOIN session s ON s.id = $3
  WHERE p.id = $1 AND p.person_id = $2 AND p.starts_at <= $4 AND (p.ends_at IS NULL OR p.ends_at > $4)`;

export const actAs = defineVerb({
  noun: 'session',
  action: 'actAs',
  label: '切换身份',
  about:
    'From now on the session acts as another post of the same person. Open sockets are closed; they come back as the new post.',
  by: 'SIGNED_IN',
  input: { postId: id('身份', 'A post that the viewer holds now.', 'post') },
  shows: { field: 'viewer', type: () => ViewerType },
  async perform({ input: { postId }, viewer, now, transaction }) {
    const path = ['input', 'postId'];
    const { personId, sessionId } = viewer as { personId: string; sessionId: string };
    const [held] = await transaction.rows<{ role: Role; method: string }>('post-held', HELD, [
      postId,
      personId,
      sessionId,
      now,
    ]);
    if (!held) return reasons.refuse('POST_NOT_HELD', { path });
    if (held.method === 'CODE' && !ROLES_BY_CODE.includes(held.role))
      return reasons.refuse('POST_NEEDS_PASSWORD', { path });
    await transaction.rows('session-act-as', 'UPDATE session SET post_id = $2 WHERE id = $1', [sessionId, postId]);
    return {
      value: { sessionId, personId, postId },
      event: { subjectId: sessionId, effect: { data: { from: viewer.post?.id ?? null, to: postId } } },
    };
  },
});
