// GraphQL Yoga on node:http with DataLoader; with graphql-jit when asked for.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { useGraphQlJit } from '@envelop/graphql-jit';
import { createSchema, createYoga } from 'graphql-yoga';
import { endWithParent, serve } from '../serve.ts';
import { contextOver, openPool, RESOLVERS, Rows, TYPE_DEFS, type Context } from './common.ts';

async function open({ url, jit }: { url: string; jit?: boolean }): Promise<string> {
  const rows = new Rows(openPool(url));
  const yoga = createYoga<object, Context>({
    schema: createSchema<Context>({ typeDefs: TYPE_DEFS, resolvers: RESOLVERS }),
    context: () => contextOver(rows),
    plugins: jit ? [useGraphQlJit()] : [],
    graphiql: false,
    landingPage: false,
  });
  const server = createServer(yoga);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

endWithParent();
serve({ open });
