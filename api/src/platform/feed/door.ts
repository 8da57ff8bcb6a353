import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { handleProtocols } from 'graphql-ws';
import { WebSocketServer, type WebSocket } from 'ws';

export interface DoorOptions {
  readonly path: string;
  /** Origins allowed beside the host itself. */
  readonly origins: readonly string[];
  /** Bytes of one message. */
  readonly message: number;
  enter(socket: WebSocket): void;
}

type Refusal = readonly [status: string, body: object];

const UNKNOWN: Refusal = ['404 Not Found', { code: 'NOT_FOUND', message: '没有这个页面或接口，请检查地址。' }];
const FOREIGN: Refusal = [
  '403 Forbidden',
  { errors: [{ message: '此网页来源不允许连接。', extensions: { code: 'ORIGIN_NOT_ALLOWED' } }] },
];

/**
 * Lets WebSockets in at one path. They do not pass through the router: whoever came that way would keep the request, the
 * reply and all headers in memory for as long as the socket lasts, and have a session looked up that nobody asks for.
 */
export function openDoor(server: Server, options: DoorOptions): void {
  const { message: maxPayload } = options;
  const gate = new WebSocketServer({
    ...{ noServer: true, clientTracking: false, perMessageDeflate: false },
    ...{ maxPayload, handleProtocols },
  });
  server.on('upgrade', (request: IncomingMessage, socket: Duplex, head: Buffer) => {
    const refusal = refusalOf(request, options);
    if (refusal) turnAway(socket, refusal);
    else gate.handleUpgrade(request, socket, head, options.enter);
  });
}

function refusalOf({ url = '', headers }: IncomingMessage, { path, origins }: DoorOptions): Refusal | null {
  if (url.split('?', 1)[0] !== path) return UNKNOWN;
  return isWelcome(headers, origins) ? null : FOREIGN;
}

/** Browsers name the page that connects; programs name none. */
function isWelcome({ origin, host }: IncomingMessage['headers'], origins: readonly string[]): boolean {
  if (origin === undefined || origins.includes(origin)) return true;
  return URL.canParse(origin) && new URL(origin).host === host;
}

function turnAway(socket: Duplex, [status, body]: Refusal): void {
  const text = JSON.stringify(body);
  const head = [
    `HTTP/1.1 ${status}`,
    'Content-Type: application/json; charset=utf-8',
    `Content-Length: ${String(Buffer.byteLength(text))}`,
    'Connection: close',
  ];
  socket.on('error', () => socket.destroy());
  socket.once('finish', () => socket.destroy());
  socket.end(`${head.join('\r\n')}\r\n\r\n${text}`);
}
