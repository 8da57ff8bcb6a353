import { readFileSync } from 'node:fs';
import { isIP } from 'node:net';
import { isAbsolute, join } from 'node:path';
import { z } from 'zod';
import { projectRoot } from './root.ts';

const LOG_LEVELS = ['fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent'] as const;

/** Everything that may differ from one installation to the next. Read once, at the start. */
export interface Config {
  /** 0 takes any free port. */
  readonly port: number;
  readonly host: string;
  /** The owner of the database; null: run the embedded one. */
  readonly databaseUrl: string | null;
  /** A login of the application's own; null: the owner's login, working as role `gongzhi_app`. */
  readonly databaseAppUrl: string | null;
  /** Absolute. */
  readonly dataDir: string;
  readonly production: boolean;
  /** Invented people and orders with published passwords. Never in production. */
  readonly demo: boolean;
  /** Seals contact details. Null outside production only: the embedded database then keeps a key of its own beside its files. */
  readonly sealKey: string | null;
  /** Browsers reach us by https: strict transport headers and secure cookies. */
  readonly https: boolean;
  /** Origins whose pages may call; empty: only the host that was called. */
  readonly origins: readonly string[];
  /** Addresses or CIDR ranges of proxies in front of us: without them all their clients look like one. */
  readonly trustedProxies: readonly string[];
  readonly trustedDocumentsOnly: boolean;
  /** Answers operations with one statement each where that is possible. Off, everything is executed field by field: to find out whether a plan is at fault. */
  readonly readPlans: boolean;
  readonly logLevel: (typeof LOG_LEVELS)[number];
  readonly poolSize: number;
  /** How often missed deadlines are looked for. */
  readonly sweepSeconds: number;
  readonly sessionIdleMinutes: { readonly staff: number; readonly resident: number };
  readonly sessionHours: number;
  readonly maxSockets: number;
  /** The process id of the launcher that started us; null when started directly. */
  readonly launcher: number | null;
}

/** The settings are not usable. The message names every fault, a line each. */
export class ConfigError extends Error {
  override readonly name = 'ConfigError';
}

const number = (low: number, high: number, fallback: number) =>
  z
    .string()
    .regex(/^\d{1,9}$/, `应为 ${String(low)} 到 ${String(high)} 之间的整数`)
    .transform(Number)
    .refine((value) => value >= low && value <= high, `应为 ${String(low)} 到 ${String(high)} 之间的整数`)
    .default(fallback);
const flag = z
  .enum(['0', '1'], '应为 0 或 1')
  .transform((value) => value === '1')
  .optional();
const databaseUrl = z
  .url({ protocol: /^postgres(ql)?$/, error: '应为 postgresql://用户:密码@主机:端口/库名' })
  .nullable()
  .default(null);
const sealKey = z.string().refine((value) => value.length >= 32, '至少 32 个字符');

const Environment = z.object({
  PORT: number(0, 65_535, 4000),
  HOST: z.string().default('0.0.0.0'),
  DATABASE_URL: databaseUrl,
  DATABASE_APP_URL: databaseUrl,
  DATABASE_POOL: number(2, 500, 16),
  DATA_DIR: z.string().default('.data'),
  NODE_ENV: z.string().default('development'),
  DEMO: flag,
  SEAL_KEY: sealKey.optional(),
  SEAL_KEY_FILE: z.string().transform(readKey).optional(),
  HTTPS: flag.default(false),
  ALLOWED_ORIGINS: z.string().transform(readOrigins).default([]),
  TRUSTED_PROXIES: z.string().transform(readProxies).default([]),
  TRUSTED_DOCUMENTS_ONLY: flag,
  READ_PLANS: flag.default(true),
  LOG_LEVEL: z.enum(LOG_LEVELS, `应为 ${LOG_LEVELS.join('、')} 之一`).optional(),
  SWEEP_SECONDS: number(1, 3600, 1),
  SESSION_IDLE_MINUTES_STAFF: number(1, 1440, 30),
  SESSION_IDLE_MINUTES_RESIDENT: number(1, 1440, 30),
  SESSION_HOURS: number(1, 720, 12),
  MAX_SOCKETS: number(1, 100_000, 5000),
  LAUNCHER_PID: z.string().regex(/^\d+$/).transform(Number).optional(),
});

type Environment = z.infer<typeof Environment>;

