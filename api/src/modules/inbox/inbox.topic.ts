import type { FedEvent } from '../../kernel/event.ts';
import { noticeRuleOf } from '../../kernel/notice.ts';
import type { Topic } from '../../platform/feed/topic.ts';
import type { House } from '../../platform/house.ts';
import { Recipients } from './inbox.recipients.ts';

/** 收件箱: what comes into the viewer's inbox, the moment it is there. The class is the person, whatever post they act in. */
export function inboxTopic(house: House): Topic {
  const recipients = new Recipients(house);
  const rules = new Map(house.cases.map((of) => [of.process.noun, of.notices]));
  return {
    field: 'inboxNotices',
    classOf: ({ personId }) => personId,
    concerns(event: FedEvent) {
      const notices = rules.get(event.noun);
      return (notices && noticeRuleOf(notices, event)?.kind) ?? null;
    },
    reaches: async ({ seq }, { personId }) => (await recipients.of(seq)).has(personId!),
  };
}
