import { useCallback, useRef } from 'react';
import { useQuery } from '@apollo/client/react';
import { Link } from 'react-router';
import { Fault, Loading, Nothing } from '../../../parts/standing.tsx';
import { actsAs, useViewer, type Viewer } from '../../../shell/viewer.tsx';
import { LIGHTS } from '../../../texts/lights.ts';
import { useOrderNews } from '../../../parts/orders/use-order-news.ts';
import { HomeDeskDocument, type OrderBucket } from '../gql/graphql.ts';
import { HOME } from '../home.texts.ts';

const ofUnit = actsAs('UNIT_LIAISON', 'UNIT_LEAD');
const UNIT_TABS: Readonly<Partial<Record<OrderBucket, string>>> = {
  ...{ MINE: 'work', INVITED: 'invited', WAITING: 'waiting', SHARED: 'shared', RED: 'red', YELLOW: 'yellow' },
};

/** The list behind a figure. */
function behind(bucket: OrderBucket, viewer: Viewer): string {
  if (bucket === 'TO_REVIEW') return '/desk';
  if (bucket === 'TO_CLAIM') return '/hall';
  const tab = UNIT_TABS[bucket];
  return ofUnit(viewer) && tab ? `/my-orders?tab=${tab}` : `/orders?bucket=${bucket}`;
}

const signOf = (bucket: OrderBucket) => (bucket === 'RED' || bucket === 'YELLOW' ? LIGHTS[bucket].sign : null);

/** How many orders wait for the viewer, each figure with the list behind it. */
export function Tiles() {
  const viewer = useViewer();
  const { data, error, refetch } = useQuery(HomeDeskDocument);
  useThrottledNews(refetch);
  if (error && !data) return <Fault error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  if (data.orderDesk.length === 0) return <Nothing text={HOME.nothing} />;
  return (
    <ul className="today-tiles">
      {data.orderDesk.map(({ bucket, label, count }) => (
        <li key={bucket}>
          <Link className="today-tile" to={behind(bucket, viewer)} data-bucket={bucket} data-zero={count === 0}>
            <strong>{count}</strong>
            <span>
              {signOf(bucket) && <span aria-hidden="true">{signOf(bucket)} </span>}
              {label}
            </span>
          </Link>
        </li>
      ))}
    </ul>
  );
}

const PAUSE_MS = 1500;

function useThrottledNews(refetch: () => unknown): void {
  const timer = useRef<number | null>(null);
  const hear = useCallback(() => {
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      void refetch();
    }, PAUSE_MS);
  }, [refetch]);
  useOrderNews(hear);
}
