import { describe, expect, it } from '@jest/globals';
import { buildSchema } from 'graphql';
import { faultIn } from './documents.ts';
import { draftOf } from './draft.ts';
import { rootFieldsOf } from './root-fields.ts';

const schema = buildSchema(`
  type Unit { id: ID! name: String! orders(first: Int! = 20): OrderConnection! parent: Unit }
  type Mask { phone: String! of: Unit! }
  type Order { id: ID! title: String! unit: Unit contact: Mask units: [Unit!]! note(kind: Int!): String }
  type PageInfo { hasNextPage: Boolean! endCursor: String }
  type OrderConnection { nodes: [Order!]! pageInfo: PageInfo! totalCount: Int }
  type Refused { code: String! }
  type Payload { order: Order userErrors: [Refused!]! }
  type Query { order(id: ID!): Order orders(first: Int! = 20, after: String): OrderConnection! ready: Boolean! }
  type Mutation { orderClaim(id: ID!): Payload! }
  type Subscription { hall(after: String): Order }
`);
const deep = `query A { ready order(id: 1) { unit ${'{ parent '.repeat(9)}{ id }${' }'.repeat(9)} } }`;
const draft = (name: string) => draftOf(rootFieldsOf(schema).find(({ field }) => field.name === name)!);

describe('a draft', () => {
  it.each(rootFieldsOf(schema).map(({ field }) => field.name))('for %s fits the schema and the limits', (name) =>
    expect(faultIn(schema, draft(name), name)).toBeNull(),
  );

  it('shows one thing whole, things in a list without lists below them, and of other things their names', () => {
    expect(draft('order')).toBe(
      'query Order($id: ID!) { order(id: $id) { id title unit { id name } contact { phone of { id name } } units { id name } } }',
    );
    expect(draft('orders')).toBe(
      'query Orders($first: Int! = 20, $after: String) { orders(first: $first, after: $after) ' +
        '{ totalCount nodes { id title unit { id name } contact { phone of { id name } } } pageInfo { hasNextPage endCursor } } }',
    );
  });
});

describe('a document', () => {
  it.each([
    ['query A { ready', /Syntax Error/],
    ['query A { gone }', /Cannot query field/],
    ['query A { ready } query B { ready }', /not exactly one operation/],
    ['{ ready }', /with a name/],
    ['query A { order(id: 1) { id } }', /does not ask for ready/],
    ['query A { ready orders(first: 200) { totalCount } }', /first/],
    [deep, /嵌套太深/],
  ])('%s is refused', (text, fault) => expect(faultIn(schema, text, 'ready')).toMatch(fault));
});

it('two root fields of one name stop the printing', () => {
  const twins = buildSchema('type Query { order: Int } type Mutation { order: Int }');
  expect(() => rootFieldsOf(twins)).toThrow('Two root fields have one name: order');
});
