import { useMemo } from 'react';
import { App, Button } from 'antd';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { useAddress } from '../../parts/use-address.ts';
import { usePages } from '../../parts/use-pages.ts';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { COMMON } from '../../texts/common.ts';
import { type InboxKind, InboxPageDocument, type InboxPageQuery } from './gql/graphql.ts';
import { INBOX } from './inbox.texts.ts';
import { ItemLine } from './item-line.tsx';
import { NotifySwitch } from './notify-switch.tsx';
import { useMark, useUnread } from './use-unread.ts';
import './inbox.css';

const NAMES = ['which', 'kind'] as const;
const inboxOf = ({ inbox }: InboxPageQuery) => inbox;

/** Everything that came in, newest first. */
export function Page() {
  const { given, choose, clear } = useAddress(NAMES);
  const { kinds, unread } = useUnread();
  const mark = useMark();
  const { message } = App.useApp();
  const variables = useMemo(
    () => ({ unreadOnly: given.which === 'unread', kind: (given.kind ?? null) as InboxKind | null }),
    [given],
  );
  const list = usePages(InboxPageDocument, { variables, pick: inboxOf });
  const all = async () => {
    const done = await mark.all(list.nodes[0]?.id ?? null).catch(() => false);
    void (done ? message.success(INBOX.marked) : message.error(INBOX.failed));
  };
  const choosers = [
    { name: 'which' as const, label: INBOX.which, choices: [{ value: 'unread', label: INBOX.unreadOnly }] },
    {
      name: 'kind' as const,
      ...{ label: INBOX.kind, width: 180 },
      choices: kinds.map(({ kind, label, count }) => ({ value: kind, label: INBOX.kindWith(label, count) })),
    },
  ];
  return (
    <PageFrame
      title={INBOX.title}
      about={list.totalCount === undefined ? undefined : INBOX.count(list.totalCount)}
      actions={
        <>
          <NotifySwitch />
          <Button onClick={() => void all()} disabled={unread === 0}>
            {INBOX.markAll}
          </Button>
        </>
      }
    >
      <Sheet>
        <FilterBar label={INBOX.filters} {...{ given, choose, clear, choosers }} />
        <Lines
          list={list}
          empty={variables.unreadOnly ? INBOX.noneUnread : INBOX.none}
          onRead={(id) => void mark.one(id)}
        />
      </Sheet>
    </PageFrame>
  );
}

interface LinesProps {
  readonly list: ReturnType<typeof usePages<InboxPageQuery, object, InboxPageQuery['inbox']['nodes'][number]>>;
  readonly empty: string;
  readonly onRead: (id: string) => void;
}

function Lines({ list, empty, onRead }: LinesProps) {
  if (list.error && !list.data) return <Fault error={list.error} onRetry={list.refetch} />;
  if (!list.data) return <Loading />;
  if (list.nodes.length === 0) return <Nothing text={empty} />;
  return (
    <>
      <ul className="inbox-lines">
        {list.nodes.map((item) => (
          <ItemLine key={item.id} item={item} onRead={onRead} />
        ))}
      </ul>
      {list.hasMore && (
        <Button block onClick={list.more} loading={list.busy}>
          {COMMON.loadMore}
        </Button>
      )}
    </>
  );
}
