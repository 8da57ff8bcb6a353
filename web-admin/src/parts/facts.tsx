import { Fragment, type ReactNode } from 'react';
import './parts.css';

export type Fact = readonly [label: string, value: ReactNode];

/** Labels and values side by side; values that are null or empty are left out with their labels. */
export function Facts({ facts }: { readonly facts: readonly (Fact | null | false)[] }) {
  const shown = facts.filter((fact): fact is Fact => Boolean(fact) && !isEmpty((fact as Fact)[1]));
  return (
    <dl className="facts">
      {shown.map(([label, value]) => (
        <Fragment key={label}>
          <dt>{label}</dt>
          <dd>{value}</dd>
        </Fragment>
      ))}
    </dl>
  );
}

const isEmpty = (value: ReactNode) => value === null || value === undefined || value === '' || value === false;
