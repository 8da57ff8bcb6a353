import { randomUUID } from 'node:crypto';
import type pg from 'pg';
import { v7 } from 'uuid';
import { createApp, type App } from '../../api/src/app.ts';
import type { Role } from '../../api/src/kernel/viewer.ts';
import {
  hashPassword,
  insertPersons,
  insertPosts,
  useSms,
  type NewPerson,
} from '../../api/src/modules/identity/index.ts';
import { loadConfig } from '../../api/src/platform/config/config.ts';
import { seedDivisions } from '../../seeds/divisions.seed.ts';
import { freshDatabase, onServer, quietPool } from './database.ts';

export const PASSWORD = '清风 lamp 九十九 paper';
export const DISTRICT = '610303000000';
export const STREET = '610303001000';
export const COMMUNITY = '610303001002';

type Json = Record<string, never>;
export interface Reply {
  readonly status: number;
  readonly data: Json | null;
  readonly code: string | undefined;
  readonly cookie: string | null;
}

/** The whole house on a database of its own, with a clock that tests move and a telephone network that tests can read. */
export class IdentityApp {
  readonly sent = new Map<string, string>();
  private ahead = 0;

  private constructor(
    readonly app: App,
    readonly sql: pg.Pool,
    private readonly drop: () => Promise<void>,
  ) {}

  static async open(): Promise<IdentityApp> {
    const own = await freshDatabase();
    await onServer(own.url, (client) => seedDivisions(client));
    const settings = { PORT: '0', HOST: '127.0.0.1', DATABASE_URL: own.url, DEMO: '0', LOG_LEVEL: 'error' };
    const config = loadConfig({ ...settings, SEAL_KEY: randomUUID(), SWEEP_SECONDS: '3600' });
    const clock = { now: () => new Date() };
    const app = await createApp(
      { ...config, databaseUrl: own.url, sealKey: config.sealKey! },
      { now: () => clock.now(), relaxed: true },
    );
    const sql = quietPool(own.url);
    const made = new IdentityApp(app, sql, own.drop);
    clock.now = () => made.now();
    useSms(app.house, {
      send: (phone, text) => {
        made.sent.set(phone, /\d{6}/.exec(text)![0]);
        return Promise.resolve();
      },
    });
    return made;
  }

  now(): Date {
    return new Date(Date.now() + this.ahead);
  }

  later(minutes: number): void {
    this.ahead += minutes * 60_000;
  }

  /** An official with an account and posts, each at a place that fits the role. */
  async official(
    posts: readonly (readonly [Role, string, Date?])[] = [],
    more: Partial<NewPerson> = {},
  ): Promise<Official> {
    const { sealer } = this.app.house;
    const id = v7();
    const username = `u${id.replaceAll('-', '').slice(-12)}`;
    const run = (_: string, text: string, values: readonly unknown[]) => this.sql.query(text, [...values]);
    const createdAt = this.now();
    const person = { id, kind: 'STAFF', name: '示例甲', username, passwordHash: await knownHash(), createdAt } as const;
    await insertPersons(run, sealer, [{ ...person, ...more }]);
    const startsAt = new Date(createdAt.getTime() - 86_400_000);
    const rows = posts.map(([role, scope, endsAt], index) => ({
      ...{ id: v7(), personId: id, role, scope, endsAt: endsAt ?? null },
      startsAt: new Date(startsAt.getTime() + index * 1000),
    }));
    await insertPosts(run, rows);
    return { id, username, posts: rows.map((row) => row.id) };
  }

  async ask(query: string, variables: object = {}, headers: Record<string, string> = {}): Promise<Reply> {
    const response = await fetch(`${this.app.url}/graphql`, {
      ...{ method: 'POST', headers: { 'content-type': 'application/json', ...headers } },
      body: JSON.stringify({ query, variables }),
    });
    const body = (await response.json()) as {
      data?: Json;
      errors?: { message: string; extensions: { code: string } }[];
    };
    return {
      ...{ status: response.status, data: body.data ?? null, cookie: response.headers.get('set-cookie') },
      code: body.errors?.[0]?.extensions.code,
    };
  }

  /** Calls a mutation and gives what its payload shows, or the code of the refusal. */
  async call(name: string, input: object | null, shown: string, token?: string): Promise<Told> {
    const type = name.charAt(0).toUpperCase() + name.slice(1);
    const [head, argument] = input ? [`($input: ${type}Input!)`, '(input: $input)'] : ['', ''];
    const query = `mutation ${head} { ${name}${argument} { ${shown} userErrors { code message path } } }`;
    const reply = await this.ask(query, { input }, token ? bearer(token) : {});
    const payload = (reply.data as Record<string, Told['payload']> | null)?.[name] ?? null;
    const [error] = payload?.userErrors ?? [];
    return {
      reply,
      payload,
      code: error?.code ?? reply.code ?? null,
      message: error?.message ?? null,
      path: error?.path ?? null,
    };
  }

  login(username: string, password = PASSWORD): Promise<Told> {
    return this.call('sessionLogin', { username, password, carrier: 'BEARER' }, SESSION);
  }

  async tokenOf(username: string): Promise<string> {
    const { payload } = await this.login(username);
    return (payload as unknown as { session: { token: string } }).session.token;
  }

  viewer(token: string): Promise<Reply> {
    return this.ask(
      '{ viewer { id person { displayName } post { role scopeName } posts { role roleLabel } } }',
      {},
      bearer(token),
    );
  }

  async isIn(token: string): Promise<boolean> {
    return (await this.viewer(token)).data!['viewer'] !== null;
  }

  async close(): Promise<void> {
    await this.sql.end();
    await this.app.close();
    await this.drop();
  }
}

interface Official {
  readonly id: string;
  readonly username: string;
  readonly posts: readonly string[];
}

export interface Told {
  readonly reply: Reply;
  readonly payload:
    (Record<string, unknown> & { userErrors: { code: string; message: string; path: string[] }[] }) | null;
  readonly code: string | null;
  readonly message: string | null;
  readonly path: readonly string[] | null;
}

export const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
export const SESSION = 'session { token expiresAt viewer { id person { displayName } post { role } } }';

let known: Promise<string> | undefined;
const knownHash = () => (known ??= hashPassword(PASSWORD));
