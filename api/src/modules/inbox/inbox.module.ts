import { defineModule } from '../../platform/module.ts';
import { InboxConsumer } from './inbox.consumer.ts';
import { inboxQueries } from './inbox.queries.ts';
import { InboxNoticeFields, InboxSubscriptions } from './inbox.subscription.ts';
import { inboxTopic } from './inbox.topic.ts';

export const inboxModule = defineModule({
  name: 'inbox',
  queries: [inboxQueries],
  resolvers: [InboxNoticeFields, InboxSubscriptions],
  topics: (house) => [inboxTopic(house)],
  runs: (house) => new InboxConsumer(house),
  policy: {
    roots: {
      'Query.inbox': 'SIGNED_IN',
      'Query.inboxUnread': 'SIGNED_IN',
      'Subscription.inboxNotices': 'SIGNED_IN',
    },
    types: {
      InboxItem: 'case',
      InboxItemConnection: 'case',
      InboxItemEdge: 'case',
      InboxUnread: 'case',
      InboxNotice: 'case',
    },
  },
});
