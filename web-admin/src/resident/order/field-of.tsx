import type { ReactNode } from 'react';
import type { FormField } from '../../actions/form.ts';
import { CommunityField } from '../community-field.tsx';
import { ResidentCategoriesDocument } from '../gql/graphql.ts';
import { Fault, Field, Tick, type Wired } from '../parts.tsx';
import { Photos } from '../photos.tsx';
import { Categories } from '../place/what.tsx';
import { useAsked } from '../use-asked.ts';
import { Choices, Stars } from './choices.tsx';

export interface FieldOfProps {
  readonly field: FormField;
  readonly value: unknown;
  readonly fault: string | undefined;
  readonly onChange: (value: unknown) => void;
}

type Control = (props: FieldOfProps) => ReactNode;

const textOf = (value: unknown): string =>
  typeof value === 'string' || typeof value === 'number' ? String(value) : '';

/** A control that has a label of its own kind. */
const labelled =
  (control: (props: FieldOfProps, wired: Wired) => ReactNode): Control =>
  (props) => {
    const { label, help, required } = props.field;
    return (
      <Field label={label} help={help || undefined} fault={props.fault} optional={!required}>
        {(wired) => control(props, wired)}
      </Field>
    );
  };

const Words = labelled(({ field, value, onChange }, wired) => (
  <textarea
    {...wired}
    rows={field.widget === 'line' ? 2 : 4}
    value={textOf(value)}
    onChange={({ target }) => onChange(target.value)}
  />
));

const line = (type: string, read: (text: string) => unknown = (text) => text, show = textOf) =>
  labelled(({ value, onChange }, wired) => (
    <input {...wired} type={type} value={show(value)} onChange={({ target }) => onChange(read(target.value))} />
  ));

const AHEAD_MS = 8 * 3_600_000;
const wall = (value: unknown) =>
  textOf(value) && new Date(Date.parse(textOf(value)) + AHEAD_MS).toISOString().slice(0, 16);

function Category(props: FieldOfProps) {
  const { data } = useAsked(ResidentCategoriesDocument, {});
  const all = data?.serviceCategories ?? [];
  return labelled(({ value, onChange }, wired) => <Categories {...{ wired, value: textOf(value), all, onChange }} />)(
    props,
  );
}

const Place: Control = ({ value, fault, onChange }) => (
  <CommunityField value={textOf(value)} fault={fault} onChange={onChange} />
);

const Flag: Control = ({ field, value, fault, onChange }) => (
  <div className="field">
    <Tick label={field.label} checked={value === true} onChange={onChange} />
    <Fault text={fault} />
  </div>
);

const Pictures: Control = ({ field, value, fault, onChange }) => (
  <div className="field">
    <p className="label">{field.label}</p>
    <Photos
      {...{ label: field.label, value: (value as readonly string[] | undefined) ?? [], most: field.maxCount ?? 9 }}
      publishConsent={false}
      onChange={onChange}
    />
    <Fault text={fault} />
  </div>
);

const CONTROLS: Readonly<Record<string, Control>> = {
  ...{ paragraph: Words, reason: Words, line: Words, choice: Choices, flag: Flag, photos: Pictures },
  number: line('number', (text) => (text === '' ? undefined : Number(text))),
  date: line('date'),
  instant: line('datetime-local', (text) => text && `${text}:00+08:00`, wall),
  ...{ phone: line('tel'), category: Category, division: Place },
};

const PlainLine = line('text');

/** The control for a field, by what the house says of it. */
export function FieldOf(props: FieldOfProps) {
  const { widget, min, max } = props.field;
  // Out of five: stars.
  const Chosen = widget === 'number' && min === 1 && max === 5 ? Stars : (CONTROLS[widget] ?? PlainLine);
  return <Chosen {...props} />;
}
