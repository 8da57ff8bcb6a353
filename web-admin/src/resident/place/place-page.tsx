import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { newKey } from '../../actions/form.ts';
import { placeBehind } from '../community-field.tsx';
import { Fault, toFirstFault } from '../parts.tsx';
import { useSession } from '../session.tsx';
import { go, Heading } from '../way.tsx';
import { type Change, type OrderDraft, useOrderDraft } from './draft.ts';
import { type Faults, faultsIn, stepOf } from './faults.ts';
import { LookBack } from './look-back.tsx';
import { PLACE } from './place.texts.ts';
import { sendOrder } from './send.ts';
import { What } from './what.tsx';
import { Where } from './where.tsx';
import { Who } from './who.tsx';

/** What a step is given. */
export interface StepProps {
  readonly draft: OrderDraft;
  readonly faults: Faults;
  readonly change: Change;
}

const STEPS = [What, Where, Who];
const WORDS = ['category', 'content', 'place', 'estate', 'door', 'wishAt', 'photos'];

/** Placing an order in three steps, and a look back before it is sent. */
export function PlacePage() {
  const { draft, keep, forget, again } = useOrderDraft();
  const [faults, setFaults] = useState<Faults>({});
  // What arrives late must not undo what was written meanwhile.
  const latest = useRef(draft);
  latest.current = draft;
  const put = (part: Partial<OrderDraft>) => keep((latest.current = { ...latest.current, ...part }));
  const change: Change = (part) => {
    // Opened before, but written anew since: it is another order then.
    const anew = latest.current.orderId && Object.keys(part).some((name) => WORDS.includes(name));
    put({ ...part, ...(anew && { orderId: null, key: newKey() }) });
  };
  usePlaceOfLink(draft, change);
  const refuse = (found: Faults) => {
    setFaults(found);
    toFirstFault();
  };
  const turnTo = (step: number) => {
    setFaults({});
    change({ step });
    scrollTo(0, 0);
  };
  const Step = STEPS[draft.step];
  return (
    <main>
      <Heading>{headingOf(draft.step)}</Heading>
      <Fault text={faults['']} />
      {Step ? (
        <StepForm {...{ draft, refuse, turnTo }}>
          <Step {...{ draft, faults, change }} />
        </StepForm>
      ) : (
        <Sending {...{ draft, change: put, forget, turnTo, refuse }} />
      )}
      <button type="button" className="plain" onClick={again}>
        {PLACE.drop}
      </button>
    </main>
  );
}

const headingOf = (step: number): string => (step < 3 ? PLACE.stepOf(step + 1, 3, PLACE.steps[step]!) : PLACE.lookBack);

interface Turning {
  readonly draft: OrderDraft;
  readonly refuse: (faults: Faults) => void;
  readonly turnTo: (step: number) => void;
}

function StepForm({ draft, refuse, turnTo, children }: Turning & { readonly children: ReactNode }) {
  const { self } = useSession();
  const next = (event: FormEvent) => {
    event.preventDefault();
    const found = faultsIn(draft.step, draft);
    if (Object.keys(found).length > 0) return refuse(found);
    turnTo(draft.step + 1);
  };
  return (
    <>
      <form noValidate id="step" onSubmit={next}>
        {draft.step < 2 || self ? children : null}
      </form>
      {draft.step === 2 && !self && children}
      <div className="turns">
        {draft.step > 0 && (
          <button type="button" onClick={() => turnTo(draft.step - 1)}>
            {PLACE.previous}
          </button>
        )}
        {(draft.step < 2 || self) && (
          <button type="submit" form="step" className="main">
            {PLACE.next}
          </button>
        )}
      </div>
    </>
  );
}

interface SendingProps extends Turning {
  readonly change: Change;
  readonly forget: () => void;
}

function Sending({ draft, change, forget, turnTo, refuse }: SendingProps) {
  const [busy, setBusy] = useState(false);
  const { self } = useSession();
  useEffect(() => {
    if (!self) turnTo(2);
  });
  const send = async () => {
    setBusy(true);
    const sent = await sendOrder(draft, change);
    setBusy(false);
    if ('id' in sent) {
      forget();
      return go(`/orders/${sent.id}`, 'replace');
    }
    const [first] = sent.noes;
    const field = first?.path.at(-1);
    const step = stepOf(field);
    if (step < 3) turnTo(step);
    refuse({ [step < 3 ? (field === 'title' ? 'content' : field!) : '']: first?.message ?? '' });
  };
  return (
    <>
      <LookBack draft={draft} turnTo={turnTo} />
      <button type="button" className="main" disabled={busy} onClick={() => void send()}>
        {busy ? PLACE.sending : PLACE.send}
      </button>
    </>
  );
}

/** Whoever scanned a poster finds the place filled in. */
function usePlaceOfLink(draft: OrderDraft, change: Change): void {
  const [asked] = useState(() => new URLSearchParams(location.search).get('community'));
  const [at] = useState(() => new URLSearchParams(location.search).get('at') ?? '');
  const { self } = useSession();
  const own = self?.post?.division;
  useEffect(() => {
    if (asked)
      placeBehind(asked).then(
        (place) => change(place ? { place: place.code, placeLabel: place.label, ...(at && { estate: at }) } : {}),
        () => undefined,
      );
    else if (own && draft.place === '') change({ place: own.code, placeLabel: own.label });
  }, [asked, own?.code]);
}
