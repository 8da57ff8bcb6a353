import { useEffect, useState } from 'react';
import { ask } from './ask.ts';
import { ResidentCommunitiesDocument, ResidentPlaceDocument, ResidentStreetsDocument } from './gql/graphql.ts';
import { Field, Waiting } from './parts.tsx';
import { RESIDENT } from './resident.texts.ts';
import { useAsked } from './use-asked.ts';

interface CommunityFieldProps {
  /** Code of a community or village, or of a grid in one. */
  readonly value: string;
  readonly fault?: string | undefined;
  readonly onChange: (code: string, label: string) => void;
}

/** Picks a community or village: first its street or town. */
export function CommunityField({ value, fault, onChange }: CommunityFieldProps) {
  const { data, fault: unread, again } = useAsked(ResidentStreetsDocument, {});
  const [street, setStreet] = useState(value.slice(0, 9) && `${value.slice(0, 9)}000`);
  useEffect(() => {
    if (value) setStreet(`${value.slice(0, 9)}000`);
  }, [value]);
  if (!data) return <Waiting fault={unread} again={again} />;
  const streets = [...data.streets.nodes, ...data.towns.nodes];
  const choose = (code: string) => {
    setStreet(code);
    onChange('', '');
  };
  return (
    <>
      <Field label={RESIDENT.street} fault={street ? undefined : fault}>
        {(wired) => <Select wired={wired} value={street} choices={streets} onChange={choose} />}
      </Field>
      {street && <Communities key={street} {...{ street, value, fault, onChange }} />}
    </>
  );
}

function Communities({ street, value, fault, onChange }: CommunityFieldProps & { readonly street: string }) {
  const { data, fault: unread, again } = useAsked(ResidentCommunitiesDocument, { street });
  if (!data) return <Waiting fault={unread} again={again} />;
  const choices = data.divisions.nodes;
  const choose = (code: string) => onChange(code, choices.find((one) => one.code === code)?.label ?? '');
  return (
    <Field label={RESIDENT.community} fault={fault}>
      {(wired) => <Select wired={wired} value={value.slice(0, 12)} choices={choices} onChange={choose} />}
    </Field>
  );
}

interface SelectProps {
  readonly wired: object;
  readonly value: string;
  readonly choices: readonly { readonly code: string; readonly label: string }[];
  readonly onChange: (code: string) => void;
}

const Select = ({ wired, value, choices, onChange }: SelectProps) => (
  <select {...wired} value={value} onChange={({ target }) => onChange(target.value)}>
    <option value="">{RESIDENT.choose}</option>
    {choices.map(({ code, label }) => (
      <option key={code} value={code}>
        {label}
      </option>
    ))}
  </select>
);

const OPEN = ['COMMUNITY', 'VILLAGE', 'GRID'];

/** What a link or a poster names, if an order can be placed there; null when there is no such place. */
export async function placeBehind(code: string): Promise<{ code: string; label: string } | null> {
  const { division } = await ask(ResidentPlaceDocument, { code });
  if (!division || !OPEN.includes(division.level)) return null;
  const community = division.path.find(({ level }) => level === 'COMMUNITY' || level === 'VILLAGE');
  const label = division.level === 'GRID' ? `${community?.label ?? ''}${division.label}` : division.label;
  return { code: division.code, label };
}