function readKey(file: string, context: z.RefinementCtx): string {
  try {
    const key = readFileSync(file, 'utf8').trim();
    if (key.length >= 32) return key;
    context.addIssue({ code: 'custom', message: '文件中的密钥至少 32 个字符' });
  } catch (error) {
    context.addIssue({
      code: 'custom',
      message: `读不到文件 ${file}（${(error as NodeJS.ErrnoException).code ?? '原因不明'}）`,
    });
  }
  return z.NEVER;
}

function readProxies(list: string, context: z.RefinementCtx): readonly string[] {
  const proxies = list.split(',').map((proxy) => proxy.trim());
  for (const proxy of proxies.filter((one) => isIP(one.replace(/\/\d{1,3}$/, '')) === 0))
    context.addIssue({ code: 'custom', message: `“${proxy}”不是地址，应如 10.0.0.5 或 10.0.0.0/24` });
  return proxies;
}

function readOrigins(list: string, context: z.RefinementCtx): readonly string[] {
  const origins = list.split(',').map((origin) => origin.trim());
  for (const origin of origins) {
    if (!URL.canParse(origin) || new URL(origin).origin !== origin) {
      context.addIssue({
        code: 'custom',
        message: `“${origin}”不是网址来源，应如 https://gongzhi.example.cn，末尾没有斜杠`,
      });
    }
  }
  return origins;
}

/**
 * Reads the settings from environment variables; an empty one counts as missing.
 * @throws ConfigError naming all faults together.
 */
export function loadConfig(env: Readonly<Record<string, string | undefined>> = process.env): Config {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value?.trim()));
  const parsed = Environment.safeParse(given);
  const faults = parsed.success
    ? contradictions(parsed.data)
    : parsed.error.issues.map((issue) => `${issue.path.join('.')}：${issue.message}`);
  if (!parsed.success || faults.length > 0)
    throw new ConfigError(['配置有误，没有启动：', ...faults.map((fault) => `  - ${fault}`)].join('\n'));
  return deepFreeze(asConfig(parsed.data));
}

function contradictions(env: Environment): string[] {
  const production = env.NODE_ENV === 'production';
  const keys = [env.SEAL_KEY, env.SEAL_KEY_FILE].filter((key) => key !== undefined).length;
  const faults: readonly (readonly [boolean, string])[] = [
    [keys === 2, 'SEAL_KEY：和 SEAL_KEY_FILE 只能设置一个'],
    [production && keys === 0, 'SEAL_KEY：生产环境必须设置（或用 SEAL_KEY_FILE 指定文件），它保护居民的联系方式'],
    [production && env.DEMO === true, 'DEMO：生产环境不得写入演示数据，其中账号的密码是公开的'],
    [
      env.DATABASE_APP_URL !== null && env.DATABASE_URL === null,
      'DATABASE_APP_URL：须与 DATABASE_URL（表的所有者，用于升级）一起设置',
    ],
  ];
  return faults.filter(([wrong]) => wrong).map(([, fault]) => fault);
}

// eslint-disable-next-line complexity -- a default each, nothing is decided
function asConfig(env: Environment): Config {
  const production = env.NODE_ENV === 'production';
  const demo = env.DEMO ?? (env.DATABASE_URL === null && !production);
  return {
    port: env.PORT,
    host: env.HOST,
    databaseUrl: env.DATABASE_URL,
    databaseAppUrl: env.DATABASE_APP_URL,
    dataDir: isAbsolute(env.DATA_DIR) ? env.DATA_DIR : join(projectRoot(), env.DATA_DIR),
    production,
    demo,
    sealKey: env.SEAL_KEY ?? env.SEAL_KEY_FILE ?? null,
    https: env.HTTPS,
    origins: env.ALLOWED_ORIGINS,
    trustedProxies: env.TRUSTED_PROXIES,
    trustedDocumentsOnly: env.TRUSTED_DOCUMENTS_ONLY ?? production,
    readPlans: env.READ_PLANS,
    logLevel: env.LOG_LEVEL ?? (demo ? 'warn' : 'info'),
    poolSize: env.DATABASE_POOL,
    sweepSeconds: env.SWEEP_SECONDS,
    sessionIdleMinutes: { staff: env.SESSION_IDLE_MINUTES_STAFF, resident: env.SESSION_IDLE_MINUTES_RESIDENT },
    sessionHours: env.SESSION_HOURS,
    maxSockets: env.MAX_SOCKETS,
    launcher: env.LAUNCHER_PID ?? null,
  };
}

function deepFreeze(config: Config): Config {
  for (const value of Object.values(config)) Object.freeze(value);
  return Object.freeze(config);
}
