import { useState } from 'react';
import { type ResidentOrderQuery, ResidentOrderDocument } from '../gql/graphql.ts';
import { At, Waiting } from '../parts.tsx';
import { RESIDENT } from '../resident.texts.ts';
import { useSession } from '../session.tsx';
import { SignIn } from '../sign-in.tsx';
import { useAsked } from '../use-asked.ts';
import { Heading, Way } from '../way.tsx';
import { Acts } from './acts.tsx';
import { ORDER_PAGE, PLAIN } from './order.texts.ts';
import { Asked, Ratings } from './asked.tsx';

export type Order = NonNullable<ResidentOrderQuery['order']>;

/** What becomes of an order: where it stands, what comes next, and what can be done. */
export function OrderPage({ id }: { readonly id: string }) {
  const { self } = useSession();
  if (self) return <Followed id={id} />;
  return (
    <main>
      <Heading>{RESIDENT.signIn}</Heading>
      <p>{RESIDENT.signInAbout}</p>
      <SignIn />
    </main>
  );
}

function Followed({ id }: { readonly id: string }) {
  const { data, fault, again } = useAsked(ResidentOrderDocument, { id }, { live: true });
  const [said, setSaid] = useState<string | null>(null);
  const order = data?.order;
  const done = (label: string) => {
    setSaid(ORDER_PAGE.done(label));
    again();
  };
  return (
    <main>
      {!data && <Waiting fault={fault} again={again} />}
      {data && !order && (
        <>
          <Heading>{RESIDENT.notFound}</Heading>
          <p>{ORDER_PAGE.gone}</p>
        </>
      )}
      <p role="status" className="said">
        {said && `✓ ${said}`}
      </p>
      {order && <OrderShown order={order} onDone={done} />}
      <Way to="/" className="button">
        {RESIDENT.back}
      </Way>
    </main>
  );
}

interface ShownProps {
  readonly order: Order;
  readonly onDone: (label: string) => void;
}

function OrderShown({ order, onDone }: ShownProps) {
  return (
    <>
      <Heading>{order.title ?? order.category.name}</Heading>
      {order.number && (
        <p className="soft">
          {ORDER_PAGE.number} {order.number}
        </p>
      )}
      <Standing order={order} />
      <Acts key={order.version} order={order} onDone={onDone} />
      <Ratings order={order} />
      <Story order={order} />
      <Asked order={order} />
    </>
  );
}

function Standing({ order: { state, stateLabel, dueAt, question, result, unit, serial } }: { readonly order: Order }) {
  const [now, next] = PLAIN[state] ?? [stateLabel, ''];
  const facts = [
    [ORDER_PAGE.unit, unit?.name],
    [ORDER_PAGE.result, result],
    [ORDER_PAGE.serial, serial],
  ].filter(([, value]) => value);
  return (
    <section className="card standing">
      <h2>{ORDER_PAGE.now}</h2>
      <p>
        <strong className="state">{stateLabel}</strong>
        {now}
      </p>
      {state === 'NEED_INFO' && question && (
        <p className="note warn">
          {ORDER_PAGE.question}
          {question}
        </p>
      )}
      <dl>
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt>{name}</dt>
            <dd>{value}</dd>
          </div>
        ))}
      </dl>
      <h2>{ORDER_PAGE.next}</h2>
      <p>{next}</p>
      {dueAt && (
        <p>
          {RESIDENT.dueBy} <At instant={dueAt} />
        </p>
      )}
    </section>
  );
}

/** 办理过程, the newest first. */
function Story({ order: { events } }: { readonly order: Order }) {
  return (
    <section>
      <h2>{ORDER_PAGE.story}</h2>
      <ol className="story">
        {events.map(({ id, label, at, unit, text, reason }) => (
          <li key={id}>
            <p>
              <strong>{label}</strong> <At instant={at} />
            </p>
            {unit && <p className="soft">{unit.name}</p>}
            {text && <p>{text}</p>}
            {reason && reason !== text && (
              <p>
                {ORDER_PAGE.reason}
                {reason}
              </p>
            )}
          </li>
        ))}
      </ol>
    </section>
  );
}
