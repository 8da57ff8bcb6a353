import type { FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '../../kernel/refusal.ts';
import { FAULT_STATUS, faultSentence, RETRY_AFTER_SECONDS } from '../graphql/errors.ts';
import { faultOf } from '../graphql/fault.ts';

/** What a REST route answers when it says no: `{ code, message }`, the message in Chinese. */
export interface PlainAnswer {
  readonly code: string;
  readonly message: string;
}

const REFUSAL_STATUS: Readonly<Record<string, number>> = { NOT_SIGNED_IN: 401, NOT_ALLOWED: 403, NOT_FOUND: 404 };

const SENTENCES: Readonly<Record<number, readonly [code: string, sentence: string]>> = {
  404: ['NOT_FOUND', '没有这个页面或接口，请检查地址。'],
  405: ['METHOD_NOT_ALLOWED', '这个地址不接受这种请求方式。'],
  406: ['NOT_ACCEPTABLE', '无法按请求的格式回答，请检查 Accept。'],
  408: ['BODY_TOO_SLOW', '提交的内容传输太慢，请检查网络后重试。'],
  413: ['BODY_TOO_LARGE', '提交的内容太大，请缩小后重试。'],
  415: ['UNSUPPORTED_MEDIA_TYPE', '不支持这种内容格式，请检查 Content-Type。'],
  429: ['TOO_MANY_REQUESTS', '操作太频繁，请稍后再试。'],
};
const BAD_REQUEST = ['BAD_REQUEST', '请求格式不正确，请检查后重试。'] as const;

/** Answers an error of any route. A `Refusal` is told as it is; of a fault only its number, the rest goes into the log. */
export function answerError(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  if (error instanceof Refusal) {
    return send(reply, REFUSAL_STATUS[error.code] ?? 400, { code: error.code, message: error.message });
  }
  const { statusCode } = error as { statusCode?: number };
  if (statusCode === undefined || statusCode >= 500) return answerFault(error, request, reply);
  const [code, message] = SENTENCES[statusCode] ?? BAD_REQUEST;
  send(reply, statusCode, { code, message });
}

/** Answers an address that nobody serves. */
export function answerUnknown(_request: FastifyRequest, reply: FastifyReply): void {
  const [code, message] = SENTENCES[404]!;
  send(reply, 404, { code, message });
}

function answerFault(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  const fault = faultOf(error);
  request.log[fault === 'INTERNAL' ? 'error' : 'warn']({ fault, err: error }, 'request failed');
  const status = FAULT_STATUS[fault] ?? 500;
  if (status === 503) void reply.header('retry-after', RETRY_AFTER_SECONDS);
  send(reply, status, { code: fault, message: faultSentence(fault, request.id) });
}

function send(reply: FastifyReply, status: number, answer: PlainAnswer): void {
  void reply.code(status).header('cache-control', 'no-store').type('application/json; charset=utf-8').send(answer);
}
