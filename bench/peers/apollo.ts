// Apollo Server, standalone, with DataLoader.
import { ApolloServer } from '@apollo/server';
import { startStandaloneServer } from '@apollo/server/standalone';
import { endWithParent, serve } from '../serve.ts';
import { contextOver, openPool, RESOLVERS, Rows, TYPE_DEFS, type Context } from './common.ts';

async function open({ url }: { url: string }): Promise<string> {
  const rows = new Rows(openPool(url));
  const server = new ApolloServer<Context>({ typeDefs: TYPE_DEFS, resolvers: RESOLVERS });
  const listening = await startStandaloneServer(server, {
    listen: { port: 0, host: '127.0.0.1' },
    context: async () => contextOver(rows),
  });
  return new URL('/graphql', listening.url).href;
}

endWithParent();
serve({ open });
