import { randomUUID } from 'node:crypto';
import type { IncomingMessage, Server, ServerResponse } from 'node:http';
import type { Socket } from 'node:net';
import cookie from '@fastify/cookie';
import helmet, { type HelmetOptions } from 'helmet';
import Fastify, { type FastifyInstance, type FastifyHttpOptions, type FastifyRequest, LogController } from 'fastify';
import { answerError, answerUnknown } from './answers.ts';
import { faultForLog } from './fault-log.ts';

type Options = FastifyHttpOptions<Server>;

/** What the server needs of the configuration. */
export interface ServerConfig {
  /** Is the house reached by https? On a plain-http intranet a browser must not be told to upgrade. */
  readonly https: boolean;
  /** Addresses of proxies whose word on the client's address is taken. */
  readonly trustedProxies?: readonly string[];
}

export interface LogOptions {
  /** Level of pino: `info` unless told otherwise; `silent` writes nothing. */
  readonly level?: string;
  /** Where the lines go; standard output unless told otherwise. */
  readonly stream?: { write(line: string): void };
}

/** The server of the whole house: secure headers, cookies, logs without personal data, JSON answers to errors. Routes come later. */
export function createServer({ config, log = {} }: { config: ServerConfig; log?: LogOptions }): FastifyInstance {
  const app: FastifyInstance = Fastify({
    ...TRANSPORT,
    ...logging(log),
    trustProxy: [...(config.trustedProxies ?? [])],
    bodyLimit: 64 * 1024,
  });
  app.register(cookie);
  app.setErrorHandler(answerError);
  app.setNotFoundHandler(answerUnknown);
  const secure = secureHeaders(config);
  app.addHook('onRequest', async (request, reply) => void reply.headers(secure).header('x-request-id', request.id));
  app.addHook('onResponse', async (request, reply) => {
    const level = isProbe(request) ? 'debug' : 'info';
    request.log[level](
      { method: request.method, route: routeOf(request), status: reply.statusCode, ms: Math.round(reply.elapsedTime) },
      'answered',
    );
  });
  return app;
}

/** The pattern of the route, never the address asked for: addresses hold what people type. */
export function routeOf(request: FastifyRequest): string {
  return request.routeOptions.url ?? '(none)';
}

function isProbe(request: FastifyRequest): boolean {
  return ['/healthz', '/readyz', '/metrics'].includes(routeOf(request));
}

// A sender who trickles is cut off: 4 s for the head, 30 s for the whole request (a photo of 10 MB over 4G; /graphql allows itself 10 s).
const TRANSPORT: Options = {
  keepAliveTimeout: 5000,
  requestTimeout: 30_000,
  http: { connectionsCheckingInterval: 1000, headersTimeout: 4000, maxHeaderSize: 16_384 },
  requestIdHeader: false,
  genReqId: () => randomUUID(),
  routerOptions: { maxParamLength: 200 },
  frameworkErrors: answerError,
  clientErrorHandler: answerBrokenRequest,
};

function logging({ level = 'info', stream }: LogOptions): Options {
  return {
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    logger: {
      level,
      ...(stream && { stream }),
      base: null,
      timestamp: () => `,"time":"${new Date().toISOString()}"`,
      formatters: { level: (label: string) => ({ level: label }) },
      serializers: {
        err: faultForLog,
        req: (request: FastifyRequest) => ({ method: request.method, route: routeOf(request) }),
      },
    },
  };
}

/** Helmet's headers depend on the configuration alone: they are worked out once, not with every answer. */
function secureHeaders(config: ServerConfig): Readonly<Record<string, string>> {
  const headers: Record<string, string> = {};
  const collecting = {
    setHeader: (name: string, value: string) => void (headers[name.toLowerCase()] = value),
    removeHeader: () => undefined,
  };
  helmet(optionsFor(config))({} as IncomingMessage, collecting as unknown as ServerResponse, () => undefined);
  return headers;
}

function optionsFor({ https }: ServerConfig): HelmetOptions {
  return {
    contentSecurityPolicy: {
      useDefaults: false,
      directives: {
        defaultSrc: ["'self'"],
        baseUri: ["'self'"],
        formAction: ["'self'"],
        frameAncestors: ["'none'"],
        objectSrc: ["'none'"],
        scriptSrcAttr: ["'none'"],
        imgSrc: ["'self'", 'data:', 'blob:'],
        fontSrc: ["'self'", 'data:'],
        // antd writes its styles into the page.
        styleSrc: ["'self'", "'unsafe-inline'"],
        ...(https && { upgradeInsecureRequests: [] }),
      },
    },
    frameguard: { action: 'deny' },
    crossOriginOpenerPolicy: https,
    originAgentCluster: https,
    strictTransportSecurity: https,
  };
}

/** Bytes that are no HTTP request never reach a route. */
function answerBrokenRequest(error: Error & { readonly code?: string }, socket: Socket): void {
  if (error.code === 'ECONNRESET' || socket.destroyed) return;
  if (!socket.writable) return void socket.destroy();
  const [status, sentence] = BROKEN[error.code ?? ''] ?? ['400 Bad Request', '请求格式不正确，请检查后重试。'];
  const body = JSON.stringify({ code: 'BAD_REQUEST', message: sentence });
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${Buffer.byteLength(body)}`,
  ];
  socket.end(`${head.join('\r\n')}\r\nConnection: close\r\n\r\n${body}`);
}

const BROKEN: Readonly<Record<string, readonly [status: string, sentence: string]>> = {
  ERR_HTTP_REQUEST_TIMEOUT: ['408 Request Timeout', '请求传输太慢，请检查网络后重试。'],
  HPE_HEADER_OVERFLOW: ['431 Request Header Fields Too Large', '请求头太大，请清除浏览器缓存后重试。'],
};
