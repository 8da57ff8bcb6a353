import { createServer, connect as dial, type AddressInfo, type Socket } from 'node:net';
import { afterAll, beforeAll, describe, expect, test } from '@jest/globals';
import { openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import { freshDatabase, onServer, type TestDatabase } from '../support/database.ts';

const POOL = 10;

async function openPool(url: string): Promise<Database> {
  return openDatabase({ url, rows: [], poolSize: POOL, relaxed: true });
}

describe('the pool keeps its slots', () => {
  let fresh: TestDatabase;
  beforeAll(async () => {
    fresh = await freshDatabase();
  });
  afterAll(() => fresh.drop());

  const sleepers = (database: Database, count: number) =>
    Array.from({ length: count }, () =>
      database.transaction(({ rows }) => rows('test.sleep', 'SELECT pg_sleep(3)')).catch((error: unknown) => error),
    );
  const allSlots = (database: Database) =>
    Promise.all(
      Array.from({ length: POOL }, () => database.transaction(({ rows }) => rows('test.slot', 'SELECT pg_sleep(0.1)'))),
    );

  test('after connections die in the middle of transactions', async () => {
    const database = await openPool(fresh.url);
    for (let round = 0; round < 3; round++) {
      const calls = sleepers(database, 4);
      await new Promise((resolve) => setTimeout(resolve, 300));
      await onServer(fresh.url, (client) =>
        client.query(
          "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE query = 'SELECT pg_sleep(3)' AND datname = current_database()",
        ),
      );
      for (const outcome of await Promise.all(calls)) expect(outcome).toBeInstanceOf(Error);
      await expect(allSlots(database)).resolves.toHaveLength(POOL);
    }
    expect(database.pool.totalCount).toBeLessThanOrEqual(POOL);
    await database.close();
  });

  test('after the line was dead and came back', async () => {
    const line = await cuttable(fresh.url);
    const database = await openPool(line.url);
    await allSlots(database);
    line.cut();
    const calls = Array.from({ length: POOL }, (_, i) =>
      (i % 2 === 0
        ? database.query('test.dead', 'SELECT 1')
        : database.transaction(({ rows }) => rows('test.dead', 'SELECT 1'))
      ).catch((error: unknown) => error),
    );
    for (const outcome of await Promise.all(calls)) expect(outcome).toBeInstanceOf(Error);
    line.heal();
    const before = performance.now();
    await expect(allSlots(database)).resolves.toHaveLength(POOL);
    expect(performance.now() - before).toBeLessThan(1_500);
    await database.close();
    line.close();
  }, 30_000);
});

/** A line to the server that swallows everything while it is cut, so that neither side hears of it. */
async function cuttable(url: string): Promise<{ url: string; cut(): void; heal(): void; close(): void }> {
  const target = new URL(url);
  const sockets = new Set<Socket>();
  let dead = false;
  const server = createServer((near) => {
    const far = dial(Number(target.port), target.hostname);
    let lost = dead;
    sockets.add(near).add(far);
    near.on('data', (data) => void ((lost ||= dead) || far.write(data)));
    far.on('data', (data) => void ((lost ||= dead) || near.write(data)));
    for (const socket of [near, far]) socket.on('error', () => undefined);
    near.on('close', () => far.destroy());
    far.on('close', () => near.destroy());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const local = new URL(url);
  local.port = String((server.address() as AddressInfo).port);
  return {
    url: local.href,
    cut: () => void (dead = true),
    heal: () => void (dead = false),
    close: () => {
      for (const socket of sockets) socket.destroy();
      server.close();
    },
  };
}
