import { useCallback, useState } from 'react';
import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { Alert } from 'antd';
import { CaseActions } from '../../actions/case-actions.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { OrdersOneDocument, type OrderWholeFragment } from './gql/graphql.ts';
import { ORDERS } from './orders.texts.ts';
import { Contact } from '../../parts/orders/contact.tsx';
import { OrderFacts, OrderProgress } from '../../parts/orders/order-facts.tsx';
import { OrderMarks, titleOf } from '../../parts/orders/order-marks.tsx';
import { Meetings, OrderUnits, RelatedOrders, Verdicts } from './parts/others.tsx';
import { Photos } from '../../parts/orders/photos.tsx';
import { type OrderNews, useOrderNews } from '../../parts/orders/use-order-news.ts';
import '../../parts/orders/orders.css';

/** One order: what was asked, what is done about it, and what the viewer may do. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(OrdersOneDocument, { variables: { id } });
  const { refetch } = query;
  const [news, setNews] = useState('');
  const hear = useCallback(
    ({ order: about }: OrderNews) => {
      if (about?.id !== id) return;
      void refetch();
      setNews(ORDERS.changed);
    },
    [id, refetch],
  );
  useOrderNews(hear);
  return (
    <Reading query={query}>
      {({ order }) => (order ? <Order order={order} news={news} /> : <Missing text={ORDERS.missing} />)}
    </Reading>
  );
}

function Order({ order, news }: { readonly order: OrderWholeFragment; readonly news: string }) {
  return (
    <PageFrame title={titleOf(order)} about={<OrderMarks order={order} />} actions={<Actions order={order} />}>
      <p role="status" className="unseen">
        {news}
      </p>
      {order.state === 'DRAFT' && <Alert type="info" showIcon title={ORDERS.draftNote} style={{ marginBottom: 16 }} />}
      <OrderSheets order={order} />
    </PageFrame>
  );
}

function Actions({ order }: { readonly order: OrderWholeFragment }) {
  const viewerActions = order.viewerActions.filter(({ action }) => action !== 'revealContact');
  return <CaseActions of={{ ...order, viewerActions }} />;
}

function OrderSheets({ order }: { readonly order: OrderWholeFragment }) {
  return (
    <div className="order-sheets">
      <div>
        <Sheet title={ORDERS.facts}>
          <OrderFacts order={order} />
          <Photos photos={order.photos} />
        </Sheet>
        <Sheet title={ORDERS.progress}>
          <OrderProgress order={order} />
        </Sheet>
        {order.contact && (
          <Sheet title={ORDERS.contact}>
            <Contact order={order} />
          </Sheet>
        )}
        <OrderUnits order={order} />
        <Verdicts order={order} />
        <RelatedOrders order={order} />
        <Meetings order={order} />
      </div>
      <Sheet title={ORDERS.timeline}>
        <Timeline events={order.events} />
      </Sheet>
    </div>
  );
}
