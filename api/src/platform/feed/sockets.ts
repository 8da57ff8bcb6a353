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

/** Sockets are pinged in turns: ten thousand at once would stop everything else for a tenth of a second. */
const TURNS = 24;

/** All sockets of this process. */
export class Sockets {
  private readonly all = new Set<Connection>();
  private readonly perPerson = new Map<string, number>();
  private readonly heart: NodeJS.Timeout;
  private entered = 0;
  private turn = 0;
  private closing = false;

  constructor(private readonly limits: SocketLimits) {
    this.heart = setInterval(() => this.beat(), limits.beat / TURNS).unref();
  }

  get size(): number {
    return this.all.size;
  }

  /** Registers a new socket, or closes it when there is no room. */
  enter(socket: WebSocket): Connection | null {
    const connection = new Connection(socket, this.entered++ % TURNS);
    if (this.closing) return refused(connection, CLOSE.restart, 'Restarting');
    if (this.all.size >= this.limits.sockets) return refused(connection, CLOSE.later, 'Too many connections');
    this.all.add(connection);
    socket.once('close', () => this.left(connection));
    return connection;
  }

  /** Counts the socket as this person's. False when they have enough of them. */
  seat(personId: string | null): boolean {
    if (personId === null) return true;
    const own = this.perPerson.get(personId) ?? 0;
    if (own >= this.limits.perPerson) return false;
    this.perPerson.set(personId, own + 1);
    return true;
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

  private left(connection: Connection): void {
    this.all.delete(connection);
    const person = connection.viewer?.personId ?? null;
    if (person === null) return;
    const own = this.perPerson.get(person) ?? 0;
    if (own > 1) this.perPerson.set(person, own - 1);
    else this.perPerson.delete(person);
  }

  private beat(): void {
    this.turn = (this.turn + 1) % TURNS;
    for (const connection of this.all) if (connection.turn === this.turn) connection.beat();
  }
}

function refused(connection: Connection, code: number, reason: string): null {
  connection.close(code, reason);
  return null;
}
