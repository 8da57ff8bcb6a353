import { DownOutlined, UserOutlined } from '@ant-design/icons';
import { App, Button, Dropdown, type MenuProps } from 'antd';
import { ShellActAsDocument, ShellLogoutDocument } from './gql/graphql.ts';
import { sentenceOf } from './apollo.ts';
import { startAnew } from './session.tsx';
import { SHELL } from './shell.texts.ts';
import { listShortcuts } from './shortcuts.ts';
import { type Look, useLook } from './theme.tsx';
import { type Post, useViewer } from './viewer.tsx';
import { ask } from './wire.ts';

const postName = ({ roleLabel, scopeName }: Post) => `${roleLabel}（${scopeName}）`;
const LOOKS: readonly Look[] = ['light', 'dark', 'system'];

type Items = NonNullable<MenuProps['items']>;

const postsOf = (posts: readonly Post[]): Items =>
  posts.length < 2
    ? []
    : [
        {
          type: 'group',
          label: SHELL.actAs,
          children: posts.map((post) => ({ key: `post:${post.id}`, label: postName(post) })),
        },
        { type: 'divider' },
      ];

/** Who is signed in: change the post, the look, or leave. */
export function AccountMenu() {
  const { person, post, posts } = useViewer();
  const { look, choose } = useLook();
  const { message } = App.useApp();
  const leave = async () => {
    await ask(ShellLogoutDocument, {});
    await startAnew();
  };
  const actAs = async (postId: string) => {
    const { data, errors } = await ask(ShellActAsDocument, { input: { postId } });
    const why = errors?.[0]?.message ?? data?.sessionActAs.userErrors[0]?.message;
    if (why) return void message.error(why);
    await startAnew();
  };
  const chosen = (key: string) => {
    const [kind, value = ''] = key.split(':');
    if (kind === 'look') return choose(value as Look);
    if (kind === 'keys') return listShortcuts();
    (kind === 'post' ? actAs(value) : leave()).catch((error: unknown) => void message.error(sentenceOf(error)));
  };
  const items: Items = [
    ...postsOf(posts),
    { type: 'group', label: SHELL.theme, children: LOOKS.map((one) => ({ key: `look:${one}`, label: SHELL[one] })) },
    { type: 'divider' },
    { key: 'keys', label: SHELL.keys },
    { key: 'leave', label: SHELL.signOut },
  ];
  const selectedKeys = [`look:${look}`, `post:${post?.id ?? ''}`];
  return (
    <Dropdown trigger={['click']} menu={{ items, selectable: true, selectedKeys, onClick: ({ key }) => chosen(key) }}>
      <Button type="text" className="head-button" icon={<UserOutlined aria-hidden />}>
        <span className="unseen">{`${SHELL.acting}：${person.displayName} ${post ? postName(post) : SHELL.noPost}`}</span>
        <span className="wide" aria-hidden="true">
          {person.displayName}
        </span>
        <span className="wide post-name" aria-hidden="true">
          {post ? postName(post) : SHELL.noPost}
        </span>
        <DownOutlined aria-hidden />
      </Button>
    </Dropdown>
  );
}
