import { Drawer, Space } from 'antd';
import { CreateAction } from '../../actions/create-action.tsx';
import { Facts } from '../../parts/facts.tsx';
import { spellDay } from '../../parts/instant.ts';
import { When } from '../../parts/when.tsx';
import { Sheet } from '../../shell/page.tsx';
import { ACCOUNTS } from './accounts.texts.ts';
import type { AccountLineFragment } from './gql/graphql.ts';

interface AccountDrawerProps {
  readonly account: AccountLineFragment | null;
  readonly onClose: () => void;
}

const PLAIN = { type: 'default' } as const;

/** One account: what it may do as whom, and what can be done with it. */
export function AccountDrawer({ account, onClose }: AccountDrawerProps) {
  return (
    <Drawer open={account !== null} onClose={onClose} title={account?.person.displayName} size={520} destroyOnHidden>
      {account && <Shown account={account} />}
    </Drawer>
  );
}

function Shown({ account }: { readonly account: AccountLineFragment }) {
  const { id, username, createdAt, lastLoginAt, lockedUntil, state, person, posts } = account;
  const fixed = { accountId: id };
  const about = person.displayName;
  return (
    <>
      <Sheet>
        <Facts
          facts={[
            [ACCOUNTS.username, username],
            [ACCOUNTS.created, <When key="created" at={createdAt} />],
            [ACCOUNTS.lastLogin, lastLoginAt ? <When at={lastLoginAt} /> : ACCOUNTS.never],
            [ACCOUNTS.lockedUntil, lockedUntil && <When at={lockedUntil} />],
          ]}
        />
        <Space wrap>
          <CreateAction
            mutation={state === 'LOCKED' ? 'accountUnlock' : 'accountLock'}
            {...{ fixed, about }}
            button={PLAIN}
          >
            {state === 'LOCKED' ? ACCOUNTS.unlock : ACCOUNTS.lock}
          </CreateAction>
          <CreateAction mutation="accountSetPassword" {...{ fixed, about }} button={PLAIN}>
            {ACCOUNTS.setPassword}
          </CreateAction>
        </Space>
      </Sheet>
      <Sheet
        title={ACCOUNTS.posts}
        extra={
          <CreateAction mutation="postGrant" fixed={{ personId: person.id }} about={about}>
            {ACCOUNTS.grant}
          </CreateAction>
        }
      >
        {posts.length === 0 && <p className="soft">{ACCOUNTS.noPosts}</p>}
        {posts.map((post) => (
          <PostLine key={post.id} post={post} name={about} />
        ))}
      </Sheet>
    </>
  );
}

function PostLine({ post, name }: { readonly post: AccountLineFragment['posts'][number]; readonly name: string }) {
  const { id, roleLabel, scopeName, startsAt, endsAt } = post;
  const said = ACCOUNTS.postOf(roleLabel, scopeName);
  return (
    <p>
      {said}（{ACCOUNTS.since(spellDay(startsAt))}
      {endsAt && ACCOUNTS.until(spellDay(endsAt))}）{' '}
      <CreateAction
        mutation="postEnd"
        fixed={{ postId: id }}
        about={`${name}：${said}`}
        button={{ type: 'default', size: 'small', 'aria-label': `${ACCOUNTS.end}：${said}` }}
      >
        {ACCOUNTS.end}
      </CreateAction>
    </p>
  );
}
