import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { NOBODY, type Viewer } from './kernel/viewer.ts';
import type { Config } from './platform/config/config.ts';
import { projectRoot } from './platform/config/root.ts';
import { openDatabase, type Database } from './platform/database/database.ts';
import { discover, type Discovered } from './platform/discovery.ts';
import { openFeed } from './platform/feed/feed.ts';
import { mountSocket } from './platform/feed/socket.ts';
import { byPlans, fieldByField, type Answering } from './platform/graphql/answering.ts';
import { GRAPHQL_PATH, mountApollo } from './platform/graphql/apollo.ts';
import { Context } from './platform/graphql/context.ts';
import { readDocuments, type Documents } from './platform/graphql/documents.ts';
import type { ContextOf } from './platform/graphql/gatekeeper.ts';
import { checkOperation } from './platform/graphql/limits.ts';
import { Questions } from './platform/graphql/questions.ts';
import { buildHouseSchema, type HouseSchema } from './platform/graphql/schema.ts';
import { mountHealth } from './platform/http/health.ts';
import { mountHome } from './platform/http/home.ts';
import { createMetrics, type Metrics } from './platform/http/metrics.ts';
import { createServer } from './platform/http/server.ts';
import { mountWeb, withPageDocuments } from './platform/http/web.ts';
import type { House } from './platform/house.ts';
import type { Verb } from './platform/process/verb.ts';
import { Journal } from './platform/audit/journal.ts';
import { deadlineRound, keyRound, startRounds } from './platform/process/rounds.ts';
import { provisionalRound } from './platform/process/provisional.ts';
import { Sealer } from './platform/seal/sealer.ts';
import type { Authenticator } from './platform/session/authenticator.ts';
import { tokenOf } from './platform/session/carrier.ts';

/** A configuration in which everything is settled that the application needs. */
export type AppConfig = Config & { readonly databaseUrl: string; readonly sealKey: string };

export interface AppOptions {
  /** The clock; tests move it. */
  readonly now?: () => Date;
  /** The database is a test's: it may lose data in a crash. */
  readonly relaxed?: boolean;
  /** Known documents, in the place of those in schema/documents. */
  readonly documents?: Documents;
  /** Verbs beside those that are found; tests make them up. */
  readonly verbs?: readonly Verb[];
}

export interface App {
  readonly url: string;
  readonly house: House;
  close(): Promise<void>;
}

/** Where the pages are built into. */
const PAGES = join(projectRoot(), 'dist', 'web');

async function knownDocuments(): Promise<Documents> {
  return withPageDocuments(PAGES, await readDocuments(join(projectRoot(), 'schema', 'documents')));
}

export const MODULES = join(import.meta.dirname, 'modules');

/** The one place where the house is put together. Resolves when it answers. */
export async function createApp(config: AppConfig, options: AppOptions = {}): Promise<App> {
  const { modules, verbs } = await discover(MODULES);
  const found = { modules, verbs: [...verbs, ...(options.verbs ?? [])] };
  const built = await buildHouseSchema(found);
  const server = createServer({ config, log: { level: config.logLevel } });
  const database = await databaseFor(config, found, options);
  const documents = options.documents ?? (await knownDocuments());
  const answering = answeringOf(config, found, built);
  const questions = new Questions({ ...built, executor: answering.executor });
  const now = options.now ?? (() => new Date());
  const house = await openHouse({ ...{ config, database, found, server, documents }, now, questions });
  await mount(server, { house, found, built, answering });
  const modulesRounds = found.modules.flatMap((module) => module.rounds ?? []);
  const stopRounds = startRounds(house, [
    deadlineRound(config.sweepSeconds),
    keyRound,
    provisionalRound,
    ...modulesRounds,
  ]);
  const running = found.modules.flatMap((module) => module.runs?.(house) ?? []);
  const close = async () => {
    await server.close();
    await stopRounds();
    await Promise.all(running.map((one) => one.close()));
    await house.feed.close();
    await database.close();
  };
  try {
    return { url: await server.listen({ port: config.port, host: config.host }), house, close };
  } catch (error) {
    await close();
    throw error;
  }
}

function databaseFor(config: AppConfig, { modules }: Discovered, { relaxed = false }: AppOptions): Promise<Database> {
  const own = config.databaseAppUrl;
  const rows = modules.flatMap((module) => module.rows ?? []);
  const login = own === null ? { url: config.databaseUrl } : { url: own, role: null };
  return openDatabase({ ...login, rows, poolSize: config.poolSize, relaxed });
}

interface Foundation {
  readonly config: AppConfig;
  readonly database: Database;
  readonly found: Discovered;
  readonly server: FastifyInstance;
  readonly documents: Documents;
  readonly now: () => Date;
  readonly questions: Questions;
}

