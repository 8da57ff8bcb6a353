import { useCallback, useMemo, useRef, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { Link, useSearchParams } from 'react-router';
import { Reading } from '../../parts/reading.tsx';
import { Nothing } from '../../parts/standing.tsx';
import { type Pages, usePages } from '../../parts/use-pages.ts';
import { apollo } from '../../shell/apollo.ts';
import { PageFrame } from '../../shell/page.tsx';
import { useViewer } from '../../shell/viewer.tsx';
import { COMMON } from '../../texts/common.ts';
import { titleOf } from '../../parts/orders/order-marks.tsx';
import { type OrderNews, useOrderNews } from '../../parts/orders/use-order-news.ts';
import { MyOrdersTabsDocument, MyOrdersWorkDocument, type MyOrdersWorkQuery } from './gql/graphql.ts';
import { MY_ORDERS } from './my-orders.texts.ts';
import { MyOrderCard } from './parts/my-order-card.tsx';
import { grouped, type MyOrder } from './parts/owed.ts';
import { filterOf, TABS, tabOf } from './parts/tabs.ts';
import '../../parts/orders/orders.css';
import './my-orders.css';

const pick = (data: MyOrdersWorkQuery) => ({ ...data.orders, totalCount: data.orders.totalCount ?? 0 });

/** What the unit has claimed and takes part in, by what it owes next. */
export function Page() {
  const [params] = useSearchParams();
  const tab = tabOf(params.get('tab'));
  const unitId = useViewer().post?.scope ?? '';
  const variables = useMemo(() => ({ filter: filterOf(tab, unitId) }), [tab, unitId]);
  const pages = usePages(MyOrdersWorkDocument, { variables, pick });
  const said = useNews();
  return (
    <PageFrame title={MY_ORDERS.title} actions={<Link to="/hall">{MY_ORDERS.toHall}</Link>}>
      <Tabs chosen={tab.key} />
      <p role="status" aria-live="polite" className="unseen">
        {said}
      </p>
      <Reading query={pages}>
        {() =>
          pages.nodes.length === 0 ? (
            <Nothing text={MY_ORDERS.empty[tab.key]} />
          ) : (
            <Orders {...{ pages, tab, unitId }} />
          )
        }
      </Reading>
    </PageFrame>
  );
}

interface OrdersProps {
  readonly pages: Pages<MyOrder>;
  readonly tab: ReturnType<typeof tabOf>;
  readonly unitId: string;
}

function Orders({ pages: { nodes, hasMore, more, busy }, tab, unitId }: OrdersProps) {
  return (
    <>
      <Groups orders={nodes} flat={tab.key === 'done' || tab.key === 'waiting'} unitId={unitId} />
      {hasMore && (
        <Button block onClick={more} loading={busy}>
          {COMMON.loadMore}
        </Button>
      )}
    </>
  );
}

/** The tabs are links: each has an address of its own. */
function Tabs({ chosen }: { readonly chosen: string }) {
  const { data } = useQuery(MyOrdersTabsDocument);
  const countOf = (bucket: string | null) => data?.orderDesk.find((one) => one.bucket === bucket)?.count;
  return (
    <nav className="my-tabs" aria-label={MY_ORDERS.tabs}>
      {TABS.map(({ key, label, bucket }) => (
        <Link key={key} to={`?tab=${key}`} replace aria-current={key === chosen ? 'page' : undefined}>
          {label} {countOf(bucket) ?? ''}
        </Link>
      ))}
    </nav>
  );
}

interface GroupsProps {
  readonly orders: readonly MyOrder[];
  /** Where nothing is owed by the unit there is nothing to group by. */
  readonly flat: boolean;
  readonly unitId: string;
}

function Groups({ orders, flat, unitId }: GroupsProps) {
  const groups = flat ? [{ label: null, orders }] : grouped(orders);
  return groups.map(({ label, orders: own }) => {
    const heading = label === null ? MY_ORDERS.noDuty : MY_ORDERS.group(label, own.length);
    return (
      <section key={label} aria-label={heading}>
        {!flat && own.length > 0 && <h2 className="my-group">{heading}</h2>}
        <div className="my-orders">
          {own.map((order) => (
            <MyOrderCard key={order.id} order={order} unitId={unitId} />
          ))}
        </div>
      </section>
    );
  });
}

const PAUSE_MS = 800;

/** Reads the lists again when something happened to an order of the unit; says what. */
function useNews(): string {
  const [said, say] = useState('');
  const timer = useRef<number | null>(null);
  const hear = useCallback(({ order, label, kind }: OrderNews) => {
    // What others claim in the hall is no news here.
    if (kind === 'OPENED' || kind === 'TAKEN' || kind === 'WITHDRAWN') return;
    if (order) say(MY_ORDERS.changed(label ?? order.stateLabel, titleOf(order)));
    timer.current ??= window.setTimeout(() => {
      timer.current = null;
      void apollo.refetchQueries({ include: [MyOrdersTabsDocument, MyOrdersWorkDocument] });
    }, PAUSE_MS);
  }, []);
  useOrderNews(hear);
  return said;
}
