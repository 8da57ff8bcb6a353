import type { WebSocket } from 'ws';
import type { Viewer } from '../../kernel/viewer.ts';
import type { SignedIn } from '../session/authenticator.ts';
import type { Done } from './subscriber.ts';

/** Close codes. A client of graphql-ws tries again after all of these; it gives up for ever after 4401 or 4500. */
export const CLOSE = {
  /** Not, or no longer, signed in: fetch a new ticket. */
  forbidden: 4403,
  badMessage: 4400,
  restart: 1012,
  later: 1013,
} as const;

const RATE = 20;
const BURST = 60;
const LONGEST_TIMER = 2 ** 31 - 1;
/** How long a closing socket may take, in milliseconds. */
const LAST_WORD = 5000;
/** Bytes that wait for a client before it is answered no more. Results have bounds of their own. */
const UNREAD = 1024 * 1024;
const TEXT = { binary: false } as const;

/** One socket: who is behind it, how fast they may talk, and how it ends. */
export class Connection {
  viewer: Viewer | null = null;
  private tokens = BURST;
  private refilledAt = performance.now();
  private alive = true;
  private expiry: NodeJS.Timeout | undefined;

  constructor(
    readonly socket: WebSocket,
    /** Which of the turns in which sockets are pinged is its own. */
    readonly turn = 0,
  ) {
    socket.on('pong', () => (this.alive = true));
    socket.on('error', () => this.fail());
    socket.once('close', () => clearTimeout(this.expiry));
  }

  get open(): boolean {
    return this.socket.readyState === this.socket.OPEN;
  }

  /** From now on the socket is this viewer's, until their right ends. */
  admit({ viewer, expiresAt }: SignedIn, now: () => Date): void {
    this.viewer = viewer;
    const left = expiresAt.getTime() - now().getTime();
    if (left <= 0) return this.close(CLOSE.forbidden, 'Session expired');
    // Timers hold 24 days; a longer session is looked at again.
    this.expiry = setTimeout(() => this.admit({ viewer, expiresAt }, now), Math.min(left, LONGEST_TIMER)).unref();
  }

  /** Takes a token of the bucket: 20 messages a second, 60 at once. */
  mayTalk(): boolean {
    const at = performance.now();
    this.tokens = Math.min(BURST, this.tokens + ((at - this.refilledAt) * RATE) / 1000);
    this.refilledAt = at;
    if (this.tokens < 1) return false;
    this.tokens -= 1;
    return true;
  }

  /** Sends an answer of the protocol, unless the client asks more than it reads: then this was the last. */
  send(text: string): void {
    if (!this.open) return;
    if (this.socket.bufferedAmount > UNREAD) this.close(CLOSE.later, 'Too slow, read again');
    else this.socket.send(text);
  }

  /** Sends the bytes of a text, which may be shared with others. */
  write(message: Buffer, done: Done): void {
    if (this.open) this.socket.send(message, TEXT, done);
    else done(new Error('The socket is closed'));
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    this.socket.close(code, reason);
    this.hurry();
  }

  /** Ends a socket whose client has not answered since the last call. */
  beat(): void {
    if (!this.alive) return this.socket.terminate();
    this.alive = false;
    if (this.open) this.socket.ping();
  }

  /** ws has found a frame broken or too long and sent the code that says so. */
  private fail(): void {
    this.socket.close();
    this.hurry();
  }

  /** The close frame stands behind what a stuck client has not read: it gets some seconds, not for ever. */
  private hurry(): void {
    setTimeout(() => this.socket.terminate(), LAST_WORD).unref();
  }
}
