import { Int } from 'type-graphql';
import { id, optional } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { unreadOf } from '../inbox.unread.ts';

const MARK = `
  UPDATE inbox_item SET read_at = $3 WHERE person_id = $1 AND read_at IS NULL
    AND ($2::uuid IS NULL OR seq <= (SELECT seq FROM inbox_item WHERE person_id = $1 AND event_id = $2))`;

export const readAll = defineVerb({
  noun: 'inbox',
  action: 'readAll',
  label: '全部标为已读',
  about: 'Marks everything as read that came no later than an item, so that nothing is marked which came meanwhile.',
  by: 'SIGNED_IN',
  input: { upToId: optional(id('截至消息', 'The newest item that was seen; everything, if left out.', 'notice')) },
  shows: { field: 'unread', type: () => Int },
  async perform({ input: { upToId }, viewer, now, transaction }) {
    const personId = viewer.personId!;
    await transaction.rows('inbox-read-all', MARK, [personId, upToId, now]);
    return { value: await unreadOf(personId, transaction) };
  },
});
