import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { AccountState } from './identity.choices.ts';
import { AccountStateEnum } from './identity.enums.ts';

/** An account as it is read. */
export interface AccountView {
  readonly id: string;
  readonly username: string | null;
  readonly state: AccountState;
  readonly lastLoginAt: Date | null;
  readonly createdAt: Date;
}

@ObjectType('Account', { description: '账号 — With what a person signs in. Shown to the security administrator.' })
export class AccountType implements AccountView {
  @Field(() => ID, { description: '编号 — The same as the person’s.' })
  id!: string;

  @Field(() => String, { nullable: true, description: '用户名 — Null for residents, who sign in by phone.' })
  username!: string | null;

  @Field(() => AccountStateEnum, { description: '状态 — Whether it may sign in.' })
  state!: AccountState;

  @Field(() => GraphQLISODateTime, { nullable: true, description: '最近登录 — Null before the first login.' })
  lastLoginAt!: Date | null;

  @Field(() => GraphQLISODateTime, { description: '创建时间 — When it was made.' })
  createdAt!: Date;
}
