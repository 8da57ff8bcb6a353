import { useId } from 'react';
import { Fault } from '../parts.tsx';
import { RESIDENT } from '../resident.texts.ts';
import type { FieldOfProps } from './field-of.tsx';
import { ORDER_PAGE } from './order.texts.ts';

interface RadiosProps extends FieldOfProps {
  readonly className: string;
  readonly choices: readonly { readonly value: unknown; readonly label: string; readonly sign?: string }[];
}

function Radios({ field, value, fault, onChange, className, choices }: RadiosProps) {
  const id = useId();
  return (
    <fieldset className={className} aria-describedby={fault && `${id}fault`}>
      <legend>
        {field.label}
        {!field.required && <span className="soft">{RESIDENT.optional}</span>}
      </legend>
      {choices.map(({ value: one, label, sign }) => (
        <label key={label} className="tick">
          <input
            type="radio"
            name={id}
            checked={value === one}
            aria-invalid={fault !== undefined}
            onChange={() => onChange(one)}
          />
          {sign && (
            <span aria-hidden="true" className="sign">
              {sign}
            </span>
          )}
          <span>{label}</span>
        </label>
      ))}
      <Fault id={`${id}fault`} text={fault} />
    </fieldset>
  );
}

/** One of the values of a choice. */
export const Choices = (props: FieldOfProps) => <Radios {...props} className="field" choices={props.field.choices} />;

const STARS = [5, 4, 3, 2, 1].map((value) => ({ value, label: ORDER_PAGE.stars(value), sign: '★'.repeat(value) }));

/** One to five stars, the best first. */
export const Stars = (props: FieldOfProps) => <Radios {...props} className="field stars" choices={STARS} />;
