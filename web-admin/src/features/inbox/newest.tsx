import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { InboxPageDocument } from './gql/graphql.ts';
import { INBOX } from './inbox.texts.ts';
import { ItemLine } from './item-line.tsx';
import { NotifySwitch } from './notify-switch.tsx';
import { useMark } from './use-unread.ts';

const SHOWN = 8;
const EVERYTHING = { unreadOnly: null, kind: null, after: null };

/** The newest items, below the bell. */
export function Newest({ onClose }: { readonly onClose: () => void }) {
  const { data, error, refetch } = useQuery(InboxPageDocument, { variables: EVERYTHING });
  const mark = useMark();
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const items = data.inbox.nodes.slice(0, SHOWN);
  return (
    <>
      <div className="inbox-panel">
        {items.length === 0 && <Nothing text={INBOX.none} />}
        <ul className="inbox-lines">
          {items.map((item) => (
            <ItemLine key={item.id} item={item} onRead={(id) => void mark.one(id)} onOpened={onClose} />
          ))}
        </ul>
      </div>
      <div className="inbox-foot">
        <NotifySwitch />
        <Link to="/inbox" onClick={onClose}>
          {INBOX.whole}
        </Link>
      </div>
    </>
  );
}
