import type { IncomingMessage } from 'node:http';
import type { FastifyInstance, FastifyReply, FastifyRequest, HTTPMethods } from 'fastify';
import { faultInValue, isPlainText } from '../graphql/plain-value.ts';

/** A GraphQL request whose form has been checked. */
export interface GraphqlBody {
  readonly query?: string;
  readonly operationName?: string | null;
  readonly variables?: Readonly<Record<string, unknown>> | null;
  readonly extensions?: Readonly<Record<string, unknown>> | null;
}

/** Why a request is refused before GraphQL sees it. */
export class BadBody extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    sentence: string,
  ) {
    super(sentence);
  }
}

export const MAX_BODY = 64 * 1024;
const READ_MILLISECONDS = 10_000;
const JSON_TYPE = /^application\/json\s*(?:;\s*charset\s*=\s*"?utf-8"?\s*)?$/i;
const OTHER_METHODS: HTTPMethods[] = ['PUT', 'PATCH', 'DELETE', 'OPTIONS'];
const KEYS = new Set(['query', 'operationName', 'variables', 'extensions']);

const bad = (sentence: string, code = 'BAD_REQUEST') => new BadBody(400, code, sentence);
const tooLarge = () =>
  new BadBody(413, 'BODY_TOO_LARGE', `提交的内容太大，最多${MAX_BODY / 1024}KB，请分次提交；照片请用上传功能。`);

/** The answer to whoever uses a method that `/graphql` does not take. */
export function refuseMethod(reply: FastifyReply): FastifyReply {
  void reply.header('allow', 'POST');
  return refuse(reply, new BadBody(405, 'METHOD_NOT_ALLOWED', '这个地址只接受 POST 请求，请改用 POST。'));
}

/** A refusal in the shape of a GraphQL answer. */
export function refuse(reply: FastifyReply, { status, code, message }: BadBody): FastifyReply {
  const answer = { errors: [{ message, extensions: { code } }] };
  return reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer);
}

type Handler = (body: GraphqlBody, request: FastifyRequest, reply: FastifyReply) => Promise<FastifyReply>;

/**
 * Registers POST at `path` with a strict reader of its own, and 405 for every other method but GET: GET belongs to the
 * WebSocket, whose route refuses plain GET by `refuseMethod`. Fastify's own body parsers do not take part.
 */
export async function routeGraphql(app: FastifyInstance, path: string, handler: Handler): Promise<void> {
  await app.register((scope, _options, done) => {
    scope.removeAllContentTypeParsers();
    scope.addContentTypeParser('*', (_request: FastifyRequest, payload: IncomingMessage) => readBody(payload));
    scope.setErrorHandler((error, request, reply) => refuse(reply, asBadBody(error, request)));
    scope.route({
      method: OTHER_METHODS,
      url: path,
      onRequest: async (_request, reply) => refuseMethod(reply),
      handler: neverRuns,
    });
    scope.route({
      method: 'POST',
      url: path,
      onRequest: async (request) => checkHeaders(request),
      handler: (request, reply) => handler(parseBody(request.body), request, reply),
    });
    done();
  });
}

function neverRuns(): never {
  throw new Error('refused before the handler');
}

function asBadBody(error: unknown, request: FastifyRequest): BadBody {
  if (error instanceof BadBody) return error;
  const { statusCode = 500 } = error as { statusCode?: number };
  if (statusCode < 500) return new BadBody(statusCode, 'BAD_REQUEST', '请求格式不正确，请检查后重试。');
  request.log.error({ err: error }, 'request failed');
  return new BadBody(500, 'INTERNAL', `系统出了点问题，请稍后再试（编号 ${request.id}）`);
}

function checkHeaders({ headers }: FastifyRequest): void {
  if (!JSON_TYPE.test(headers['content-type'] ?? '')) {
    throw new BadBody(415, 'UNSUPPORTED_MEDIA_TYPE', '请求的 Content-Type 应为 application/json，编码为 utf-8。');
  }
  if (headers['content-encoding'] !== undefined) {
    throw new BadBody(415, 'UNSUPPORTED_ENCODING', '请求内容不能压缩，请去掉 Content-Encoding 后重试。');
  }
  if (Number(headers['content-length'] ?? 0) > MAX_BODY) throw tooLarge();
}

const tooSlow = () => new BadBody(408, 'BODY_TOO_SLOW', '提交的内容传输太慢，请检查网络后重试。');

/** Collects the bytes; a body that is too large or too slow is let run out without being kept. Never rejects, so that the connection lives on. */
async function readBody(payload: IncomingMessage): Promise<Buffer | BadBody> {
  const chunks: Buffer[] = [];
  return new Promise((resolve) => {
    let size = 0;
    const timer = setTimeout(() => resolve(tooSlow()), READ_MILLISECONDS);
    const finish = (outcome: Buffer | BadBody) => (clearTimeout(timer), resolve(outcome));
    payload.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size > MAX_BODY) finish(tooLarge());
      else chunks.push(chunk);
    });
    payload.on('end', () => finish(Buffer.concat(chunks)));
    payload.on('error', () => finish(bad('请求没有传完，请重试。')));
  });
}

function parseBody(raw: unknown): GraphqlBody {
  if (raw instanceof BadBody) throw raw;
  if (!Buffer.isBuffer(raw) || raw.length === 0) throw bad('请求没有内容，请提交 JSON 格式的查询。');
  const body = jsonOf(textOf(raw));
  if (!isRecord(body)) throw bad('请求内容应为一个 JSON 对象，不支持批量提交。');
  checkParts(body);
  const fault = faultInValue(body['variables']) ?? faultInValue(body['extensions']);
  if (fault) throw bad(fault, 'BAD_USER_INPUT');
  return body;
}

function textOf(raw: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(raw);
  } catch {
    throw bad('请求内容不是有效的 UTF-8 文字，请转换编码后重试。');
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    throw bad('请求内容不是有效的 JSON，请检查后重试。');
  }
}

function checkParts(body: Record<string, unknown>): void {
  const strange = Object.keys(body).some((key) => !KEYS.has(key));
  if (strange) throw bad('请求里只能有 query、operationName、variables 和 extensions，请去掉其他内容。');
  for (const key of ['query', 'operationName']) checkText(key, body[key]);
  for (const key of ['variables', 'extensions']) {
    if (!isAbsent(body[key]) && !isRecord(body[key])) throw bad(`请求里的 ${key} 应为一个 JSON 对象。`);
  }
  if (body['query'] === null) throw bad('请求里的 query 应为文字。');
}

function checkText(key: string, value: unknown): void {
  if (isAbsent(value)) return;
  if (typeof value !== 'string') throw bad(`请求里的 ${key} 应为文字。`);
  if (!isPlainText(value)) throw bad('提交的文字里有无法保存的字符，请删除后重试。', 'BAD_USER_INPUT');
}

function isAbsent(value: unknown): value is undefined | null {
  return value === undefined || value === null;
}

function isRecord(value: unknown): value is Record<string, unknown> {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}
