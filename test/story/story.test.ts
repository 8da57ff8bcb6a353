import 'reflect-metadata';
import { execFile } from 'node:child_process';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { createApp, type App } from '../../api/src/app.ts';
import { loadConfig } from '../../api/src/platform/config/config.ts';
import { seedDemo } from '../../seeds/seed.ts';
import { freshDatabase, type TestDatabase } from '../support/database.ts';

const SEAL_KEY = 'the key of these tests, long enough';
let database: TestDatabase;
let app: App;

beforeAll(async () => {
  database = await freshDatabase();
  await seedDemo(database.url, { sealKey: SEAL_KEY });
  const settings = {
    PORT: '0',
    HOST: '127.0.0.1',
    DATABASE_URL: database.url,
    DEMO: '1',
    LOG_LEVEL: 'error',
    SEAL_KEY,
  };
  app = await createApp({ ...loadConfig(settings), databaseUrl: database.url, sealKey: SEAL_KEY }, { relaxed: true });
}, 120_000);
afterAll(async () => {
  await app.close();
  await database.drop();
});

/** `npm run story` against the address. */
function play(url: string): Promise<{ code: number; said: string }> {
  return new Promise((resolve) => {
    execFile(process.execPath, ['api/run.cjs', 'test/story/story.ts', url], (error, stdout, stderr) =>
      resolve({ code: error ? 1 : 0, said: stdout + stderr }),
    );
  });
}

it('plays both acts through the public door, twice in a row', async () => {
  for (const turn of [1, 2]) {
    const { code, said } = await play(app.url);
    expect(said).toMatch(
      /群众点单[^]*镇街审单[^]*推送到[^]*单位领单[^]*被拒绝[^]*办结[^]*核查通过[^]*销号编号 销610303[^]*评单/,
    );
    expect(said).toMatch(
      /召集专题联席会议[^]*收件箱[^]*法定到会比例[^]*形成决议[^]*请合并[^]*〔20\d\d〕\d+号[^]*承接议定事项[^]*核查通过[^]*下次会议上宣读[^]*销号编号 销610303/,
    );
    expect(said).toContain('全部步骤与预期一致');
    expect({ turn, code }).toEqual({ turn, code: 0 });
  }
});

it('is answered by plans, whatever of it reads rows', async () => {
  const page = await (await fetch(`${app.url}/metrics`)).text();
  const figure = (name: string) => Number(new RegExp(`^gongzhi_reads_${name} (\\d+)$`, 'm').exec(page)?.[1]);
  const [planned, fallenBack] = [figure('planned'), figure('fallen_back')];
  process.stdout.write(`Story: ${String(planned)} of ${String(planned + fallenBack)} readings were planned\n`);
  expect(planned).toBeGreaterThan(30);
  expect(planned / (planned + fallenBack)).toBeGreaterThanOrEqual(0.9);
});

it('says clearly what deviates, and fails', async () => {
  const { code, said } = await play('http://127.0.0.1:9');
  expect(code).toBe(1);
  expect(said).toContain('与预期不符：连不上 http://127.0.0.1:9，请先运行 npm start');
});
