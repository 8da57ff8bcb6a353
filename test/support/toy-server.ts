import type { FastifyInstance } from 'fastify';
import { buildSchema, GraphQLError, type GraphQLFieldResolver } from 'graphql';
import { common } from '../../api/src/kernel/refusal.ts';
import { NOBODY, type Role, type Viewer } from '../../api/src/kernel/viewer.ts';
import { mountApollo } from '../../api/src/platform/graphql/apollo.ts';
import { Executor } from '../../api/src/platform/graphql/gateway.ts';
import { Context } from '../../api/src/platform/graphql/context.ts';
import { documentsOf } from '../../api/src/platform/graphql/documents.ts';
import { rootRulesOf } from '../../api/src/platform/graphql/guard.ts';
import type { House } from '../../api/src/platform/house.ts';
import { refuseMethod } from '../../api/src/platform/http/json-body.ts';
import { createServer } from '../../api/src/platform/http/server.ts';

const schema = buildSchema(`
  type Query {
    hello(name: String = "您"): String!
    mine: String!
    reviews: String!
    unruled: String
    fault(kind: String!): String
    must(n: Int! = 1): Int
    orders(first: Int): [Order!]!
  }
  type Mutation { echo(text: String!): String! }
  type Subscription { ticks: String }
  type Order { id: ID! parent: Order }
`);
const rules = rootRulesOf([
  {
    roots: {
      ...{ 'Query.hello': 'ANYONE', 'Query.fault': 'ANYONE', 'Query.orders': 'ANYONE', 'Query.must': 'ANYONE' },
      ...{ 'Query.mine': 'SIGNED_IN', 'Query.reviews': ['STREET_REVIEWER'], 'Mutation.echo': 'ANYONE' },
    },
    types: {},
  },
]);

const FAULTS: Readonly<Record<string, () => Error>> = {
  plain: () => new Error('select secret from people where phone = 13900001111'),
  pg: () => Object.assign(new Error('invalid input syntax for type uuid: "机密"'), { code: '22P02' }),
  wrapped: () => Object.assign(new Error('insert into people values (13900001111)'), { previous: FAULTS['pg']!() }),
  gone: () => Object.assign(new Error('terminating connection'), { code: '57P01' }),
  pool: () => new Error('timeout exceeded when trying to connect'),
  refused: () => Object.assign(new Error('connect ECONNREFUSED 127.0.0.1:5432'), { code: 'ECONNREFUSED' }),
  full: () => Object.assign(new Error('could not extend file'), { code: '53100' }),
  refusal: () => common.refusal('NOT_FOUND'),
  ours: () => new GraphQLError('请稍后再试。', { extensions: { code: 'OVERLOAD' } }),
};

function resolve(
  type: 'Query' | 'Mutation',
  field: string,
  resolver: GraphQLFieldResolver<unknown, Context, Record<string, string>>,
) {
  (schema.getType(type) as unknown as { getFields(): Record<string, { resolve: unknown }> }).getFields()[
    field
  ]!.resolve = resolver;
}
resolve('Query', 'hello', (_root, { name }) => `${name}好`);
resolve('Query', 'mine', () => '我的');
resolve('Query', 'reviews', () => '待审');
resolve('Query', 'must', () => 1);
resolve('Query', 'orders', () => [{ id: '1' }]);
resolve('Query', 'fault', (_root, { kind }) => {
  throw FAULTS[kind!]!();
});
resolve('Mutation', 'echo', (_root, { text }) => text);

const viewerFrom = (role: string | undefined): Viewer => {
  if (role === undefined) return NOBODY;
  const post = { id: 'p', role: role as Role, scope: '1', scopeName: '某街道', endsAt: null };
  return { kind: 'PERSON', personId: '1', sessionId: '1', post };
};
const house = { now: () => new Date(0) } as unknown as House;
/** What the servers wrote into their log. */
export const lines: string[] = [];
/** The one document that is listed. */
export const LISTED = 'query Hello { hello }\n';
const servers: FastifyInstance[] = [];

/** Starts a server as the application does, over a toy schema. */
export async function start(config: { production: boolean; trustedDocumentsOnly: boolean }): Promise<string> {
  const app = createServer({ config: { https: false }, log: { stream: { write: (line) => void lines.push(line) } } });
  servers.push(app);
  await mountApollo(app, {
    ...{ schema, config, rules, documents: documentsOf([LISTED]), executor: new Executor(schema, null) },
    context: async (request, reply) => {
      if (request.headers['x-test-fault']) throw FAULTS[String(request.headers['x-test-fault'])]!();
      const viewer = viewerFrom(request.headers['x-test-role'] as string | undefined);
      return new Context(house, viewer, request.id, { request, reply });
    },
  });
  app.get('/graphql', (_request, reply) => refuseMethod(reply));
  return app.listen({ port: 0, host: '127.0.0.1' });
}

export async function stopAll(): Promise<void> {
  await Promise.all(servers.splice(0).map((app) => app.close()));
}
