import 'reflect-metadata';
import { loadConfig, ConfigError, type Config } from './platform/config/config.ts';
import { startEmbedded } from './platform/database/embedded.ts';
import { migrate } from './platform/database/migrate.ts';
import type { House } from './platform/house.ts';

const CLOSE_MS = 9_500;
const LAUNCHER_MS = 500;

// All nodes on a given database must seal alike, and outside production nobody may have said how.
const DEVELOPMENT_KEY = 'development-only-key-known-to-everybody';

type Close = () => Promise<void>;

/** What was opened, in the order of opening. */
const opened: Close[] = [];
let stopping = false;

async function start(config: Config): Promise<void> {
  const ground = config.databaseUrl ? givenGround(config.databaseUrl) : await embeddedGround(config);
  const settled = { ...config, databaseUrl: ground.databaseUrl, sealKey: config.sealKey ?? ground.sealKey };
  await migrate(settled.databaseUrl);
  if (settled.demo) {
    const { seedDemo } = await import('../../seeds/seed.ts');
    await seedDemo(settled.databaseUrl, settled);
  }
  const { createApp } = await import('./app.ts');
  const app = await createApp(settled);
  opened.push(() => app.close());
  announce(app.url, ground.place);
  if (settled.demo) await introduce(app.house);
  if (settled.sealKey === DEVELOPMENT_KEY)
    say('注意：没有设置 SEAL_KEY，联系方式用公开的开发密钥封存，只可用于开发和试用。');
}

/** Where the data lie. */
interface Ground {
  readonly databaseUrl: string;
  readonly place: string;
  /** For an installation that was given none. */
  readonly sealKey: string;
}

function givenGround(databaseUrl: string): Ground {
  return { databaseUrl, place: ' DATABASE_URL 指定的数据库', sealKey: DEVELOPMENT_KEY };
}

async function embeddedGround(config: Config): Promise<Ground> {
  say('正在启动随附的数据库 ……');
  const embedded = await startEmbedded(config.dataDir, say);
  opened.push(() => embedded.stop());
  return { databaseUrl: embedded.url, place: ` ${embedded.home}`, sealKey: embedded.sealKey };
}

function announce(url: string, place: string): void {
  const here = url.replace('//0.0.0.0:', '//127.0.0.1:').replace('//[::]:', '//127.0.0.1:');
  // For programs: this line keeps its form.
  say(`listening on ${here}`);
  say(`\n共治已启动，请用浏览器打开：${here}`);
  say(`数据在${place}，重新启动后仍在。`);
  say('按 Ctrl-C 停止。');
}

/** Says who one can be in the demo world. */
async function introduce({ database }: House): Promise<void> {
  const text = 'SELECT role_label AS role, where_label AS "where", login, password FROM demo_account ORDER BY position';
  const accounts = await database.query<Record<'role' | 'where' | 'login', string> & { password: string | null }>(
    'demo-introduction',
    text,
  );
  say('\n这是演示环境：人物和单位都是虚构的。可以用这些身份登录（首页有同样的说明）：');
  for (const { role, where, login } of accounts) say(`  ${login.padEnd(12)} ${role} · ${where}`);
  const password = accounts.find((account) => account.password !== null)?.password;
  if (password) say(`密码都是 ${password}；居民用手机号登录，验证码显示在首页。`);
  say('另开一个终端运行 npm run story，可以看一单从点单到销号、一次联席会议从召集到议定事项销号的全过程。');
}

/** Closes what was opened, last first, and ends the process. A second call changes nothing. */
async function stop(code: number): Promise<void> {
  if (stopping) return;
  stopping = true;
  setTimeout(() => process.exit(code === 0 ? 1 : code), CLOSE_MS).unref();
  for (const close of opened.reverse()) {
    await close().catch((error: unknown) => {
      console.error('停止时出错：', error);
      code = 1;
    });
  }
  process.exit(code);
}

/** The launcher forwards signals; if it is killed itself, nobody is left to do so. */
function followLauncher(pid: number | null): void {
  if (pid === null || process.ppid !== pid) return;
  setInterval(() => {
    if (process.ppid !== pid) void stop(0);
  }, LAUNCHER_MS).unref();
}

function say(line: string): void {
  console.log(line);
}

function reasonOf(error: unknown, config: Config): string {
  if (!(error instanceof Error)) return `启动失败：${String(error)}`;
  const port = String(config.port);
  if (failsToListen(error, 'EADDRINUSE'))
    return `端口 ${port} 已被占用。请停止占用它的程序，或换一个端口：PORT=4001 npm start`;
  if (failsToListen(error, 'EACCES')) return `没有权限使用端口 ${port}。请换一个大于 1023 的端口：PORT=4001 npm start`;
  const detailed = config.logLevel === 'debug' || config.logLevel === 'trace';
  return `启动失败：${detailed ? String(error.stack) : error.message}`;
}

function failsToListen(error: NodeJS.ErrnoException, code: string): boolean {
  return error.code === code && error.syscall === 'listen';
}

function readConfig(): Config {
  try {
    return loadConfig();
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    console.error(error.message);
    process.exit(1);
  }
}

const config = readConfig();
for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void stop(0));
for (const fault of ['uncaughtException', 'unhandledRejection'] as const) {
  process.on(fault, (error: unknown) => {
    console.error('程序出现未预料的错误，即将停止：', error);
    void stop(1);
  });
}
followLauncher(config.launcher);
try {
  await start(config);
} catch (error) {
  // Whoever was told to stop while starting has nothing to explain.
  if (!stopping) console.error(reasonOf(error, config));
  await stop(1);
}
