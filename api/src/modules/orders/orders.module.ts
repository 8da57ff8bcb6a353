import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import { AudienceQueries } from './audience.queries.ts';
import { orderCase } from './order.case.ts';
import { ordersOwed } from './order.obligations.ts';
import { orderTopics } from './order.feed.ts';
import { orderQueries } from './order.queries.ts';
import { OrderProspectQueries } from './order.prospect.queries.ts';
import { OrderSchema } from './order.row.ts';
import { OrderNoticeFields, OrderSubscriptions } from './order.subscriptions.ts';

export const ordersModule = defineModule({
  name: 'orders',
  rows: [OrderSchema],
  cases: [orderCase as unknown as Case],
  obligations: ordersOwed,
  queries: [orderQueries],
  resolvers: [AudienceQueries, OrderNoticeFields, OrderProspectQueries, OrderSubscriptions],
  topics: orderTopics,
  policy: {
    roots: {
      'Query.order': 'SIGNED_IN',
      'Query.orders': 'SIGNED_IN',
      'Query.orderCounts': 'SIGNED_IN',
      'Query.orderDesk': 'SIGNED_IN',
      'Query.orderProspect': ['STREET_REVIEWER', 'STREET_COMMITTEE'],
      'Query.orderClaimPlans': ['UNIT_LIAISON', 'UNIT_LEAD'],
      'Query.orderAudience': ['STREET_REVIEWER', 'STREET_COMMITTEE'],
      'Subscription.claimHall': ['UNIT_LIAISON', 'UNIT_LEAD'],
      'Subscription.reviewDesk':
        ['STREET_REVIEWER', 'STREET_COMMITTEE', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'GRID_WORKER', 'GRID_SECRETARY', 'SUPERVISOR', 'DISTRICT_LEADER'],
      'Subscription.myOrders':
        ['RESIDENT', 'GRID_WORKER', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LIAISON', 'UNIT_LEAD', 'SUPERVISOR'],
    },
    types: {
      Order: 'case',
      OrderContact: 'personal',
      OrderFullContact: 'personal',
      OrderShare: 'case',
      OrderRating: 'case',
      OrderEvaluation: 'case',
      OrderOffer: 'staff',
      OrderPartner: 'case',
      OrderProspect: 'case',
      OrderFinishProspect: 'case',
      OrderClaimPlan: 'case',
      OrderNotice: 'case',
      OrderConnection: 'case',
      OrderEdge: 'case',
      OrderStateCount: 'case',
      OrderBucketCount: 'case',
      OrderAudienceMember: 'staff',
      OrderAudiencePreview: 'staff',
    },
  },
}); // prettier-ignore
