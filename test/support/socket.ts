import { fastify } from 'fastify';
import { buildSchema, type GraphQLObjectType } from 'graphql';
import { v7 } from 'uuid';
import { WebSocket, type ClientOptions } from 'ws';
import type { DomainEvent } from '../../api/src/kernel/event.ts';
import type { Viewer } from '../../api/src/kernel/viewer.ts';
import { openDatabase, type Database } from '../../api/src/platform/database/database.ts';
import { openFeed, type Feed } from '../../api/src/platform/feed/feed.ts';
import { appendEvents } from '../../api/src/platform/feed/outbox.ts';
import { mountSocket, type Gateway } from '../../api/src/platform/feed/socket.ts';
import type { Notice, Topic } from '../../api/src/platform/feed/topic.ts';
import { checkOperation } from '../../api/src/platform/graphql/limits.ts';
import type { SignedIn } from '../../api/src/platform/session/authenticator.ts';
import { freshDatabase } from './database.ts';
import { anEvent, silence, until } from './events.ts';

const schema = buildSchema(`
  type Query { hello: String }
  type Mutation { change: Boolean }
  type Fact { id: ID! self: Fact }
  type Notice { kind: String! cursor: String! fact: Fact text: String }
  type Subscription { hall(after: String, street: String): Notice! office(after: String): Notice! closed(after: String): Notice! }
`);
const fields = schema.getType('Notice') as GraphQLObjectType<Notice>;
fields.getFields()['text']!.resolve = ({ event }) => event?.data['text'];
const topicOf = (field: string): Topic => ({
  field,
  classOf: (viewer) => viewer.post?.scope ?? null,
  concerns: (event, viewer) => (event.unitIds.includes(viewer.post!.scope) ? 'OPENED' : null),
});
export const HALL = 'subscription($after: String) { hall(after: $after) { kind cursor } }';

export interface Message {
  readonly id?: string;
  readonly type: string;
  readonly payload?: { data?: { hall?: { kind: string; cursor: string } }; message?: string }[] & {
    data?: { hall: { kind: string; cursor: string } };
  };
}

/** A client that shows everything it hears. */
export class Client {
  readonly heard: Message[] = [];
  code: number | null = null;
  reason = '';
  failure: string | null = null;
  readonly socket: WebSocket;
  constructor(url: string, options: ClientOptions = {}, protocols: string | string[] = 'graphql-transport-ws') {
    this.socket = new WebSocket(url, protocols, options);
    this.socket.on('message', (data) => this.heard.push(JSON.parse((data as Buffer).toString()) as Message));
    this.socket.on('close', (code, reason) => ([this.code, this.reason] = [code, String(reason)]));
    this.socket.on('error', (error) => (this.failure = error.message));
  }
  async opened(): Promise<this> {
    await until(() => this.socket.readyState !== WebSocket.CONNECTING);
    return this;
  }
  say(message: unknown): void {
    this.socket.send(typeof message === 'string' ? message : JSON.stringify(message));
  }
  async signIn(ticket: string): Promise<this> {
    await this.opened();
    this.say({ type: 'connection_init', payload: { ticket } });
    await until(() => this.heard.some(({ type }) => type === 'connection_ack') || this.code !== null);
    return this;
  }
  subscribe(id: string, query = HALL, variables: Record<string, unknown> = {}): void {
    this.say({ id, type: 'subscribe', payload: { query, variables } });
  }
  of(type: string): Message[] {
    return this.heard.filter((message) => message.type === type);
  }
  get kinds(): string[] {
    return this.of('next').map(({ payload }) => payload!.data!.hall.kind);
  }
  async closed(): Promise<number> {
    await until(() => this.code !== null);
    return this.code!;
  }
}

/** A liaison of the unit, signed in for the first time. */
export const viewerOf = (unit: string): Viewer => ({
  ...{ kind: 'PERSON', personId: v7(), sessionId: v7() },
  post: { id: v7(), role: 'UNIT_LIAISON', scope: unit, scopeName: unit, endsAt: null },
});

/** A server with nothing but the socket, and its clients. */
export class SocketHouse {
  private readonly tickets = new Map<string, SignedIn>();
  private readonly clients: Client[] = [];
  url = '';
  gateway!: Gateway;

  private constructor(
    readonly database: Database,
    readonly feed: Feed,
    readonly close: () => Promise<void>,
  ) {}

  static async open(): Promise<SocketHouse> {
    const place = await freshDatabase();
    const database = await openDatabase({ url: place.url, rows: [], relaxed: true, poolSize: 4 });
    const feed = await openFeed({ database, log: silence });
    const app = fastify();
    const house = new SocketHouse(database, feed, async () => {
      await app.close();
      await feed.close();
      await database.close();
      await place.drop();
    });
    house.gateway = await mountSocket(app, {
      ...{ schema, checkOperation, topics: ['hall', 'office', 'closed'].map(topicOf) },
      rules: { 'Subscription.hall': 'SIGNED_IN', 'Subscription.office': ['STREET_REVIEWER'] },
      house: { feed, log: silence, now: () => new Date() },
      authenticator: {
        viewerOf: () => Promise.resolve(null),
        guess: () => null,
        redeemTicket: (ticket) => house.redeem(ticket),
      },
      origins: ['https://console.example.cn'],
      limits: { init: 500, sockets: 40, drain: 200 },
    });
    house.url = (await app.listen({ port: 0, host: '127.0.0.1' })).replace('http', 'ws') + '/graphql';
    return house;
  }

  /** Ends all clients. */
  async sweep(): Promise<void> {
    this.clients.splice(0).forEach(({ socket }) => socket.terminate());
    await until(() => this.gateway.size === 0);
  }

  ticketFor(viewer: Viewer, lasts = 60_000): string {
    const ticket = v7();
    this.tickets.set(ticket, { viewer, expiresAt: new Date(Date.now() + lasts) });
    return ticket;
  }

  connect(options?: ClientOptions, protocols?: string | string[]): Client {
    const client = new Client(this.url, options, protocols);
    this.clients.push(client);
    return client;
  }

  signedIn(viewer: Viewer, lasts?: number): Promise<Client> {
    return this.connect().signIn(this.ticketFor(viewer, lasts));
  }

  async happen(...events: DomainEvent[]): Promise<void> {
    await this.database.transaction((own) => appendEvents(own, events));
    this.feed.wake();
  }

  /** The server still serves: somebody new signs in and hears an event. */
  async stillServes(): Promise<void> {
    const unit = v7();
    const client = await this.signedIn(viewerOf(unit));
    client.subscribe('1');
    await until(() => this.feed.metrics.subscribers > 0);
    await this.happen(anEvent({ unitIds: [unit] }));
    await until(() => client.kinds.length === 1);
  }

  private redeem(ticket: string): Promise<SignedIn | null> {
    const signedIn = this.tickets.get(ticket) ?? null;
    this.tickets.delete(ticket);
    return ticket === 'fault' ? Promise.reject(new Error('database gone')) : Promise.resolve(signedIn);
  }
}
