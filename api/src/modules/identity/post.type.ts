import { Field, GraphQLISODateTime, ID, ObjectType } from 'type-graphql';
import type { Role } from '../../kernel/viewer.ts';
import { RoleEnum } from './identity.enums.ts';

/** A post as it is read. */
export interface PostView {
  readonly id: string;
  readonly personId: string;
  readonly role: Role;
  readonly scope: string;
  readonly scopeName: string;
  readonly startsAt: Date;
  readonly endsAt: Date | null;
}

@ObjectType('Post', { description: '身份 — A role that somebody holds at a place or unit for a term.' })
export class PostType {
  @Field(() => ID, { description: '编号 — Give it to sessionActAs.' })
  id!: string;

  @Field(() => RoleEnum, { description: '角色 — What the holder is.' })
  role!: Role;

  @Field(() => String, { description: '任职范围代码 — Code of the division, or id of the unit.' })
  scope!: string;

  @Field(() => String, { description: '任职范围 — Name of the division or unit.' })
  scopeName!: string;

  @Field(() => GraphQLISODateTime, { description: '任期开始 — First moment of the term.' })
  startsAt!: Date;

  @Field(() => GraphQLISODateTime, {
    nullable: true,
    description: '任期结束 — First moment after the term; null while none is set.',
  })
  endsAt!: Date | null;
}
