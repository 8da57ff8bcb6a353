import { Ctx, FieldResolver, ID, Query, Resolver, Root } from 'type-graphql';
import { ROLES } from '../../kernel/viewer.ts';
import { Context } from '../../platform/graphql/context.ts';
import { Division, divisionByCode } from '../divisions/index.ts';
import { ownContact, personById, reportedIn } from './identity.reads.ts';
import { postById, postsOf } from './post.reads.ts';
import type { Contact } from './person.ts';
import { OwnContactType, PersonType, type PersonView } from './person.type.ts';
import { PostType, type PostView } from './post.type.ts';
import { ViewerType, type ViewerView } from './viewer.type.ts';

@Resolver()
export class ViewerQueries {
  @Query(() => ViewerType, { nullable: true, description: '当前用户 — Who asks; null when nobody is signed in.' })
  viewer(@Ctx() { viewer }: Context): ViewerView | null {
    const { sessionId, personId, post } = viewer;
    return sessionId && personId ? { sessionId, personId, postId: post?.id ?? null } : null;
  }
}

@Resolver(() => ViewerType)
export class ViewerFields {
  @FieldResolver(() => ID, { description: '编号 — Identity of the person.' })
  id(@Root() { personId }: ViewerView): string {
    return personId;
  }

  @FieldResolver(() => PersonType, { description: '本人 — The person who is signed in.' })
  person(@Root() { personId }: ViewerView, @Ctx() context: Context): Promise<PersonView | null> {
    return context.load(personById, personId);
  }

  @FieldResolver(() => PostType, {
    nullable: true,
    description: '当前身份 — The post as which the viewer acts; null when its term has ended.',
  })
  post(@Root() { postId }: ViewerView, @Ctx() context: Context): Promise<PostView | null> | null {
    return postId ? context.load(postById, postId) : null;
  }

  @FieldResolver(() => [PostType], { description: '全部身份 — The posts held now; sessionActAs changes between them.' })
  posts(@Root() { personId }: ViewerView, @Ctx() context: Context): Promise<readonly PostView[]> {
    return context.load(postsOf, personId);
  }

  @FieldResolver(() => OwnContactType, {
    nullable: true,
    description: '本人联系方式 — Null in the answer to a login; ask Query.viewer.',
  })
  contact(@Root() { personId }: ViewerView, @Ctx() context: Context): Promise<Contact | null> {
    return context.load(ownContact, personId);
  }

  @FieldResolver(() => [Division.type], {
    description: '报到社区 — Communities to which the person reported in (双报到).',
  })
  async reportedIn(@Root() { personId }: ViewerView, @Ctx() context: Context): Promise<readonly unknown[]> {
    const codes = await context.load(reportedIn, personId);
    return Promise.all(codes.map((code) => context.load(divisionByCode, code)));
  }
}

@Resolver(() => PostType)
export class PostFields {
  @FieldResolver(() => String, { description: '角色名称 — The role as people read it.' })
  roleLabel(@Root() { role }: PostView): string {
    return ROLES[role].label;
  }

  @FieldResolver(() => Division.type, {
    nullable: true,
    description: '任职区划 — Where it is held; null when it is held in a unit.',
  })
  division(@Root() { scope }: PostView, @Ctx() context: Context): Promise<unknown> | null {
    return scope.includes('-') ? null : context.load(divisionByCode, scope);
  }
}
