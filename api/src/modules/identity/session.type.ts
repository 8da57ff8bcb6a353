import { Field, GraphQLISODateTime, Int, ObjectType } from 'type-graphql';
import { ViewerType, type ViewerView } from './viewer.type.ts';

/** What whoever signs in is told, once. */
export interface SessionView {
  readonly token: string | null;
  readonly expiresAt: Date;
  readonly viewer: ViewerView;
}

@ObjectType('Session', { description: '登录 — A session that has begun.' })
export class SessionType {
  @Field(() => String, {
    nullable: true,
    description: '令牌 — For `Authorization: Bearer`; null when a cookie carries it. Told once.',
  })
  token!: string | null;

  @Field(() => GraphQLISODateTime, {
    description: '失效时间 — When it ends at the latest; earlier if nothing is asked for a while.',
  })
  expiresAt!: Date;

  @Field(() => ViewerType, { description: '当前用户 — Who is signed in.' })
  viewer!: ViewerView;
}

@ObjectType('SocketTicket', { description: '实时连接凭证 — Opens one WebSocket, once.' })
export class SocketTicketType {
  @Field(() => String, { description: '凭证 — Send it as `ticket` in connection_init.' })
  ticket!: string;

  @Field(() => GraphQLISODateTime, { description: '失效时间 — Half a minute from now.' })
  expiresAt!: Date;
}

@ObjectType('CodeSent', { description: '验证码已发送 — The same whether the phone is known here or not.' })
export class CodeSentType {
  @Field(() => Int, { description: '有效秒数 — For how long the code is good.' })
  validSeconds!: number;

  @Field(() => Int, { description: '重发间隔秒数 — After how long another may be asked for.' })
  againSeconds!: number;
}
