// Mercurius on Fastify with jit and its own loaders.
import fastify from 'fastify';
import mercurius from 'mercurius';
import { endWithParent, serve } from '../serve.ts';
import { openPool, PLAIN, Rows, TYPE_DEFS, type OrderRow } from './common.ts';

type Batch<Params = object> = readonly { readonly obj: OrderRow; readonly params: Params }[];

async function open({ url }: { url: string }): Promise<string> {
  const rows = new Rows(openPool(url));
  const app = fastify();
  await app.register(mercurius, {
    schema: TYPE_DEFS,
    resolvers: {
      Query: {
        orders: (_: unknown, { street, first }: { street: string; first: number }) => rows.list(street, first),
        order: (_: unknown, { id }: { id: string }) => rows.one(id),
        orderCounts: (_: unknown, { street }: { street: string }) => rows.counts(street),
      },
      ...PLAIN,
    },
    loaders: {
      Order: {
        community: (batch: Batch) => divisionsOf(rows, batch),
        unit: (batch: Batch) => unitsOf(rows, batch),
        events: (batch: Batch<{ first: number }>) =>
          rows.events(
            batch.map(({ obj }) => obj.id),
            batch[0]!.params.first,
          ),
      },
    },
    jit: 1,
  });
  return `${await app.listen({ port: 0, host: '127.0.0.1' })}/graphql`;
}

async function divisionsOf(rows: Rows, batch: Batch): Promise<unknown[]> {
  const codes = batch.map(({ obj }) => obj.communityCode);
  return spread(codes, await rows.divisions([...new Set(codes)]));
}

async function unitsOf(rows: Rows, batch: Batch): Promise<unknown[]> {
  const ids = batch.map(({ obj }) => obj.unitId);
  return spread(ids, await rows.units([...new Set(ids.filter((id) => id !== null))]));
}

function spread(keys: readonly (string | null)[], found: readonly ({ readonly id: string } | null)[]): unknown[] {
  const known = new Map(found.map((row) => [row?.id ?? null, row]));
  return keys.map((key) => known.get(key) ?? null);
}

endWithParent();
serve({ open });
