import { useMemo, useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { Button } from 'antd';
import { Link } from 'react-router';
import { FilterBar } from '../../parts/filter-bar.tsx';
import { Fault, Loading, Nothing } from '../../parts/standing.tsx';
import { PageFrame } from '../../shell/page.tsx';
import { COMMON } from '../../texts/common.ts';
import { useAddress } from '../../parts/use-address.ts';
import { HallCategoriesDocument } from './gql/graphql.ts';
import { HALL } from './hall.texts.ts';
import { AlertSwitches } from './parts/alert-switches.tsx';
import { HallCard } from './parts/hall-card.tsx';
import { JointDialog } from './parts/joint-dialog.tsx';
import { useAlerts } from './parts/use-alerts.ts';
import { type HallOrder, type Said, useHallNews, useHallOrders, useSaid, useSettling } from './parts/use-hall.ts';
import '../../parts/orders/orders.css';
import './hall.css';

const FILTERS = ['category', 'place'] as const;

/** 领单大厅, live: orders come with a sound and leave when somebody has them. */
export function Page() {
  const { given, choose, clear } = useAddress(FILTERS);
  const { category, place } = given;
  const filter = useMemo(
    () => ({ ...(category && { category }), ...(place && { division: place }) }),
    [category, place],
  );
  const orders = useHallOrders(filter);
  const alerts = useAlerts();
  const { said, say } = useSaid();
  const fresh = useHallNews({ orders, say, alert: alerts.alert });
  const { data, error, refetch, totalCount } = orders;
  return (
    <PageFrame
      title={HALL.title}
      about={totalCount === undefined ? undefined : HALL.about(totalCount)}
      actions={<AlertSwitches alerts={alerts} />}
    >
      <Sentences said={said} />
      <Filters {...{ given, choose, clear }} nodes={orders.nodes} />
      {error && !data && <Fault error={error} onRetry={refetch} />}
      {!data && !error && <Loading />}
      {data && <Cards {...{ orders, fresh, say }} filtered={Object.keys(given).length > 0} />}
    </PageFrame>
  );
}

function Sentences({ said }: { readonly said: readonly Said[] }) {
  return (
    <div role="status" aria-live="polite" className="hall-said">
      {said.map(({ id, text, to }) => (
        <p key={id}>
          {text} {to && <Link to={to}>{HALL.look}</Link>}
        </p>
      ))}
    </div>
  );
}

interface CardsProps {
  readonly orders: ReturnType<typeof useHallOrders>;
  readonly fresh: ReadonlySet<string>;
  readonly say: (one: Said) => void;
  readonly filtered: boolean;
}

function Cards({ orders, fresh, say, filtered }: CardsProps) {
  const { nodes, planOf, hasMore, more, busy, refetch } = orders;
  const settling = useSettling(nodes);
  const [joint, setJoint] = useState<HallOrder | null>(null);
  if (nodes.length === 0)
    return (
      <Nothing text={filtered ? HALL.emptyFiltered : HALL.empty}>
        <p className="soft">{HALL.emptyNote}</p>
      </Nothing>
    );
  const plan = joint && planOf(joint.id);
  const shut = () => setJoint(null);
  return (
    <>
      <div className="hall">
        {nodes.map((order) => (
          <HallCard
            key={order.id}
            {...{ order, settling, say }}
            plan={planOf(order.id)}
            fresh={fresh.has(order.id)}
            onChanged={refetch}
            onJoint={() => setJoint(order)}
          />
        ))}
      </div>
      {hasMore && (
        <Button block onClick={more} loading={busy}>
          {COMMON.loadMore}
        </Button>
      )}
      {joint && plan && <JointDialog order={joint} plan={plan} onClose={shut} onDone={() => (shut(), refetch())} />}
    </>
  );
}

type FiltersProps = ReturnType<typeof useAddress<(typeof FILTERS)[number]>> & {
  readonly nodes: readonly HallOrder[];
};

/** By category and community: of the communities those that were seen so far. */
function Filters({ given, choose, clear, nodes }: FiltersProps) {
  const { data } = useQuery(HallCategoriesDocument);
  const [seen] = useState(() => new Map<string, string>());
  for (const { community } of nodes) seen.set(community.code, community.label);
  const categories = data?.serviceCategories.map(({ code, name }) => ({ value: code, label: name })) ?? [];
  const places = [...seen].map(([value, label]) => ({ value, label }));
  const choosers = [
    { name: 'category', label: HALL.allCategories, choices: categories, width: 150 },
    { name: 'place', label: HALL.allPlaces, choices: places, width: 150 },
  ] as const;
  return <FilterBar label={HALL.filters} {...{ given, choose, clear, choosers }} />;
}
