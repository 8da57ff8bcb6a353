import { performance } from 'node:perf_hooks';
import type { ApolloServerPlugin, GraphQLRequestContext, GraphQLRequestListener } from '@apollo/server';
import type { FastifyBaseLogger, FastifyReply, FastifyRequest } from 'fastify';
import type { GraphQLSchema } from 'graphql';
import type { Metrics } from '../http/metrics.ts';
import { secondsSince } from '../http/metrics.ts';
import type { Context } from './context.ts';
import type { Documents } from './documents.ts';
import { FAULT_STATUS, type Incident, refusedOperation, RETRY_AFTER_SECONDS } from './errors.ts';
import type { WasAdmitted } from './answering.ts';
import type { Executor } from './gateway.ts';
import type { AnswerKnown } from './short-way.ts';
import { checkRootRules, type RootRules } from './guard.ts';
import { checkOperation } from './limits.ts';
import { operationKey } from '../reads/plan/plans.ts';

/** What GraphQL over HTTP needs of the configuration. */
export interface ApolloConfig {
  /** Hides the schema: no introspection, no suggestions. */
  readonly production: boolean;
  /** Refuses every document that is not in the list. */
  readonly trustedDocumentsOnly: boolean;
}

/** Makes the context of a call; it may guess who asks, unless it must be certain. */
export type ContextOf = (request: FastifyRequest, reply: FastifyReply, certain: boolean) => Promise<Context>;

export interface Mount {
  readonly schema: GraphQLSchema;
  readonly config: ApolloConfig;
  readonly context: ContextOf;
  readonly documents: Documents;
  readonly rules: RootRules;
  readonly executor: Executor;
  readonly wasAdmitted?: WasAdmitted | null;
  /** Answers known documents around Apollo. */
  readonly answerKnown?: AnswerKnown | null;
  readonly metrics?: Metrics;
}

/** Which request an error belongs to: Apollo's formatError is not told. */
export type Incidents = WeakMap<Error, Incident>;

type Request = GraphQLRequestContext<Context>;

/** Stands before every execution over HTTP: size, rights, and afterwards the status of faults and the figures. */
export function gatekeeper(mount: Mount, incidents: Incidents, log: FastifyBaseLogger): ApolloServerPlugin<Context> {
  const known = namesIn(mount.documents);
  const listener = (started: number): GraphQLRequestListener<Context> => ({
    didResolveOperation: async (request) => admit(mount, request),
    didEncounterErrors: async ({ errors, contextValue }) => {
      const incident = { requestId: contextValue.requestId, log: contextValue.exchange?.request.log ?? log };
      for (const error of errors) incidents.set(error, incident);
    },
    willSendResponse: async (request) => {
      const codes = codesOf(request);
      setStatus(request, codes);
      count(mount.metrics, known, request, codes[0] ?? 'OK', secondsSince(started));
    },
  });
  return { requestDidStart: async () => listener(performance.now()) };
}

function admit(mount: Mount, { document, operation, request, queryHash, contextValue }: Request): void {
  // Apollo comes here with an unknown operationName too and answers that itself.
  if (!document || !operation) return;
  const { schema, config, rules } = mount;
  const key = operationKey(queryHash ?? '', request.operationName);
  if (mount.wasAdmitted?.(key, request.variables ?? {}, contextValue.viewer)) return;
  if (operation.operation === 'subscription') {
    throw refusedOperation('BAD_REQUEST', '订阅请通过 WebSocket 连接发送。');
  }
  checkOperation(schema, document, operation, request.variables, { introspection: !config.production });
  checkRootRules(rules, document, operation, contextValue.viewer);
}

function codesOf({ response }: Request): readonly string[] {
  if (response.body?.kind !== 'single') return [];
  return (response.body.singleResult.errors ?? []).map(({ extensions }) => String(extensions?.['code']));
}

/** A caller is told to come back whenever a part of the answer is missing because the house was busy. */
function setStatus({ response }: Request, codes: readonly string[]): void {
  const busy = codes.some((code) => FAULT_STATUS[code] === 503);
  if (busy) response.http.headers.set('retry-after', String(RETRY_AFTER_SECONDS));
  if (busy) response.http.status = 503;
  else if (codes.includes('INTERNAL') && !hasData(response)) response.http.status = 500;
}

function hasData({ body }: Request['response']): boolean {
  return body?.kind === 'single' && !!body.singleResult.data;
}

/** Names of the operations in the list: a closed set, so that a caller cannot fill the memory with labels. */
function namesIn(documents: Documents): ReadonlySet<string> {
  const texts = [...documents.values()];
  return new Set(texts.flatMap((text) => [...text.matchAll(/\b(?:query|mutation)\s+(\w+)/g)].map(([, name]) => name!)));
}

// eslint-disable-next-line max-params -- one observation
function count(
  metrics: Metrics | undefined,
  known: ReadonlySet<string>,
  { operation, operationName }: Request,
  outcome: string,
  seconds: number,
): void {
  const name = operationName && known.has(operationName) ? operationName : 'other';
  metrics?.operation(name, operation?.operation ?? 'query', outcome, seconds);
}
