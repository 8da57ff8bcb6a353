import { connect, type Socket } from 'node:net';

const ACCEPT = 'HTTP/1.1 101';
const PONG = Buffer.from([0x8a, 0x80, 0, 0, 0, 0]);
const NOTHING = Buffer.alloc(0);

export interface EarOptions {
  readonly port: number;
  /** Where on the loopback it calls from: one address has ports for some ten thousand sockets only. */
  readonly from: string;
  readonly ticket: string;
  readonly id: string;
  readonly query: string;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Called for every result, with its JSON if somebody wants it. */
  heard(text: () => string): void;
  lost(why: string): void;
}

/** A subscriber of graphql-transport-ws, as cheap as it gets: what it costs is taken from the same cores as the server. */
export class Ear {
  private rest: Buffer = NOTHING;
  private state: 'CALLING' | 'GREETING' | 'LISTENING' = 'CALLING';
  private readonly socket: Socket;
  private readonly options: EarOptions;
  private readonly ready: () => void;

  private constructor(options: EarOptions, ready: () => void) {
    this.options = options;
    this.ready = ready;
    const { port, from } = options;
    this.socket = connect({ port, host: '127.0.0.1', localAddress: from, noDelay: true });
    this.socket.on('data', (chunk) => this.take(chunk));
    this.socket.on('error', (error) => options.lost(error.message));
    this.socket.write(
      [
        'GET /graphql HTTP/1.1',
        `Host: 127.0.0.1:${String(port)}`,
        'Upgrade: websocket',
        'Connection: Upgrade',
        'Sec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==',
        'Sec-WebSocket-Version: 13',
        'Sec-WebSocket-Protocol: graphql-transport-ws',
        '\r\n',
      ].join('\r\n'),
    );
  }

  /** Resolves when the subscription was sent. */
  static open(options: EarOptions): Promise<Ear> {
    return new Promise((resolve) => {
      const ear: Ear = new Ear(options, () => resolve(ear));
    });
  }

  close(): void {
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    const data = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    let at = 0;
    if (this.state === 'CALLING') {
      const end = data.indexOf('\r\n\r\n');
      if (end < 0) return void (this.rest = data);
      if (data.toString('latin1', 0, ACCEPT.length) !== ACCEPT) return this.options.lost(data.toString());
      this.state = 'GREETING';
      this.say({ type: 'connection_init', payload: { ticket: this.options.ticket } });
      at = end + 4;
    }
    this.rest = data.subarray(this.frames(data, at));
    if (this.rest.length === 0) this.rest = NOTHING;
  }

  /** Takes whole frames; returns where the first one that is not whole begins. */
  private frames(data: Buffer, from: number): number {
    let at = from;
    while (data.length - at >= 2) {
      const short = data[at + 1]! & 127;
      const head = short === 126 ? 4 : short === 127 ? 10 : 2;
      if (data.length - at < head) break;
      const length = short === 126 ? data.readUInt16BE(at + 2) : short === 127 ? data.readUIntBE(at + 4, 6) : short;
      const end = at + head + length;
      if (data.length < end) break;
      this.frame(data[at]! & 15, data.subarray(at + head, end));
      at = end;
    }
    return at;
  }

  private frame(kind: number, body: Buffer): void {
    if (kind === 9) this.socket.write(PONG);
    else if (kind === 8) this.options.lost(`closed with ${String(body.readUInt16BE(0))}`);
    else if (this.state === 'LISTENING') this.options.heard(() => body.toString());
    else this.greeted();
  }

  private greeted(): void {
    const { id, query, variables } = this.options;
    this.state = 'LISTENING';
    this.say({ id, type: 'subscribe', payload: { query, variables } });
    this.ready();
  }

  private say(message: object): void {
    const text = Buffer.from(JSON.stringify(message));
    const { length } = text;
    // A mask of zeros is a mask.
    const head = length < 126 ? [0x81, 0x80 | length] : [0x81, 0xfe, length >> 8, length & 255];
    this.socket.write(Buffer.concat([Buffer.from([...head, 0, 0, 0, 0]), text]));
  }
}
