// PostGraphile over the tables as they are, on node:http.
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { postgraphile } from 'postgraphile';
import { makePgService } from 'postgraphile/adaptors/pg';
import { grafserv } from 'postgraphile/grafserv/node';
import { PostGraphileAmberPreset } from 'postgraphile/presets/amber';
import { jsonPgSmartTags } from 'postgraphile/utils';
import { endWithParent, serve } from '../serve.ts';
import { openPool } from './common.ts';

/** The tables do not say that an event belongs to an order. */
const TAGS = jsonPgSmartTags({
  version: 1,
  config: {
    class: { 'public.event': { tags: { foreignKey: '(subject_id) references public.orders (id)' } } },
  },
});

async function open({ url }: { url: string }): Promise<string> {
  const instance = postgraphile({
    extends: [PostGraphileAmberPreset],
    plugins: [TAGS],
    schema: { defaultBehavior: '+list +resource:list +query:resource:list' },
    pgServices: [makePgService({ pool: openPool(url), schemas: ['public', 'peers'] })],
    grafserv: { graphiql: false, watch: false },
    grafast: { explain: false },
  });
  const serv = instance.createServ(grafserv);
  const server = createServer();
  await serv.addTo(server);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  return `http://127.0.0.1:${String((server.address() as AddressInfo).port)}/graphql`;
}

endWithParent();
serve({ open });
