import type { GraphQLResolveInfo } from 'graphql';
import { Arg, Args, Ctx, FieldResolver, GraphQLISODateTime, Info, Query, Resolver, Root } from 'type-graphql';
import type { Role } from '../../kernel/viewer.ts';
import { connectionOf, Page, readPage, type Connection } from '../../platform/graphql/connection.ts';
import { Context } from '../../platform/graphql/context.ts';
import { accountList } from './account.reads.ts';
import { AccountType, type AccountView } from './account.type.ts';
import type { AccountState } from './identity.choices.ts';
import { AccountStateEnum, RoleEnum } from './identity.enums.ts';
import { personById, usernameLockedUntil } from './identity.reads.ts';
import { postsOf } from './post.reads.ts';
import { PersonType, type PersonView } from './person.type.ts';
import { PostType, type PostView } from './post.type.ts';

const AccountConnection = connectionOf(() => AccountType, 'Account', '账号');

@Resolver()
export class AccountQueries {
  @Query(() => AccountConnection, { description: '账号列表 — All accounts, newest first.' })
  accounts(
    @Arg('search', () => String, {
      nullable: true,
      description: '查找 — Part of a user name or official’s name, pinyin initials, or a whole phone number.',
    })
    search: string | null,
    @Arg('role', () => RoleEnum, { nullable: true, description: '角色 — Only of those who hold it now.' })
    role: Role | null,
    @Arg('state', () => AccountStateEnum, { nullable: true, description: '状态 — Only in this state.' })
    state: AccountState | null,
    @Args(() => Page) page: Page,
    @Ctx() context: Context,
    @Info() info: GraphQLResolveInfo,
  ): Promise<Connection<AccountView>> {
    return readPage({ page, ...accountList({ search, role, state }, context) }, info);
  }
}

@Resolver(() => AccountType)
export class AccountFields {
  @FieldResolver(() => PersonType, { description: '人员 — Whose account it is.' })
  person(@Root() { id }: AccountView, @Ctx() context: Context): Promise<PersonView | null> {
    return context.load(personById, id);
  }

  @FieldResolver(() => [PostType], { description: '现任身份 — The posts that the person holds now.' })
  posts(@Root() { id }: AccountView, @Ctx() context: Context): Promise<readonly PostView[]> {
    return context.load(postsOf, id);
  }

  @FieldResolver(() => GraphQLISODateTime, {
    nullable: true,
    description: '暂停登录至 — Set while too many failures keep it out.',
  })
  lockedUntil(@Root() { username }: AccountView, @Ctx() context: Context): Promise<Date | null> | null {
    return username ? context.load(usernameLockedUntil, username) : null;
  }
}
