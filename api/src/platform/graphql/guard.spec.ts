import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { assertPolicyComplete } from './guard.ts';

const schema = buildSchema(`
  type Query { orders: [Order!]! me: Person }
  type Mutation { orderClaim: Order }
  type Subscription { claimHall: Order }
  type Order implements Node { id: ID! }
  type Person { name: String }
  interface Node { id: ID! }
`);
const orders = {
  roots: { 'Query.orders': 'ANYONE', 'Mutation.orderClaim': ['UNIT_LIAISON'], 'Subscription.claimHall': 'SIGNED_IN' },
  types: { Order: 'case' },
} as const;
const people = { roots: { 'Query.me': 'SIGNED_IN' }, types: { Person: 'personal' } } as const;

describe('the policy of the whole schema', () => {
  it('is complete when every root field and object type has a line', () => {
    expect(() => assertPolicyComplete(schema, [orders, people])).not.toThrow();
  });

  it('names all that is missing', () => {
    expect(() => assertPolicyComplete(schema, [orders])).toThrow('No policy line for: Person, Query.me');
    expect(() => assertPolicyComplete(schema, [people])).toThrow(
      'No policy line for: Mutation.orderClaim, Order, Query.orders, Subscription.claimHall',
    );
  });

  it('does not let two modules contradict each other', () => {
    const other = { roots: { 'Query.me': 'ANYONE' }, types: {} } as const;
    expect(() => assertPolicyComplete(schema, [orders, people, other])).toThrow('Two policies for "Query.me"');
  });
});
