import type { WebSocket } from 'ws';
import type { Viewer } from '../../kernel/viewer.ts';
import type { SignedIn } from '../session/authenticator.ts';

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
export const LAST_WORD = 5000;

/** One socket: who is behind it, how fast they may talk, and how it ends. */
export class Connection {
  viewer: Viewer | null = null;
  private tokens = BURST;
  private refilledAt = performance.now();
  private alive = true;
  private expiry: NodeJS.Timeout | undefined;

  constructor(readonly socket: WebSocket) {
    socket.on('pong', () => (this.alive = true));
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

  /** Resolves when the frame left this process; rejects when it cannot. */
  send(frame: string): Promise<void> {
    return new Promise((resolve, reject) => {
      if (!this.open) reject(new Error('The socket is closed'));
      else this.socket.send(frame, (error) => (error ? reject(error) : resolve()));
    });
  }

  close(code: number, reason: string): void {
    if (!this.open) return;
    this.socket.close(code, reason);
    // The close frame stands behind what a stuck client has not read: it gets some seconds, not for ever.
    setTimeout(() => this.socket.terminate(), LAST_WORD).unref();
  }

  /** Ends a socket whose client has not answered since the last call. */
  beat(): void {
    if (!this.alive) return this.socket.terminate();
    this.alive = false;
    if (this.open) this.socket.ping();
  }
}