function answeringOf({ readPlans }: AppConfig, { verbs }: Discovered, { schema, roots }: HouseSchema): Answering {
  return readPlans ? byPlans({ schema, roots, verbs }) : fieldByField({ schema, roots, verbs });
}

async function openHouse(foundation: Foundation): Promise<House> {
  const { config, database, found, server, documents, now, questions } = foundation;
  const { modules, verbs } = found;
  const store = theOne('calendar', found, (module) => module.calendar)(database);
  return {
    ...{ config, database, verbs, documents, now, questions, log: server.log },
    cases: modules.flatMap((module) => module.cases ?? []),
    obligations: modules.flatMap((module) => module.obligations ?? []),
    feed: await openFeed({ database, log: server.log }),
    sealer: new Sealer(config.sealKey),
    journal: new Journal(database, now),
    calendar: () => store.calendar(),
  };
}

/** What exactly one module of the house must offer. */
function theOne<T>(
  what: string,
  { modules }: Discovered,
  pick: (module: Discovered['modules'][number]) => T | undefined,
): T {
  const offers = modules.flatMap((module) => pick(module) ?? []);
  if (offers.length !== 1) throw new Error(`Exactly one module must offer "${what}", not ${String(offers.length)}`);
  return offers[0] as T;
}

interface Parts {
  readonly house: House;
  readonly found: Discovered;
  readonly built: HouseSchema;
  readonly answering: Answering;
}

async function mount(server: FastifyInstance, { house, found, built, answering }: Parts): Promise<void> {
  const authenticator = theOne('authenticator', found, (module) => module.authenticator)(house);
  let draining = false;
  server.addHook('preClose', async () => void (draining = true));
  server.decorateRequest('viewer', null as unknown as Viewer);
  server.addHook('preHandler', async (request) => {
    // GraphQL guesses first, and proves with what it asks.
    if (request.routeOptions.url !== GRAPHQL_PATH) request.viewer = await viewerOf(request, authenticator);
  });
  const metrics = metricsOf(server, house);
  mountHealth(server, { checks: checksOf(house), draining: () => draining, metrics });
  const { schema, rules } = built;
  answering.expose(metrics);
  const context: ContextOf = async (request, reply, certain) => {
    const token = tokenOf(request.headers);
    const guess = certain || !token ? null : authenticator.guess(token);
    const viewer = guess?.viewer ?? (await viewerOf(request, authenticator));
    return Object.assign(new Context(house, viewer, request.id, { request, reply }), { guess });
  };
  const { documents } = house;
  await mountApollo(server, { schema, config: house.config, context, documents, rules, metrics, ...answering });
  await mountSocket(server, {
    ...{ house, authenticator, schema, checkOperation, documents },
    answerNotice: answering.answerNotice,
    trustedDocumentsOnly: house.config.trustedDocumentsOnly,
    topics: found.modules.flatMap((module) => module.topics?.(house) ?? []),
    rules: Object.fromEntries(rules),
    origins: house.config.origins,
    limits: { sockets: house.config.maxSockets },
  });
  for (const module of found.modules) await module.routes?.(server, house);
  await mountWeb(server, PAGES);
  mountFront(server, house, found);
}

function mountFront(server: FastifyInstance, house: House, found: Discovered): void {
  const demo = house.config.demo ? theOne('demo', found, (module) => module.demo)(house) : undefined;
  const ready = () => Promise.resolve(house.feed.ready());
  mountHome(server, { version: versionOf(), ready, ...(demo && { demo }) });
}

async function viewerOf(request: FastifyRequest, authenticator: Authenticator): Promise<Viewer> {
  const token = tokenOf(request.headers);
  return (token && (await authenticator.viewerOf(token))?.viewer) || NOBODY;
}

function checksOf({ database, feed }: House) {
  return {
    database: () => database.query('ready', 'SELECT 1'),
    feed: () => (feed.ready() ? Promise.resolve() : Promise.reject(new Error('the feed is behind'))),
  };
}

function metricsOf(server: FastifyInstance, { feed, database }: House): Metrics {
  const metrics = createMetrics(server);
  for (const [name, value] of Object.entries(feed.metrics))
    if (typeof value === 'number')
      metrics.gauge(`gongzhi_feed_${name}`, `Feed: ${name}`, () =>
        Number(feed.metrics[name as keyof typeof feed.metrics]),
      );
  metrics.gauge('gongzhi_pool_total', 'Connections of the pool', () => database.pool.totalCount);
  metrics.gauge('gongzhi_pool_waiting', 'Callers that wait for a connection', () => database.pool.waitingCount);
  return metrics;
}

function versionOf(): string {
  return (JSON.parse(readFileSync(join(projectRoot(), 'package.json'), 'utf8')) as { version: string }).version;
}
