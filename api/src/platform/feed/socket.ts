import type { FastifyInstance, FastifyReply } from 'fastify';
import { GraphQLError, type ExecutionArgs } from 'graphql';
import { makeServer, type Context as Exchange, type Server, type SubscribePayload } from 'graphql-ws';
import { v7 } from 'uuid';
import type { RawData } from 'ws';
import type { Viewer } from '../../kernel/viewer.ts';
import { Context } from '../graphql/context.ts';
import type { House } from '../house.ts';
import type { Authenticator, SignedIn } from '../session/authenticator.ts';
import { CLOSE, type Connection } from './connection.ts';
import { openDoor } from './door.ts';
import { Operations, RefusedRequest, type OperationsOptions, type Prepared } from './operation.ts';
import { isRevoked, revocationOf } from './revocation.ts';
import { SOCKET_LIMITS, Sockets, type SocketLimits } from './sockets.ts';
import { Speaker } from './speaker.ts';

export interface SocketOptions extends Omit<OperationsOptions, 'contextOf'> {
  readonly house: Pick<House, 'feed' | 'log' | 'now'>;
  readonly authenticator: Authenticator;
  /** Origins allowed beside the host itself, e.g. `https://gongzhi.example.cn`. */
  readonly origins?: readonly string[];
  readonly path?: string;
  readonly limits?: Partial<SocketLimits>;
}

export interface Gateway {
  /** Open sockets. */
  readonly size: number;
  /** Closes all sockets with 1012, spread over up to two seconds. Also done by `app.close()`. */
  close(): Promise<void>;
}

interface Heard extends Prepared {
  readonly connection: Connection;
  readonly id: string;
}

/** Opens the WebSocket at `GET /graphql`: protocol graphql-transport-ws, subscriptions only. */
export async function mountSocket(app: FastifyInstance, options: SocketOptions): Promise<Gateway> {
  const { path = '/graphql', origins = [] } = options;
  const limits = { ...SOCKET_LIMITS, ...options.limits };
  const sockets = new Sockets(limits);
  const stop = options.house.feed.listen((event) => {
    const revocation = revocationOf(event);
    if (revocation) sockets.revoke(revocation);
  });
  const close = async () => {
    await sockets.close();
    stop();
  };
  const server = serverOf(options, sockets, limits);
  openDoor(app.server, {
    ...{ path, origins, message: limits.message },
    enter: (socket) => {
      const connection = sockets.enter(socket);
      if (connection) attach(server, connection, options);
    },
  });
  app.get(path, (_request, reply) => refuse(reply));
  app.addHook('preClose', close);
  return {
    get size() {
      return sockets.size;
    },
    close,
  };
}

function refuse(reply: FastifyReply): FastifyReply {
  const error = { message: '请使用 POST 提交，或以 WebSocket 订阅。', extensions: { code: 'METHOD_NOT_ALLOWED' } };
  return reply
    .code(405)
    .header('allow', 'POST')
    .send({ errors: [error] });
}

/** Connects graphql-ws to the socket; what the library throws at is the client's message, not our fault. */
function attach(server: Server<Connection>, connection: Connection, { house }: SocketOptions): void {
  const { socket } = connection;
  const closed = server.opened(
    {
      protocol: socket.protocol,
      send: (text) => connection.send(text),
      close: (code, reason) => connection.close(code ?? CLOSE.badMessage, reason ?? ''),
      onMessage: (take) => {
        socket.on('message', (data: RawData, isBinary) => {
          if (!connection.open) return;
          if (!connection.mayTalk()) return connection.close(CLOSE.later, 'Too many messages');
          if (isBinary) return connection.close(CLOSE.badMessage, 'Text only');
          take((data as Buffer).toString()).catch((error: unknown) => {
            house.log.debug({ err: error }, 'message refused');
            connection.close(CLOSE.badMessage, 'Invalid message received');
          });
        });
      },
    },
    connection,
  );
  socket.on('error', (error) => house.log.debug({ err: error }, 'socket'));
  socket.once('close', (code, reason) => void closed(code, String(reason)));
}

type Told = Exchange<Record<string, unknown>, Connection>;

function serverOf(options: SocketOptions, sockets: Sockets, limits: SocketLimits): Server<Connection> {
  const { house, schema } = options;
  const contextOf = (viewer: Viewer) => new Context(house as House, viewer, v7());
  const operations = new Operations({ ...options, contextOf });

  const hear = (told: Told, id: string, payload: SubscribePayload): ExecutionArgs | readonly GraphQLError[] => {
    const connection = told.extra;
    try {
      if (id.length > 128) throw refusal('BAD_USER_INPUT', '订阅编号过长。');
      const { length } = Object.keys(told.subscriptions);
      if (length > limits.subscriptions)
        throw refusal('TOO_MANY_SUBSCRIPTIONS', `一个连接最多订阅${limits.subscriptions}项。`);
      const heard: Heard = { ...operations.prepare(payload, connection.viewer!), connection, id };
      // graphql-ws keeps the message for as long as the subscription lasts; the text is known here, once for all.
      Object.assign(payload, { query: '', variables: null });
      return { schema, document: heard.document, operationName: heard.operation.name?.value, contextValue: heard };
    } catch (error) {
      if (error instanceof RefusedRequest) return error.errors;
      house.log.error({ err: error }, 'subscribe failed');
      return [new GraphQLError('服务暂时不可用，请稍后再试。', { extensions: { code: 'INTERNAL_SERVER_ERROR' } })];
    }
  };
  return makeServer<Record<string, unknown>, Connection>({
    connectionInitWaitTimeout: limits.init,
    onConnect: (told) => admit(told, options, sockets),
    onSubscribe: hear,
    subscribe: (args) => {
      const { connection, id, asking, after } = args.contextValue as Heard;
      // These too it keeps.
      Object.assign(args, { contextValue: null });
      return new Speaker(connection, id).start((sink) => house.feed.subscribe(asking, after, sink));
    },
  });
}

const refusal = (code: string, sentence: string) =>
  new RefusedRequest([new GraphQLError(sentence, { extensions: { code } })]);

/** Lets in whoever brings a ticket. False closes with 4403. */
async function admit({ connectionParams, extra }: Told, options: SocketOptions, sockets: Sockets): Promise<boolean> {
  const { house } = options;
  const { seq } = house.feed.place();
  const signedIn = await redeem(connectionParams?.['ticket'], extra, options);
  if (!signedIn || !extra.open || wasRevoked(signedIn.viewer, house, seq)) return false;
  if (!sockets.seat(signedIn.viewer.personId)) extra.close(CLOSE.later, 'Too many connections of one person');
  else extra.admit(signedIn, () => house.now());
  return extra.open;
}

async function redeem(ticket: unknown, connection: Connection, options: SocketOptions): Promise<SignedIn | null> {
  if (typeof ticket !== 'string' || ticket === '' || ticket.length > 256) return null;
  try {
    return await options.authenticator.redeemTicket(ticket);
  } catch (error) {
    options.house.log.warn({ err: error }, 'ticket not redeemed');
    connection.close(CLOSE.later, 'Try again later');
    return null;
  }
}

/** Signed out while the ticket was being redeemed: the event passed before the socket was known to be theirs. */
function wasRevoked(viewer: Viewer, { feed }: SocketOptions['house'], seq: number): boolean {
  return feed.after(seq).some((event) => {
    const revocation = revocationOf(event);
    return revocation !== null && isRevoked(revocation, viewer);
  });
}
