import { lazy, Suspense, useState } from 'react';
import { BellOutlined } from '@ant-design/icons';
import { App, Badge, Button, Popover } from 'antd';
import { useNavigate } from 'react-router';
import { Loading } from '../../parts/standing.tsx';
import { useLive } from '../../shell/live.ts';
import { InboxNewsDocument, type InboxNewsSubscription } from './gql/graphql.ts';
import { INBOX } from './inbox.texts.ts';
import { notify } from './notify.ts';
import { useInboxAgain, useUnread } from './use-unread.ts';
import './inbox.css';

const Newest = lazy(async () => ({ default: (await import('./newest.tsx')).Newest }));

/** The figure must be read on the red of the header. */
const PLATE = { indicator: { background: '#fff', color: '#a50d25', boxShadow: 'none' } };

/** Stands in the header: how much is unread, what is new the moment it comes, and the newest on a click. */
export function InboxButton() {
  const [open, setOpen] = useState(false);
  const { unread } = useUnread();
  useNews();
  const newest = (
    <Suspense fallback={<Loading />}>
      <Newest onClose={() => setOpen(false)} />
    </Suspense>
  );
  return (
    <Popover
      trigger="click"
      placement="bottomRight"
      open={open}
      onOpenChange={setOpen}
      title={INBOX.newest}
      content={open ? newest : null}
    >
      <Button
        type="text"
        className="head-button inbox-button"
        aria-label={INBOX.open(unread)}
        aria-haspopup="dialog"
        aria-expanded={open}
        title={INBOX.title}
        onKeyDown={(event) => event.key === 'Escape' && setOpen(false)}
        icon={
          <Badge
            count={unread}
            size="small"
            overflowCount={9999}
            offset={[10, 2]}
            title={INBOX.open(unread)}
            styles={PLATE}
          >
            <BellOutlined style={{ color: '#fff', fontSize: 18 }} />
          </Badge>
        }
      />
    </Popover>
  );
}

/** Says what has come in, as it comes. */
function useNews(): void {
  const again = useInboxAgain();
  const navigate = useNavigate();
  const { message } = App.useApp();
  useLive(InboxNewsDocument, {
    onNotice: ({ inboxNotices: { kind, headline, label } }: InboxNewsSubscription) => {
      again();
      if (kind === 'RESYNC' || !headline || !label) return;
      const text = INBOX.arrived(headline, label);
      void message.info({ content: text, key: 'inbox' });
      notify(text, () => void navigate('/inbox'));
    },
  });
}
