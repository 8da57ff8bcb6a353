import { type ReactNode, useEffect, useId, useState } from 'react';
import { spellInstant, spellWhole } from '../parts/instant.ts';
import { RESIDENT } from './resident.texts.ts';

interface WaitingProps {
  readonly fault: string | null;
  readonly again: () => void;
}

/** While nothing has come yet, or nothing came. */
export function Waiting({ fault, again }: WaitingProps) {
  if (fault === null) return <p role="status">{RESIDENT.loading}</p>;
  return (
    <div className="note bad" role="alert">
      <p>▲ {fault}</p>
      <button type="button" onClick={again}>
        {RESIDENT.again}
      </button>
    </div>
  );
}

/** An instant as people say it. */
export const At = ({ instant }: { readonly instant: string }) => (
  <time dateTime={instant} title={spellWhole(instant)}>
    {spellInstant(instant)}
  </time>
);

/** Says that there is no network, as long as there is none. */
export function Offline() {
  const [online, setOnline] = useState(navigator.onLine);
  useEffect(() => {
    const look = () => setOnline(navigator.onLine);
    addEventListener('online', look);
    addEventListener('offline', look);
    return () => {
      removeEventListener('online', look);
      removeEventListener('offline', look);
    };
  }, []);
  return (
    <div role="status" className="offline">
      {!online && <p className="note warn">▲ {RESIDENT.offline}</p>}
    </div>
  );
}

/** What a field hands to its control. */
export interface Wired {
  readonly id: string;
  readonly 'aria-describedby': string | undefined;
  readonly 'aria-invalid': boolean;
}

interface FieldProps {
  readonly label: string;
  readonly help?: string | undefined;
  readonly fault?: string | undefined;
  readonly optional?: boolean;
  readonly children: (wired: Wired) => ReactNode;
}

/** A control with its name, what is expected, and what is wrong with it. */
export function Field({ label, help, fault, optional, children }: FieldProps) {
  const id = useId();
  const told = [help && `${id}help`, fault && `${id}fault`].filter(Boolean).join(' ') || undefined;
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {optional && <span className="soft">{RESIDENT.optional}</span>}
      </label>
      {help && (
        <p id={`${id}help`} className="soft">
          {help}
        </p>
      )}
      {children({ id, 'aria-describedby': told, 'aria-invalid': fault !== undefined })}
      <Fault id={`${id}fault`} text={fault} />
    </div>
  );
}

export const Fault = ({ id, text }: { readonly id?: string; readonly text: string | undefined }) =>
  text === undefined ? null : (
    <p id={id} className="fault" role="alert">
      ▲ {text}
    </p>
  );

interface TickProps {
  readonly label: string;
  readonly checked: boolean;
  readonly onChange: (checked: boolean) => void;
}

export const Tick = ({ label, checked, onChange }: TickProps) => (
  <label className="tick">
    <input type="checkbox" checked={checked} onChange={({ target }) => onChange(target.checked)} />
    <span>{label}</span>
  </label>
);

/** Brings whoever sent a form to the first field that is not right. */
export function toFirstFault(): void {
  requestAnimationFrame(() => {
    const first = document.querySelector<HTMLElement>('[aria-invalid="true"]');
    (first ?? document.querySelector<HTMLElement>('[role="alert"]'))?.scrollIntoView({ block: 'center' });
    first?.focus({ preventScroll: true });
  });
}
