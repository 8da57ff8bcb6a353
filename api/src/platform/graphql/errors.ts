import type { FastifyBaseLogger } from 'fastify';
import { GraphQLError, type GraphQLFormattedError } from 'graphql';
import { Refusal } from '../../kernel/refusal.ts';
import { causesOf, type Fault, faultOf } from './fault.ts';

export type RefusalOfOperation =
  'QUERY_LIMIT' | 'BAD_USER_INPUT' | 'BAD_REQUEST' | 'INTROSPECTION_DISABLED' | 'NOT_SIGNED_IN' | 'NOT_ALLOWED';

const STATUS: Readonly<Partial<Record<RefusalOfOperation, number>>> = { NOT_SIGNED_IN: 401, NOT_ALLOWED: 403 };

/** The error by which an operation is refused before it runs: stable code, Chinese sentence, HTTP status (400 but for rights). */
export function refusedOperation(code: RefusalOfOperation, sentence: string): GraphQLError {
  return new GraphQLError(sentence, { extensions: { code, http: { status: STATUS[code] ?? 400 } } });
}

/** Whose operation failed, and where that is written down. */
export interface Incident {
  readonly requestId: string;
  readonly log: Pick<FastifyBaseLogger, 'error' | 'warn'>;
}

/** HTTP status of a fault. The caller may try again after `RETRY_AFTER_SECONDS` when it is 503. */
export const FAULT_STATUS: Readonly<Record<string, number>> = { BUSY: 503, STORAGE_FULL: 503, INTERNAL: 500 };
export const RETRY_AFTER_SECONDS = 2;

/** What people read of a fault. */
export function faultSentence(fault: Fault, requestId: string): string {
  if (fault === 'BUSY') return '系统正忙，请稍等几秒再试。';
  if (fault === 'STORAGE_FULL') return '系统存储空间已满，暂时不能保存，请联系系统管理员。';
  return `系统出了点问题，请稍后再试（编号 ${requestId}）`;
}

/** What graphql-js and Apollo say in English, introduced in Chinese; the original words follow, for whoever writes the query. */
const INTRODUCTION: Readonly<Record<string, string>> = {
  GRAPHQL_PARSE_FAILED: '查询语句有语法错误，请改正后重试：',
  GRAPHQL_VALIDATION_FAILED: '查询语句与接口不符，请改正后重试：',
  BAD_USER_INPUT: '提交的参数不符合接口要求，请改正后重试：',
  OPERATION_RESOLUTION_FAILURE: '没有找到要执行的操作，请检查 operationName：',
  BAD_REQUEST: '请求格式不正确，请改正后重试：',
};
const MESSAGE_LENGTH = 300;
const OWN_SENTENCE = /^[“《]?\p{Script=Han}/u;

/**
 * What a caller is told of an error, over HTTP and WebSocket alike. What was said on purpose (a code of ours or of GraphQL)
 * passes; anything else becomes `BUSY`, `STORAGE_FULL` or `INTERNAL` and is logged under the request's id.
 */
export function shownError(
  formatted: GraphQLFormattedError,
  error: unknown,
  incident: Incident,
): GraphQLFormattedError {
  const refusal = causesOf(error).find((cause) => cause instanceof Refusal);
  if (refusal) return { ...formatted, message: refusal.message, extensions: { code: refusal.code } };
  const code = deliberateCode(formatted, error);
  if (formatted.extensions?.['validationErrorCode'] === 'INTROSPECTION_DISABLED')
    return shownNoIntrospection(formatted);
  if (code === null) return shownFault(formatted, error, incident);
  const { stacktrace: _stack, http: _http, ...extensions } = formatted.extensions ?? {};
  return { ...formatted, message: sentenceOf(code, formatted.message), extensions: { ...extensions, code } };
}

/** Tells of a fault what may be told, and writes the rest into the log. */
export function shownFault(
  formatted: Partial<GraphQLFormattedError>,
  error: unknown,
  incident: Incident,
): GraphQLFormattedError {
  const fault = faultOf(error);
  const { path } = formatted;
  const record = { requestId: incident.requestId, fault, path: path?.join('.'), err: error };
  if (fault === 'INTERNAL') incident.log.error(record, 'operation failed');
  else incident.log.warn(record, 'operation could not be served');
  const message = faultSentence(fault, incident.requestId);
  return { message, ...(path && { path }), extensions: { code: fault } };
}

export const NO_INTROSPECTION = '本系统不开放接口结构查询，请查阅随系统发布的接口文档。';

function shownNoIntrospection(formatted: GraphQLFormattedError): GraphQLFormattedError {
  return { ...formatted, message: NO_INTROSPECTION, extensions: { code: 'INTROSPECTION_DISABLED' } };
}

/** The code of an error that was raised on purpose; null for a fault. */
function deliberateCode(formatted: GraphQLFormattedError, error: unknown): string | null {
  const code = formatted.extensions?.['code'];
  if (typeof code === 'string' && code !== 'INTERNAL_SERVER_ERROR') return code;
  return causesOf(error).some(isArgumentFault) ? 'BAD_USER_INPUT' : null;
}

/** graphql-js finds a null in a variable for a non-null argument only while it executes, and gives it no code. */
function isArgumentFault(error: Error): boolean {
  return error instanceof GraphQLError && !error.originalError && error.message.startsWith('Argument "');
}

/** What graphql-js says of a request that is not served over HTTP, with a code and introduced in Chinese like there. */
export function introducedError(code: string, { message, nodes, source, positions }: GraphQLError): GraphQLError {
  return new GraphQLError(sentenceOf(code, message), { nodes, source, positions, extensions: { code } });
}

function sentenceOf(code: string, message: string): string {
  const introduction = INTRODUCTION[code];
  if (introduction === undefined || OWN_SENTENCE.test(message)) return message;
  return introduction + message.slice(0, MESSAGE_LENGTH);
}
