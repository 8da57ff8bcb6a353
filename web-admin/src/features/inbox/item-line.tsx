import { Button } from 'antd';
import { Link } from 'react-router';
import { When } from '../../parts/when.tsx';
import { linkOf } from '../../shell/features.ts';
import type { InboxLineFragment } from './gql/graphql.ts';
import { INBOX } from './inbox.texts.ts';

interface ItemLineProps {
  readonly item: InboxLineFragment;
  /** It was opened, or marked as read. */
  readonly onRead: (id: string) => void;
  readonly onOpened?: () => void;
}

/** One item: what happened to which case. Opening it reads it. */
export function ItemLine({ item, onRead, onOpened }: ItemLineProps) {
  const { id, noun, nounLabel, subjectId, headline, kindLabel, label, dutyLabel, at, readAt } = item;
  const to = linkOf(noun, subjectId);
  const open = () => {
    if (!readAt) onRead(id);
    onOpened?.();
  };
  return (
    <li className="inbox-line" data-unread={!readAt || undefined}>
      <span className="inbox-mark">{!readAt && INBOX.unread}</span>
      <span className="inbox-words">
        {to ? (
          <Link to={to} onClick={open}>
            {headline}
          </Link>
        ) : (
          headline
        )}
        <span className="inbox-about">
          {INBOX.what(nounLabel, kindLabel, label)}
          {dutyLabel && ` · ${INBOX.duty(dutyLabel)}`}
        </span>
      </span>
      <span className="inbox-side">
        <When at={at} />
        {!readAt && (
          <Button size="small" type="text" onClick={() => onRead(id)} aria-label={`${INBOX.markRead}：${headline}`}>
            {INBOX.markRead}
          </Button>
        )}
      </span>
    </li>
  );
}
