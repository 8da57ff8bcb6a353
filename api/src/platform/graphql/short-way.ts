import { performance } from 'node:perf_hooks';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { secondsSince, type Metrics } from '../http/metrics.ts';
import type { GraphqlBody } from '../http/json-body.ts';
import type { DataText } from '../reads/plan/executor.ts';
import { operationKey } from '../reads/plan/plans.ts';
import type { Context } from './context.ts';
import type { ContextOf } from './gatekeeper.ts';
import type { Documents } from './documents.ts';
import { hashIn } from './trusted.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Answers an operation by its key where a call like it was admitted and planned before. */
export type AnswerKnown = (operation: string, variables: Variables, context: Context) => Promise<DataText | null>;

interface Parts {
  readonly documents: Documents;
  readonly answer: AnswerKnown;
  readonly context: ContextOf;
  readonly metrics: Metrics | undefined;
}

const REMEMBERED = 50;

/**
 * Known documents, named by their hash, go around Apollo once a call like theirs went through it: the same document, kind of
 * viewer and form of variables, which is all that limits and rights look at. The answer is the same to the byte. Whatever is not plain is Apollo's.
 */
export class ShortWay {
  /** Content types by `Accept` header, as Apollo chose them. */
  private readonly types = new Map<string, string>();
  private readonly names: ReadonlyMap<string, string>;

  constructor(private readonly parts: Parts) {
    this.names = new Map(
      [...parts.documents].map(([hash, text]) => [hash, /\bquery\s+(\w+)/.exec(text)?.[1] ?? 'other']),
    );
  }

  /** The text of the answer, or null; then nothing was answered. Throws what passes: Apollo tells of it. */
  async answer(body: GraphqlBody, request: FastifyRequest, reply: FastifyReply): Promise<string | null> {
    const began = performance.now();
    const type = this.types.get(request.headers.accept ?? '');
    const hash = this.knownHash(body);
    if (type === undefined || hash === null) return null;
    const data = await this.dataOf(hash, body, await this.parts.context(request, reply, false));
    if (data === null) return null;
    this.parts.metrics?.operation(this.names.get(hash) ?? 'other', 'query', 'OK', secondsSince(began));
    void reply.code(200).header('content-type', type).header('cache-control', 'no-store');
    return `{"data":${data.text}}`;
  }

  private dataOf(hash: string, { operationName, variables }: GraphqlBody, context: Context): Promise<DataText | null> {
    return this.parts.answer(operationKey(hash, operationName), variables ?? {}, context);
  }

  private knownHash({ query, extensions }: GraphqlBody): string | null {
    const hash = query ? null : hashIn(extensions?.['persistedQuery']);
    return hash !== null && this.parts.documents.has(hash) ? hash : null;
  }

  /** Learns what Apollo answers to an `Accept` header. */
  learn({ headers }: FastifyRequest, status: number, type: string | undefined): void {
    if (status !== 200 || type === undefined) return;
    const accept = headers.accept ?? '';
    this.types.delete(accept);
    this.types.set(accept, type);
    if (this.types.size > REMEMBERED) this.types.delete(this.types.keys().next().value!);
  }
}
