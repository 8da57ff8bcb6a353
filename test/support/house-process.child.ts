// One house in a process of its own, for tests that kill it. Run by house-process.ts; needs the build.
// main.ts refuses the server of the tests, which may lose data in a crash; everything else is as it does it.
import 'reflect-metadata';
import type * as AppModule from '../../api/src/app.ts';
import type * as ConfigModule from '../../api/src/platform/config/config.ts';

const built = (path: string): Promise<unknown> => import(new URL(`../../dist/api/src/${path}`, import.meta.url).href);
const { createApp } = (await built('app.js')) as typeof AppModule;
const { loadConfig } = (await built('platform/config/config.js')) as typeof ConfigModule;

// The other end of this pipe is the test: when it is gone, however it went, nobody needs this house.
process.stdin.on('end', () => process.exit(0)).resume();

const config = loadConfig();
const ahead = Number(process.env['TEST_CLOCK_AHEAD']);
const app = await createApp(
  { ...config, databaseUrl: config.databaseUrl!, sealKey: config.sealKey! },
  { relaxed: true, now: () => new Date(Date.now() + ahead) },
);
process.on('SIGTERM', () => void app.close().then(() => process.exit(0)));
console.log(`listening on ${app.url}`);
