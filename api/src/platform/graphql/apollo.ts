import { ApolloServer, HeaderMap, type HTTPGraphQLResponse } from '@apollo/server';
import { ApolloServerPluginCacheControlDisabled, ApolloServerPluginInlineTraceDisabled, ApolloServerPluginLandingPageDisabled, ApolloServerPluginUsageReportingDisabled } from '@apollo/server/plugin/disabled'; // prettier-ignore
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { GraphQLError } from 'graphql';
import { Refusal } from '../../kernel/refusal.ts';
import { type GraphqlBody, routeGraphql } from '../http/json-body.ts';
import { Disproved } from '../session/guess.ts';
import type { Context, Exchange } from './context.ts';
import { FAULT_STATUS, RETRY_AFTER_SECONDS, shownError, shownFault } from './errors.ts';
import { causesOf } from './fault.ts';
import { gatekeeper, type Incidents, type Mount } from './gatekeeper.ts';
import { gatewayOf } from './gateway.ts';
import { stringifyResult } from './result-text.ts';
import { ShortWay } from './short-way.ts';
import { chooseDocument } from './trusted.ts';

export const GRAPHQL_PATH = '/graphql';

/**
 * Serves GraphQL queries and mutations at POST `/graphql`. Errors are GraphQL errors with a stable code; statuses: 400 broken
 * request, 401 `NOT_SIGNED_IN`, 403 `NOT_ALLOWED` or unknown document, 503 `BUSY` or `STORAGE_FULL` with Retry-After,
 * 500 `INTERNAL` when there is no data, otherwise 200. Stops with `app`, after the last answer.
 */
export async function mountApollo(app: FastifyInstance, mount: Mount): Promise<void> {
  const incidents: Incidents = new WeakMap();
  const server = serverFor(app, mount, incidents);
  await server.start();
  app.addHook('onClose', () => server.stop());
  const shortWay = shortWayOf(mount);
  await routeGraphql(app, GRAPHQL_PATH, async (body, request, reply) => {
    let context = (certain: boolean) => contextFor(mount, { request, reply }, certain);
    const known = await shortWay?.answer(body, request, reply).catch((error: unknown) => {
      // Not asked a second time: Apollo says what it is. A wrong guess is no fault; whoever asks is looked up below.
      if (!(error instanceof Disproved)) context = () => Promise.reject(contextError(error, request));
    });
    if (known) return reply.send(known);
    const query = chooseDocument(body, mount.documents, mount.config.trustedDocumentsOnly);
    const answer = await surely((made) =>
      server.executeHTTPGraphQLRequest({
        httpGraphQLRequest: { method: 'POST', headers: headersOf(request), search: '', body: bodyOf(body, query) },
        context: async () => made(await context(made.certain)),
      }),
    );
    shortWay?.learn(request, answer.status ?? 200, answer.headers.get('content-type'));
    return sendAnswer(reply, answer);
  });
}

/** Takes note of the context of an attempt, and says whether it must be certain who asks. */
type Made = ((context: Context) => Context) & { readonly certain: boolean };

/** Lets an attempt be made for whoever is guessed to ask; what no statement proved meanwhile is proved now, or the attempt made anew. */
async function surely<T>(attempt: (made: Made) => Promise<T>): Promise<T> {
  let context: Context | null = null;
  const note = (certain: boolean): Made => Object.assign((made: Context) => (context = made), { certain });
  const answer = await attempt(note(false));
  try {
    await (context as Context | null)?.prove();
    return answer;
  } catch {
    return attempt(note(true));
  }
}

function shortWayOf({ documents, answerKnown, context, metrics }: Mount): ShortWay | null {
  return answerKnown ? new ShortWay({ documents, answer: answerKnown, context, metrics }) : null;
}

function serverFor(app: FastifyInstance, mount: Mount, incidents: Incidents): ApolloServer<Context> {
  const { schema, config, executor } = mount;
  return new ApolloServer<Context>({
    gateway: gatewayOf(schema, executor),
    stringifyResult,
    nodeEnv: 'production',
    introspection: !config.production,
    hideSchemaDetailsFromClientErrors: config.production,
    includeStacktraceInErrorResponses: false,
    parseOptions: { maxTokens: 1000 },
    validationOptions: { maxErrors: 5 },
    // Known documents are resolved before Apollo; nobody can register one.
    persistedQueries: false,
    csrfPrevention: true,
    allowBatchedHttpRequests: false,
    stopOnTerminationSignals: false,
    logger: app.log,
    formatError: (formatted, error) => {
      const known = causesOf(error).find((cause) => incidents.has(cause));
      return shownError(formatted, error, (known && incidents.get(known)) ?? { requestId: '-', log: app.log });
    },
    plugins: [
      ApolloServerPluginCacheControlDisabled(),
      ApolloServerPluginInlineTraceDisabled(),
      ApolloServerPluginLandingPageDisabled(),
      ApolloServerPluginUsageReportingDisabled(),
      gatekeeper(mount, incidents, app.log),
    ],
  });
}

/** Makes the context; a fault in it is answered like any other, not as Apollo's "Context creation failed". */
async function contextFor(mount: Mount, { request, reply }: Exchange, certain: boolean): Promise<Context> {
  try {
    return await mount.context(request, reply, certain);
  } catch (error) {
    throw contextError(error, request);
  }
}

function contextError(error: unknown, request: FastifyRequest): GraphQLError {
  if (error instanceof GraphQLError) return error;
  if (error instanceof Refusal) {
    const status = error.code === 'NOT_SIGNED_IN' ? 401 : 400;
    return new GraphQLError(error.message, { extensions: { code: error.code, http: { status } } });
  }
  const { message, extensions } = shownFault({}, error, { requestId: request.id, log: request.log });
  const status = FAULT_STATUS[String(extensions?.['code'])] ?? 500;
  const headers = new HeaderMap(status === 503 ? [['retry-after', String(RETRY_AFTER_SECONDS)]] : []);
  return new GraphQLError(message, { extensions: { ...extensions, http: { status, headers } } });
}

function headersOf({ headers }: FastifyRequest): HeaderMap {
  const entries = Object.entries(headers).filter(([, value]) => value !== undefined);
  return new HeaderMap(entries.map(([name, value]) => [name, Array.isArray(value) ? value.join(', ') : String(value)]));
}

function bodyOf({ operationName, variables }: GraphqlBody, query: string): Record<string, unknown> {
  return { query, ...(operationName && { operationName }), ...(variables && { variables }) };
}

async function sendAnswer(reply: FastifyReply, { status, headers, body }: HTTPGraphQLResponse): Promise<FastifyReply> {
  for (const [name, value] of headers) void reply.header(name, value);
  void reply.code(status ?? 200).header('cache-control', 'no-store');
  if (body.kind === 'complete') return reply.send(body.string);
  throw new Error('incremental delivery is not in use');
}
