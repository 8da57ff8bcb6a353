import type { Child } from './child.ts';
import { assertClaimed, claimRequest, type Setting } from './claims.ts';
import { Caller } from './http.ts';
import { clock } from './serve.ts';
import { newKey, ticketsFor, type Person } from './world.ts';

/** One event, from the request that causes it to the last who is told, in milliseconds of the machine's clock. */
export interface Push {
  readonly sent: number;
  readonly answered: number;
  readonly first: number;
  readonly last: number;
}

export interface Target {
  readonly child: Child;
  readonly url: string;
}

/** Subscribers that are there together: of one server, in one process of listeners. */
export class Crowd {
  readonly target: Target;
  readonly listeners: Child;
  private readonly name: string;
  private readonly cause: (caller: Caller) => Promise<void>;

  constructor(name: string, listeners: Child, target: Target, cause: (caller: Caller) => Promise<void>) {
    this.name = name;
    this.listeners = listeners;
    this.target = target;
    this.cause = cause;
  }

  /** With `after` everybody hears what was since that cursor: `each` results. */
  async join(tickets: readonly string[], after: string | null = null, each = 0): Promise<void> {
    await this.listeners.ask('open', { crowd: this.name, url: this.target.url, tickets, after, each });
  }

  /** Causes an event, and again when everybody was told. */
  async push(times: number): Promise<Push[]> {
    const made: Push[] = [];
    // A new connection each time: the server ends what is idle while others have their turn.
    const caller = await Caller.open(this.target.url);
    for (let push = 0; push < times; push++) {
      await this.listeners.ask('expect', this.name);
      const sent = clock();
      await this.cause(caller);
      const answered = clock();
      made.push({ sent, answered, ...(await this.heard()) });
    }
    caller.close();
    return made;
  }

  heard(): Promise<{ first: number; last: number; heard: number }> {
    return this.listeners.ask('all', this.name);
  }

  raw(): Promise<string> {
    return this.listeners.ask('raw', this.name);
  }

  /** Everybody leaves. Returns how many results came that nobody had caused. */
  leave(): Promise<number> {
    return this.listeners.ask('close', this.name);
  }
}

/** The liaisons of some units, as many as there are subscribers. Each event concerns all of them, unit by unit. */
export async function liaisons(
  { world }: Setting,
  count: number,
  units: readonly string[],
): Promise<readonly Person[]> {
  return world.people(Array.from({ length: count }, (_, index) => ['UNIT_LIAISON', units[index % units.length]!]));
}

export const ticketsOf = ({ ground }: Setting, people: readonly Person[]) => ticketsFor(ground.sql, people);

/** Causes events by claims: each of another order that was open to all these units. */
export async function claiming({ world }: Setting, count: number, units: readonly string[], by: Person) {
  const orders = [...(await world.openOrders(count, units))];
  return async (caller: Caller) => {
    const claim = { orderId: orders.pop()!, person: by, key: newKey() };
    assertClaimed(await caller.call(claimRequest(caller, claim)));
  };
}

/** A subscription is heard a moment after it was sent. */
export const settleDown = (milliseconds: number) => new Promise((resolve) => setTimeout(resolve, milliseconds));
