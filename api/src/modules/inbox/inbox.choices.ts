import { defineChoice } from '../../kernel/choice.ts';
import { NOTICE_KINDS } from '../../kernel/notice.ts';
import { enumOf } from '../../platform/graphql/enum.ts';

/** What a subscriber is told: the same, or that something was missed. */
const inboxNoticeKind = defineChoice('InboxNoticeKind', '消息推送类别 — What the inbox is told live.', {
  ...NOTICE_KINDS.values,
  RESYNC: ['重新读取', 'Something was missed: read the inbox again.'],
});

export const InboxKind = enumOf(NOTICE_KINDS);
export const InboxNoticeKind = enumOf(inboxNoticeKind);
