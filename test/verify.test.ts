import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { execFile } from 'node:child_process';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout } from 'node:timers/promises';
import { onServer } from './support/database.ts';
import { anOrder, openOrderWorld, type OrderWorld } from './support/order-world.ts';

let people: OrderWorld;
let folder: string;
beforeAll(async () => {
  people = await openOrderWorld();
  await anOrder(people, 'CLEARED');
  while (await isWaiting()) await setTimeout(20);
  folder = mkdtempSync(join(tmpdir(), 'gongzhi-verify-'));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await people.world.close();
});

/** Is there an event that has no place in the feed yet? */
const isWaiting = async () => (await people.world.sql.query('SELECT FROM event_pending LIMIT 1')).rowCount !== 0;

/** `npm run verify`, without the build. */
function verify(settings: Record<string, string>): Promise<{ code: number; said: string }> {
  const env = { PATH: process.env['PATH'] ?? '', ...settings };
  return new Promise((resolve) => {
    execFile(process.execPath, ['api/run.cjs', 'dist/api/src/verify.js'], { env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), said: stdout + stderr }),
    );
  });
}

const ofDatabase = () =>
  verify({ DATABASE_URL: people.world.databaseUrl, SEAL_KEY: 'the key of these tests, long enough' });

it('finds everything as it was written', async () => {
  const { code, said } = await ofDatabase();
  expect(said).toMatch(/办理记录：核对\d+条[^]*会议纪要：核对\d+份[^]*全部相符/);
  expect(code).toBe(0);
});

it('names an event of which one byte was changed by the owner', async () => {
  await onServer(people.world.databaseUrl, (client) =>
    client.query(
      `UPDATE event SET reason = coalesce(reason, '') || '。' WHERE id = (SELECT event_id FROM feed WHERE seq = 3)`,
    ),
  );
  const { code, said } = await ofDatabase();
  expect(said).toMatch(/不符：[^\n]*3/);
  expect(code).toBe(1);
});

it('says so where there is nothing, and makes nothing', async () => {
  const nowhere = join(folder, 'nowhere');
  const { code, said } = await verify({ DATA_DIR: nowhere });
  expect(said).toContain('没有数据');
  expect([code, existsSync(nowhere)]).toEqual([2, false]);
});
