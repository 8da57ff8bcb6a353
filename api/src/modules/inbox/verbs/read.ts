import { Int } from 'type-graphql';
import { id, many } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { unreadOf } from '../inbox.unread.ts';

const MARK = `UPDATE inbox_item SET read_at = $3 WHERE person_id = $1 AND event_id = ANY ($2::uuid[]) AND read_at IS NULL`;

export const read = defineVerb({
  noun: 'inbox',
  action: 'read',
  label: '标为已读',
  about: 'Marks items of the viewer’s inbox as read. What was read stays so; what is not theirs is passed over.',
  by: 'SIGNED_IN',
  input: { ids: many(id('消息', 'Items of the inbox.', 'notice'), { min: 1, max: 100 }) },
  shows: { field: 'unread', type: () => Int },
  async perform({ input: { ids }, viewer, now, transaction }) {
    const personId = viewer.personId!;
    await transaction.rows('inbox-read', MARK, [personId, ids, now]);
    return { value: await unreadOf(personId, transaction) };
  },
});
