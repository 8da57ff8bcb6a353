import { setTimeout as sleep } from 'node:timers/promises';
import type { WebSocket } from 'ws';
import { CLOSE, Connection } from './connection.ts';
import { isRevoked, type Revocation } from './revocation.ts';

export interface SocketLimits {
  /** Sockets of this process. */
  readonly sockets: number;
  readonly perPerson: number;
  /** Subscriptions of one socket. */
  readonly subscriptions: number;
  /** Bytes of one message. */
  readonly message: number;
  /** Milliseconds in which a client must say who it is. */
  readonly init: number;
  /** Milliseconds between pings; who answers none between two is gone. */
  readonly beat: number;
  /** Milliseconds over which sockets are closed when the process ends, so that not all clients come back at once. */
  readonly drain: number;
}

export const SOCKET_LIMITS: SocketLimits = Object.freeze({
  ...{ sockets: 5000, perPerson: 5, subscriptions: 10, message: 16 * 1024 },
  ...{ init: 3000, beat: 12_000, drain: 2000 },
});

/** All sockets of this process. */
export class Sockets {
  private readonly all = new Set<Connection>();
  private readonly heart: NodeJS.Timeout;
  private closing = false;

  constructor(private readonly limits: SocketLimits) {
    this.heart = setInterval(() => this.all.forEach((connection) => connection.beat()), limits.beat).unref();
  }

  get size(): number {
    return this.all.size;
  }

  /** Registers a new socket, or closes it when there is no room. */
  enter(socket: WebSocket): Connection | null {
    const connection = new Connection(socket);
    if (this.closing) return refused(connection, CLOSE.restart, 'Restarting');
    if (this.all.size >= this.limits.sockets) return refused(connection, CLOSE.later, 'Too many connections');
    this.all.add(connection);
    socket.once('close', () => this.all.delete(connection));
    return connection;
  }

  /** May this person have one socket more? */
  roomFor(personId: string | null): boolean {
    if (personId === null) return true;
    const own = [...this.all].filter(({ viewer }) => viewer?.personId === personId);
    return own.length < this.limits.perPerson;
  }

  revoke(revocation: Revocation): void {
    for (const connection of this.all) {
      if (connection.viewer && isRevoked(revocation, connection.viewer))
        connection.close(CLOSE.forbidden, 'Signed out');
    }
  }

  /** Closes all, spread over the drain time, and waits until they are gone. */
  async close(): Promise<void> {
    this.closing = true;
    clearInterval(this.heart);
    const step = this.limits.drain / Math.max(this.all.size, 1);
    for (const connection of [...this.all]) {
      connection.close(CLOSE.restart, 'Restarting');
      if (step >= 1 && this.all.size > 1) await sleep(step);
      else if (step < 1 && Math.random() < step) await sleep(1);
    }
    for (let waited = 0; this.all.size > 0 && waited < 1000; waited += 20) await sleep(20);
    this.all.forEach(({ socket }) => socket.terminate());
  }
}

function refused(connection: Connection, code: number, reason: string): null {
  connection.close(code, reason);
  return null;
}
