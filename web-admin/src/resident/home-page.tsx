import { useEffect, useState } from 'react';
import { ask, noesOf } from './ask.ts';
import { placeBehind } from './community-field.tsx';
import { ResidentOrdersDocument, type ResidentOrdersQuery, ResidentSignOutDocument } from './gql/graphql.ts';
import { At, Waiting } from './parts.tsx';
import { hasDraft } from './place/draft.ts';
import { RESIDENT } from './resident.texts.ts';
import { useSession } from './session.tsx';
import { useAsked } from './use-asked.ts';
import { Heading, Way } from './way.tsx';

/** The first page: place an order, and see one's own. */
export function HomePage() {
  const { self, again } = useSession();
  const [asked] = useState(() => new URLSearchParams(location.search).get('community'));
  const signOut = async () => {
    await noesOf(ask(ResidentSignOutDocument, {}));
    again();
  };
  return (
    <main>
      <Heading>{RESIDENT.product}</Heading>
      <p>{RESIDENT.slogan}</p>
      {asked && <PlaceNote code={asked} />}
      <Way to={asked ? `/new${location.search}` : '/new'} className="button main">
        {hasDraft() ? RESIDENT.goOn : RESIDENT.place}
      </Way>
      <h2>{RESIDENT.mine}</h2>
      {self ? (
        <MyOrders />
      ) : (
        <>
          <p>{RESIDENT.signInToSee}</p>
          <Way to="/sign-in" className="button">
            {RESIDENT.signIn}
          </Way>
        </>
      )}
      {self && (
        <p className="foot">
          {RESIDENT.signedInAs(self.contact?.name ?? self.person.displayName)}
          <button type="button" className="plain" onClick={() => void signOut()}>
            {RESIDENT.signOut}
          </button>
        </p>
      )}
    </main>
  );
}

function PlaceNote({ code }: { readonly code: string }) {
  const [said, setSaid] = useState<string | null>(null);
  useEffect(() => {
    placeBehind(code).then(
      (place) => setSaid(place ? RESIDENT.here(place.label) : RESIDENT.badPlace),
      () => undefined,
    );
  }, [code]);
  return said === null ? null : <p className="note">{said}</p>;
}

function MyOrders() {
  const { data, fault, again } = useAsked(ResidentOrdersDocument, {}, { live: true });
  if (!data) return <Waiting fault={fault} again={again} />;
  const { nodes } = data.orders;
  if (nodes.length === 0) return <p>{RESIDENT.none}</p>;
  return (
    <ul className="orders">
      {nodes.map((order) => (
        <OrderLine key={order.id} order={order} />
      ))}
    </ul>
  );
}

/** States in which the resident has the word. */
const MINE: readonly string[] = ['DRAFT', 'NEED_INFO', 'AWAITING_RATING'];

function OrderLine({ order }: { readonly order: ResidentOrdersQuery['orders']['nodes'][number] }) {
  const { id, title, state, stateLabel, category, community, dueAt, enteredAt } = order;
  return (
    <li className="card">
      <Way to={`/orders/${id}`} className="order-title">
        {title ?? category.name}
      </Way>
      <p>
        <strong className={MINE.includes(state) ? 'state mine' : 'state'}>{stateLabel}</strong>
        {RESIDENT.since} <At instant={enteredAt} />
      </p>
      <p className="soft">
        {category.name} · {community.label}
        {dueAt && (
          <>
            {' · '}
            {RESIDENT.dueBy} <At instant={dueAt} />
          </>
        )}
      </p>
    </li>
  );
}
