import type { FastifyInstance, FastifyRequest } from 'fastify';
import { answerUnknown } from './answers.ts';
import type { Metrics } from './metrics.ts';

/** Resolves when what it looks at is well; rejects, or takes longer than a second, when it is not. */
export type Check = () => Promise<unknown>;

export interface Health {
  /** Name -> check, e.g. `database`, `feed`. Names are shown. */
  readonly checks: Readonly<Record<string, Check>>;
  /** Is the process on its way out? Then it wants no new work. */
  readonly draining: () => boolean;
  readonly metrics: Metrics;
}

const CHECK_MILLISECONDS = 1000;

/**
 * `/healthz`: the process lives. `/readyz`: it can serve, 503 while a check fails or the process drains. `/metrics`: figures
 * for Prometheus, only for who asks from this machine and not through a proxy.
 */
export function mountHealth(app: FastifyInstance, { checks, draining, metrics }: Health): void {
  app.get('/healthz', async (_request, reply) => reply.header('cache-control', 'no-store').send({ status: 'ok' }));
  app.get('/readyz', async (_request, reply) => {
    const results = await Promise.all(
      Object.entries(checks).map(async ([name, check]) => [name, await outcomeOf(check)] as const),
    );
    const ready = !draining() && results.every(([, outcome]) => outcome === 'ok');
    const answer = {
      status: ready ? 'ok' : draining() ? 'draining' : 'unavailable',
      checks: Object.fromEntries(results),
    };
    return reply
      .code(ready ? 200 : 503)
      .header('cache-control', 'no-store')
      .send(answer);
  });
  app.get('/metrics', async (request, reply) => {
    if (!isFromThisMachine(request)) return answerUnknown(request, reply);
    return reply.type(metrics.registry.contentType).send(await metrics.registry.metrics());
  });
}

async function outcomeOf(check: Check): Promise<'ok' | 'failed' | 'late'> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<'late'>((resolve) => {
    timer = setTimeout(() => resolve('late'), CHECK_MILLISECONDS);
  });
  const done = Promise.resolve().then(check).then(() => 'ok' as const, () => 'failed' as const); // prettier-ignore
  return Promise.race([done, late]).finally(() => clearTimeout(timer));
}

function isFromThisMachine({ socket, headers }: FastifyRequest): boolean {
  // A proxy on this machine speaks for the whole world.
  if (['x-forwarded-for', 'forwarded', 'via', 'x-real-ip'].some((name) => headers[name] !== undefined)) return false;
  return /^(127\.|::1$|::ffff:127\.)/.test(socket.remoteAddress ?? '');
}
