import { afterEach, describe, expect, it } from '@jest/globals';
import type { FastifyInstance } from 'fastify';
import { common } from '../../kernel/refusal.ts';
import { type Health, mountHealth } from './health.ts';
import { createMetrics } from './metrics.ts';
import { createServer } from './server.ts';

const servers: FastifyInstance[] = [];
afterEach(() => Promise.all(servers.splice(0).map((app) => app.close())));

function serve(health: Partial<Health> = {}, https = false) {
  const app = createServer({ config: { https }, log: { level: 'silent' } });
  const metrics = createMetrics(app);
  mountHealth(app, { checks: {}, draining: () => false, metrics, ...health });
  servers.push(app);
  return { app, metrics };
}

describe('health', () => {
  it('is red while a check fails, hangs or the process drains', async () => {
    let draining = false;
    let database: () => Promise<unknown> = async () => 1;
    const { app } = serve({ checks: { database: () => database() }, draining: () => draining });
    const ready = async () => {
      const answer = await app.inject('/readyz');
      return [answer.statusCode, answer.json<{ checks: { database: string } }>().checks.database];
    };
    expect(await ready()).toEqual([200, 'ok']);
    database = () => Promise.reject(new Error('secret'));
    expect(await ready()).toEqual([503, 'failed']);
    database = () => {
      throw new Error('at once');
    };
    expect(await ready()).toEqual([503, 'failed']);
    database = () => new Promise(() => undefined);
    expect(await ready()).toEqual([503, 'late']);
    database = async () => 1;
    draining = true;
    expect(await ready()).toEqual([503, 'ok']);
    expect((await app.inject('/healthz')).statusCode).toBe(200);
  });

  it('shows figures to this machine only', async () => {
    const { app, metrics } = serve();
    metrics.gauge('gongzhi_subscribers', 'Subscribers now', () => 7);
    metrics.operation('OrderClaim', 'mutation', 'OK', 0.01);
    await app.inject('/healthz');
    const figures = (await app.inject('/metrics')).body;
    expect(figures).toContain('gongzhi_subscribers 7');
    expect(figures).toContain('gongzhi_graphql_seconds_count{operation="OrderClaim",kind="mutation",outcome="OK"} 1');
    expect(figures).toContain('gongzhi_http_seconds_count{method="GET",route="/healthz",status="200"} 1');
    expect((await app.inject({ url: '/metrics', remoteAddress: '10.1.2.3' })).statusCode).toBe(404);
    expect((await app.inject({ url: '/metrics', headers: { 'x-forwarded-for': '10.1.2.3' } })).statusCode).toBe(404);
  });
});

describe('the server', () => {
  it('works on a plain-http intranet and is stricter behind https', async () => {
    const plain = (await serve().app.inject('/healthz')).headers;
    expect(plain['content-security-policy']).toContain("default-src 'self'");
    expect(plain['content-security-policy']).not.toContain('upgrade-insecure-requests');
    for (const name of ['strict-transport-security', 'cross-origin-opener-policy', 'origin-agent-cluster']) {
      expect(plain[name]).toBeUndefined();
    }
    const secure = (await serve({}, true).app.inject('/healthz')).headers;
    expect(secure['content-security-policy']).toContain('upgrade-insecure-requests');
    expect(secure['strict-transport-security']).toBeDefined();
    expect(secure['x-content-type-options']).toBe('nosniff');
    expect(secure['x-powered-by']).toBeUndefined();
  });

  it.each([
    ['/nowhere', 404, 'NOT_FOUND'],
    ['/%E0%A4%A', 400, 'BAD_REQUEST'],
    ['/fault', 500, 'INTERNAL'],
    ['/busy', 503, 'BUSY'],
    ['/refusal', 404, 'NOT_FOUND'],
  ])('answers %s in JSON and Chinese', async (url, status, code) => {
    const { app } = serve();
    app.get('/fault', () => Promise.reject(new Error('secret')));
    app.get('/busy', () => Promise.reject(Object.assign(new Error('secret'), { code: '57P03' })));
    app.get('/refusal', () => Promise.reject(common.refusal('NOT_FOUND')));
    const answer = await app.inject(url);
    expect(answer.statusCode).toBe(status);
    expect(answer.json()).toEqual({ code, message: expect.stringMatching(/^\p{Script=Han}/u) as unknown });
    expect(answer.body).not.toContain('secret');
  });
});
