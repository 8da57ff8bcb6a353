import { type FormEvent, useEffect, useState } from 'react';
import { ask, type No, noAt, noesOf } from './ask.ts';
import { CommunityField } from './community-field.tsx';
import { ResidentRequestCodeDocument, ResidentSignInDocument } from './gql/graphql.ts';
import { Fault, Field, toFirstFault } from './parts.tsx';
import { RESIDENT } from './resident.texts.ts';
import { useSession } from './session.tsx';

interface Given {
  readonly phone: string;
  readonly code: string;
  readonly name: string;
  readonly community: string;
}

const said = (field: string, message: string): No => ({ code: 'FIELD', message, path: [field] });

function faultsIn({ phone, code, name }: Given, isNew: boolean): readonly No[] {
  return [
    ...(/^1\d{10}$/.test(phone) ? [] : [said('phone', RESIDENT.phoneWrong)]),
    ...(/^\d{6}$/.test(code) ? [] : [said('code', RESIDENT.codeWrong)]),
    ...(isNew && name.trim() === '' ? [said('name', RESIDENT.nameWrong)] : []),
  ];
}

/** Signs in by a code sent to the phone, and registers whoever is new. */
export function SignIn({ community = '' }: { readonly community?: string }) {
  const { again } = useSession();
  const [given, setGiven] = useState<Given>({ phone: '', code: '', name: '', community: community.slice(0, 12) });
  const [isNew, setNew] = useState(false);
  const [busy, setBusy] = useState(false);
  const [noes, setNoes] = useState<readonly No[]>([]);
  const refuse = (why: readonly No[]) => {
    setNoes(why);
    toFirstFault();
  };
  const send = async (event: FormEvent) => {
    event.preventDefault();
    const faults = faultsIn(given, isNew);
    if (faults.length > 0) return refuse(faults);
    setBusy(true);
    const { phone, code, name, community: where } = given;
    const newcomer = isNew ? { name: name.trim(), community: where } : {};
    const input = { phone, code, carrier: 'COOKIE' as const, ...newcomer };
    const { done, noes: why } = await noesOf(ask(ResidentSignInDocument, { input }));
    setBusy(false);
    if (done) return again();
    if (why.some((no) => no.code === 'REGISTRATION_NEEDED')) setNew(true);
    refuse(why);
  };
  return (
    <form noValidate onSubmit={(event) => void send(event)}>
      <SignInFields {...{ given, isNew, noes, refuse }} change={(part) => setGiven({ ...given, ...part })} />
      <button type="submit" className="main" disabled={busy}>
        {RESIDENT.signIn}
      </button>
    </form>
  );
}

interface FieldsProps {
  readonly given: Given;
  readonly isNew: boolean;
  readonly noes: readonly No[];
  readonly refuse: (why: readonly No[]) => void;
  readonly change: (part: Partial<Given>) => void;
}

function SignInFields({ given, isNew, noes, refuse, change }: FieldsProps) {
  const { phone, code } = given;
  const whole = noes.find(({ path }) => path.length === 0);
  return (
    <>
      <Fault text={whole?.message} />
      <Field label={RESIDENT.phone} fault={noAt(noes, 'phone')}>
        {(wired) => (
          <input
            {...wired}
            type="tel"
            inputMode="numeric"
            autoComplete="tel-national"
            maxLength={11}
            value={phone}
            onChange={({ target }) => change({ phone: target.value.trim() })}
          />
        )}
      </Field>
      <CodeButton phone={phone} refuse={refuse} />
      <Field label={RESIDENT.code} fault={noAt(noes, 'code')}>
        {(wired) => (
          <input
            {...wired}
            inputMode="numeric"
            autoComplete="one-time-code"
            maxLength={6}
            value={code}
            onChange={({ target }) => change({ code: target.value.trim() })}
          />
        )}
      </Field>
      {isNew && <NewHere {...{ given, noes, change }} />}
    </>
  );
}

/** Whoever comes for the first time says who they are and where they live. */
function NewHere({ given: { name, community }, noes, change }: Pick<FieldsProps, 'given' | 'noes' | 'change'>) {
  return (
    <>
      <p className="note">{RESIDENT.newHere}</p>
      <Field label={RESIDENT.name} fault={noAt(noes, 'name')}>
        {(wired) => (
          <input
            {...wired}
            autoComplete="name"
            maxLength={30}
            value={name}
            onChange={({ target }) => change({ name: target.value })}
          />
        )}
      </Field>
      <CommunityField
        value={community}
        fault={noAt(noes, 'community')}
        onChange={(chosen) => change({ community: chosen })}
      />
    </>
  );
}

function CodeButton({ phone, refuse }: { readonly phone: string; readonly refuse: FieldsProps['refuse'] }) {
  const [wait, setWait] = useState(0);
  const [sent, setSent] = useState(false);
  useEffect(() => {
    if (wait === 0) return;
    const timer = setTimeout(() => setWait(wait - 1), 1000);
    return () => clearTimeout(timer);
  }, [wait]);
  const request = async () => {
    if (!/^1\d{10}$/.test(phone)) return refuse([said('phone', RESIDENT.phoneWrong)]);
    const { done, noes } = await noesOf(ask(ResidentRequestCodeDocument, { input: { phone } }));
    refuse(noes);
    setSent(done !== null);
    setWait(done?.sessionRequestCode.sent?.againSeconds ?? 0);
  };
  return (
    <>
      <button type="button" disabled={wait > 0} onClick={() => void request()}>
        {wait > 0 ? RESIDENT.getAgain(wait) : RESIDENT.getCode}
      </button>
      <p role="status" className="soft">
        {sent && RESIDENT.sent}
      </p>
    </>
  );
}
