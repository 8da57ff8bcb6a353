import { describe, expect, it } from '@jest/globals';
import { buildSchema, getOperationAST, GraphQLError, parse } from 'graphql';
import { checkOperation, type OperationLimits } from './limits.ts';

const schema = buildSchema(`
  type Query { orders(first: Int = 20): OrderConnection!  tags: [Tag!]!  order: Order  people(first: Int): [Person!]! }
  type Mutation { submit(note: String): Order  claim: Order }
  type OrderConnection { edges: [OrderEdge!]! nodes: [Order!]! pageInfo: PageInfo! }
  type OrderEdge { node: Order! cursor: String! }
  type PageInfo { endCursor: String }
  type Order { id: ID! parent: Order unit: Person events(first: Int): [Order!]! children: OrderConnection! }
  type Person { name: String friends(first: Int): [Person!]! }
  type Tag { name: String }
`);

type Variables = Record<string, unknown>;

function check(text: string, variables: Variables = {}, limits?: Partial<OperationLimits>) {
  const document = parse(text);
  return checkOperation(
    schema,
    document,
    getOperationAST(document, /^query (\w+) {/.exec(text)?.[1])!,
    variables,
    limits,
  );
}

function codeOf(text: string, variables?: Variables, limits?: Partial<OperationLimits>): unknown {
  try {
    check(text, variables, limits);
    return 'OK';
  } catch (error) {
    if (!(error instanceof GraphQLError)) throw error;
    expect(error.message).toMatch(/\p{Script=Han}/u);
    expect(error.extensions['http']).toEqual({ status: 400 });
    return error.extensions['code'];
  }
}

const nested = (levels: number) => `{ order ${'{ parent '.repeat(levels - 2)}{ id }${' }'.repeat(levels - 2)} }`;
const times = (count: number, part: (index: number) => string) =>
  Array.from({ length: count }, (_, index) => part(index)).join(' ');

describe('what an operation may ask for', () => {
  it.each([
    ['depth 10', nested(10), 'OK'],
    ['depth 11', nested(11), 'QUERY_LIMIT'],
    [
      'depth hidden in fragments',
      `{ order { ...A } } fragment A on Order { parent { parent { parent { parent { ...B } } } } }
      fragment B on Order { parent { parent { parent { parent { parent { id } } } } } }`,
      'QUERY_LIMIT',
    ],
    ['15 aliases', `{ order { ${times(15, (n) => `a${n}: id`)} } }`, 'OK'],
    ['16 aliases', `{ order { ${times(16, (n) => `a${n}: id`)} } }`, 'QUERY_LIMIT'],
    ['101 aliases of __typename', `{ ${times(101, (n) => `a${n}: __typename`)} }`, 'QUERY_LIMIT'],
    ['10 directives', `{ order { id ${'@include(if: true) '.repeat(10)} } }`, 'OK'],
    ['11 directives', `{ order { id ${'@include(if: true) '.repeat(11)} } }`, 'QUERY_LIMIT'],
    ['399 repeated fields', `{ order { ${'id '.repeat(399)} } }`, 'OK'],
    ['400 repeated fields below one', `{ order { ${'id '.repeat(400)} } }`, 'QUERY_LIMIT'],
    ['11 root fields', `{ ${times(11, () => 'order { id }')} }`, 'QUERY_LIMIT'],
    [
      '11 root fields through fragments',
      `{ ...A ...A } fragment A on Query { ${'order { id } '.repeat(6)} }`,
      'QUERY_LIMIT',
    ],
    ['5 operations', times(5, (n) => `query Q${n} { order { id } }`), 'OK'],
    ['6 operations', times(6, (n) => `query Q${n} { order { id } }`), 'QUERY_LIMIT'],
    ['one mutation', 'mutation { submit { id } }', 'OK'],
    ['two mutations', 'mutation { submit { id } claim { id } }', 'QUERY_LIMIT'],
    ['one mutation twice by aliases', 'mutation { a: claim { id } b: claim { id } }', 'QUERY_LIMIT'],
    ['one mutation with __typename', 'mutation { __typename claim { id } }', 'OK'],
    ['introspection', '{ __schema { types { name } } }', 'INTROSPECTION_DISABLED'],
    [
      'introspection in a fragment',
      '{ ...A } fragment A on Query { __type(name: "Order") { name } }',
      'INTROSPECTION_DISABLED',
    ],
    ['a fragment within itself', '{ order { ...A } } fragment A on Order { parent { ...A } }', 'QUERY_LIMIT'],
    ['a NUL behind an escape', 'mutation { submit(note: "a\\u0000b") { id } }', 'BAD_USER_INPUT'],
  ])('%s', (_title, text, code) => {
    expect(codeOf(text)).toBe(code);
  });

  it('lets tools ask for the schema where that is allowed', () => {
    expect(codeOf('{ __schema { types { fields { args { name } } } } }', {}, { introspection: true })).toBe('OK');
  });

  it.each([
    ['first: 1', '{ people(first: 1) { name } }', {}, 'OK'],
    ['first: 100', '{ people(first: 100) { name } }', {}, 'OK'],
    ['first: 0', '{ people(first: 0) { name } }', {}, 'BAD_USER_INPUT'],
    ['first: 101', '{ people(first: 101) { name } }', {}, 'BAD_USER_INPUT'],
    ['first: -1', '{ people(first: -1) { name } }', {}, 'BAD_USER_INPUT'],
    ['first: 101 of a connection', '{ orders(first: 101) { pageInfo { endCursor } } }', {}, 'BAD_USER_INPUT'],
    ['first by variable', 'query ($n: Int) { people(first: $n) { name } }', { n: 101 }, 'BAD_USER_INPUT'],
    ['first by variable as text', 'query ($n: Int) { people(first: $n) { name } }', { n: '5' }, 'BAD_USER_INPUT'],
    [
      'first by a default of the variable',
      'query ($n: Int = 1000) { people(first: $n) { name } }',
      {},
      'BAD_USER_INPUT',
    ],
    ['first left out by variable', 'query ($n: Int) { people(first: $n) { name } }', {}, 'OK'],
    ['first is null', 'query ($n: Int) { people(first: $n) { name } }', { n: null }, 'OK'],
  ])('%s', (_title, text, variables, code) => {
    expect(codeOf(text, variables)).toBe(code);
  });
});

describe('what an operation costs', () => {
  it.each([
    ['a single object', '{ order { id } }', 1],
    ['a list of unknown length counts ten', '{ tags { name } }', 10],
    ['a list counts its first', '{ people(first: 7) { name } }', 7],
    ['a connection counts its edges and nodes by its first', '{ orders(first: 50) { edges { node { id } } } }', 101],
    ['the default of first counts', '{ orders { nodes { id } } }', 21],
    ['lists multiply', '{ people(first: 10) { friends(first: 10) { name } } }', 110],
    [
      'through fragments too',
      '{ ...A } fragment A on Query { orders(first: 50) { ...B } } fragment B on OrderConnection { nodes { id } }',
      51,
    ],
    ['and inline ones', '{ ... on Query { orders(first: 50) { ... { nodes { id } } } } }', 51],
  ])('%s', (_title, text, cost) => {
    expect(check(text).cost).toBe(cost);
  });

  it('refuses what multiplies beyond 5,000', () => {
    expect(codeOf('{ people(first: 100) { friends(first: 100) { name } } }')).toBe('QUERY_LIMIT');
    expect(codeOf('query ($n: Int!) { people(first: $n) { friends(first: $n) { name } } }', { n: 100 })).toBe(
      'QUERY_LIMIT',
    );
    expect(codeOf('{ people(first: 50) { friends(first: 50) { name } } }')).toBe('OK');
  });

  it('measures fragments that double themselves thirty times in no time', () => {
    const doubling = times(
      30,
      (n) => `fragment F${n} on Order { a: parent { ...F${n + 1} } b: parent { ...F${n + 1} } }`,
    );
    const started = performance.now();
    expect(codeOf(`{ order { ...F0 } } ${doubling} fragment F30 on Order { id }`)).toBe('QUERY_LIMIT');
    const flat = times(60, (n) => `fragment F${n} on Order { ...F${n + 1} ...F${n + 1} }`);
    expect(codeOf(`{ order { ...F0 } } ${flat} fragment F60 on Order { id }`)).toBe('QUERY_LIMIT');
    // What grows with the square of the document takes minutes.
    expect(performance.now() - started).toBeLessThan(1500);
  });
});
