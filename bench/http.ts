import { connect, type Socket } from 'node:net';

export interface Reply {
  readonly status: number;
  readonly body: Buffer;
}

const HEAD_END = Buffer.from('\r\n\r\n');

/** One keep-alive connection, as cheap as it gets: what the client costs is taken from the same cores as the server. */
export class Caller {
  private chunks: Buffer[] = [];
  private size = 0;
  private wanted = -1;
  private done: { resolve: (reply: Reply) => void; reject: (error: Error) => void } | null = null;

  private readonly socket: Socket;
  private readonly host: string;

  private constructor(socket: Socket, host: string) {
    this.socket = socket;
    this.host = host;
    socket.setNoDelay(true);
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.done?.reject(error));
    socket.on('close', () => this.done?.reject(new Error('The server hung up')));
  }

  static open(url: string): Promise<Caller> {
    const { hostname, port, host } = new URL(url);
    return new Promise((resolve, reject) => {
      const socket = connect(Number(port), hostname, () => resolve(new Caller(socket, host)));
      socket.once('error', reject);
    });
  }

  /** The bytes of a request, to be made once and sent often. */
  request(path: string, { body, token }: { body?: string; token?: string } = {}): Buffer {
    const head = [
      `${body === undefined ? 'GET' : 'POST'} ${path} HTTP/1.1`,
      `Host: ${this.host}`,
      ...(token === undefined ? [] : [`Authorization: Bearer ${token}`]),
      ...(body === undefined
        ? []
        : ['Content-Type: application/json', `Content-Length: ${String(Buffer.byteLength(body))}`]),
    ];
    return Buffer.from(`${head.join('\r\n')}\r\n\r\n${body ?? ''}`);
  }

  call(request: Buffer): Promise<Reply> {
    return new Promise((resolve, reject) => {
      this.done = { resolve, reject };
      // The server ends what was idle for a few seconds; whoever calls must open again.
      if (this.socket.destroyed || this.socket.readyState !== 'open')
        return reject(new Error('The server hung up before'));
      this.socket.write(request);
    });
  }

  close(): void {
    this.done = null;
    this.socket.destroy();
  }

  private take(chunk: Buffer): void {
    this.chunks.push(chunk);
    this.size += chunk.length;
    if (this.wanted < 0) {
      const all = this.together();
      const end = all.indexOf(HEAD_END);
      if (end < 0) return;
      const length = /content-length: (\d+)/i.exec(all.toString('latin1', 0, end))?.[1];
      if (length === undefined) return this.done?.reject(new Error('An answer without a length'));
      this.wanted = end + 4 + Number(length);
    }
    if (this.size >= this.wanted) this.finish();
  }

  private finish(): void {
    const all = this.together();
    const reply = { status: Number(all.toString('latin1', 9, 12)), body: all.subarray(all.indexOf(HEAD_END) + 4) };
    this.chunks = [];
    this.size = 0;
    this.wanted = -1;
    this.done?.resolve(reply);
  }

  private together(): Buffer {
    if (this.chunks.length > 1) this.chunks = [Buffer.concat(this.chunks)];
    return this.chunks[0]!;
  }
}

export interface Slice {
  readonly count: number;
  readonly seconds: number;
  /** Milliseconds of every request. */
  readonly latencies: readonly number[];
}

/** Calls on all connections, one request after the other, until `next` has none left. */
export async function drive(
  callers: readonly Caller[],
  next: (caller: number) => Buffer | null,
  check: (reply: Reply) => void,
): Promise<Slice> {
  const latencies: number[] = [];
  const began = performance.now();
  await Promise.all(
    callers.map(async (caller, index) => {
      for (let request = next(index); request; request = next(index)) {
        const at = performance.now();
        check(await caller.call(request));
        latencies.push(performance.now() - at);
      }
    }),
  );
  return { count: latencies.length, seconds: (performance.now() - began) / 1000, latencies };
}
