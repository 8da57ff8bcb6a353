import { performance } from 'node:perf_hooks';
import type { FastifyInstance } from 'fastify';
import { collectDefaultMetrics, Gauge, Histogram, Registry } from 'prom-client';
import { routeOf } from './server.ts';

export type OperationKind = 'query' | 'mutation' | 'subscription';

/** The figures of one application. Names and labels hold no personal data. */
export interface Metrics {
  readonly registry: Registry;
  /** Counts a GraphQL operation with its time. `name` must come from a closed list. */
  operation(name: string, kind: OperationKind, outcome: string, seconds: number): void;
  /** A figure that is read when somebody asks, e.g. subscribers connected now. */
  gauge(name: string, help: string, read: () => number | Promise<number>): void;
}

const SECONDS = [0.001, 0.002, 0.005, 0.01, 0.02, 0.05, 0.1, 0.2, 0.5, 1, 2, 5, 10];

/** Measures every HTTP answer of `app` by route and status, with a registry of its own, so that two applications can live in one process. */
export function createMetrics(app: FastifyInstance): Metrics {
  const registry = new Registry();
  collectDefaultMetrics({ register: registry });
  observeHttp(app, registry);
  const operations = new Histogram({
    name: 'gongzhi_graphql_seconds',
    help: 'Time of GraphQL operations',
    labelNames: ['operation', 'kind', 'outcome'],
    buckets: SECONDS,
    registers: [registry],
  });
  return {
    registry,
    operation: (operation, kind, outcome, seconds) => operations.observe({ operation, kind, outcome }, seconds),
    gauge: (name, help, read) => void addGauge(registry, name, help, read),
  };
}

/** Seconds since `started`, a reading of `performance.now()`. */
export function secondsSince(started: number): number {
  return (performance.now() - started) / 1000;
}

function observeHttp(app: FastifyInstance, registry: Registry): void {
  const http = new Histogram({
    name: 'gongzhi_http_seconds',
    help: 'Time of HTTP answers',
    labelNames: ['method', 'route', 'status'],
    buckets: SECONDS,
    registers: [registry],
  });
  app.addHook('onResponse', async (request, reply) => {
    const labels = { method: request.method, route: routeOf(request), status: String(reply.statusCode) };
    http.observe(labels, reply.elapsedTime / 1000);
  });
}

function addGauge(registry: Registry, name: string, help: string, read: () => number | Promise<number>): Gauge {
  return new Gauge({
    name,
    help,
    registers: [registry],
    async collect() {
      this.set(await read());
    },
  });
}
