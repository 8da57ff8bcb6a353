import { useState } from 'react';
import { useNavigate } from 'react-router';
import { QuestionCircleOutlined } from '@ant-design/icons';
import { Button, Grid } from 'antd';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { PageFrame } from '../../shell/page.tsx';
import { listShortcuts, useShortcuts } from '../../shell/shortcuts.ts';
import { DESK } from './desk.texts.ts';
import { ApproveDialog } from './parts/approve-dialog.tsx';
import { DeskOrderView, DeskStanding, useDeskOrder } from './parts/desk-order.tsx';
import { QueueList } from './parts/queue-list.tsx';
import { useQueue } from './parts/use-queue.ts';
import { verdictsOn } from './parts/use-verdicts.ts';
import '../../parts/orders/orders.css';
import './desk.css';

/** 镇街审单: the queue at the left, the chosen order at the right, everything by single keys. */
export function Page() {
  const queue = useQueue();
  const narrow = Grid.useBreakpoint().md === false;
  const chosen = narrow ? queue.named : queue.chosen;
  const { order, missing, error, refetch } = useDeskOrder(chosen);
  const [approving, setApproving] = useState(false);
  const navigate = useNavigate();
  const done = (label: string) => order && queue.finished(order, label);
  const verdicts = verdictsOn(order, { onApprove: () => setApproving(true), onDone: done });
  useShortcuts(DESK.keyList, {
    ...Object.fromEntries(verdicts.map(({ key, act }) => [key, act])),
    ...movesIn(queue),
    o: () => order && void navigate(`/orders/${order.id}`),
  });
  const help = (
    <Button icon={<QuestionCircleOutlined />} onClick={() => listShortcuts()}>
      {DESK.keys}
    </Button>
  );
  return (
    <PageFrame title={DESK.title} about={aboutOf(queue)} actions={narrow ? null : help}>
      <p role="status" aria-live="polite" className="unseen">
        {queue.said}
      </p>
      <Content {...{ queue, narrow }}>
        {chosen === null ? (
          <Nothing text={DESK.choose} />
        ) : order ? (
          <DeskOrderView
            {...{ order, verdicts }}
            onMerged={() => done(DESK.merge)}
            onBack={narrow ? () => queue.choose(null) : null}
          />
        ) : (
          <DeskStanding {...{ error, missing }} onRetry={() => void refetch()} />
        )}
      </Content>
      {order && approving && (
        <ApproveDialog order={order} onClose={() => setApproving(false)} onDone={() => done(DESK.approve)} />
      )}
    </PageFrame>
  );
}

const aboutOf = ({ totalCount }: ReturnType<typeof useQueue>) =>
  totalCount === undefined ? undefined : DESK.about(totalCount);

const movesIn = ({ move }: ReturnType<typeof useQueue>) => ({
  ...{ j: () => move(1), ArrowDown: () => move(1) },
  ...{ k: () => move(-1), ArrowUp: () => move(-1) },
});

interface ContentProps {
  readonly queue: ReturnType<typeof useQueue>;
  readonly narrow: boolean;
  readonly children: React.ReactNode;
}

/** List and order side by side; on a phone one of the two. */
function Content({ queue, narrow, children }: ContentProps) {
  return (
    <Reading query={queue}>
      {() => (isEmpty(queue) ? <Empty /> : <Beside {...{ queue, narrow }}>{children}</Beside>)}
    </Reading>
  );
}

const isEmpty = ({ nodes, named, fresh }: ContentProps['queue']) =>
  nodes.length === 0 && named === null && fresh.count === 0;

const Empty = () => (
  <Nothing text={DESK.empty}>
    <p className="soft">{DESK.emptyNote}</p>
  </Nothing>
);

function Beside({ queue, narrow, children }: ContentProps) {
  if (narrow) return queue.named === null ? <QueueList queue={queue} /> : children;
  return (
    <div className="desk">
      <QueueList queue={queue} />
      <div className="desk-chosen">{children}</div>
    </div>
  );
}
