import { useEffect, useRef, useState } from 'react';
import type { ActionForm } from '../../actions/form.ts';
import { ResidentFormDocument } from '../gql/graphql.ts';
import { Waiting } from '../parts.tsx';
import { useAsked } from '../use-asked.ts';
import { ActForm } from './act-form.tsx';
import type { Order } from './order-page.tsx';
import { ORDER_PAGE } from './order.texts.ts';

interface ActsProps {
  readonly order: Order;
  readonly onDone: (label: string) => void;
}

type Act = Order['viewerActions'][number];

/** What the house offers this resident to do now: buttons, and the form of the one that was chosen. */
export function Acts({ order, onDone }: ActsProps) {
  const [chosen, choose] = useState<Act | null>(null);
  const { viewerActions: acts } = order;
  if (acts.length === 0) return null;
  const first = acts.find(({ tone }) => tone === 'FORWARD') ?? acts.find(({ action }) => action === 'rate');
  return (
    <section className="card">
      <h2>{chosen ? chosen.label : ORDER_PAGE.todo}</h2>
      {chosen ? (
        <Chosen key={chosen.action} {...{ order, act: chosen, onDone }} onCancel={() => choose(null)} />
      ) : (
        <div className="acts">
          {acts.map((act) => (
            <button
              key={act.action}
              type="button"
              className={act === first ? 'main' : act.tone === 'GRAVE' ? 'grave' : ''}
              onClick={() => choose(act)}
            >
              {act.label}
            </button>
          ))}
        </div>
      )}
    </section>
  );
}

interface ChosenProps extends ActsProps {
  readonly act: Act;
  readonly onCancel: () => void;
}

function Chosen({ order, act, onDone, onCancel }: ChosenProps) {
  const { data, fault, again } = useAsked(ResidentFormDocument, { mutation: act.mutation });
  const box = useRef<HTMLDivElement>(null);
  const ready = data !== null;
  useEffect(() => {
    if (ready) box.current?.querySelector<HTMLElement>('input, textarea, select, button')?.focus();
  }, [ready]);
  return (
    <div ref={box}>
      {data?.actionForm ? (
        <ActForm {...{ order, onCancel }} form={data.actionForm as ActionForm} onDone={() => onDone(act.label)} />
      ) : (
        <Waiting fault={fault} again={again} />
      )}
    </div>
  );
}
