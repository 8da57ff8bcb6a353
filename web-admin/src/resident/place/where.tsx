import { CommunityField } from '../community-field.tsx';
import { Field } from '../parts.tsx';
import type { StepProps } from './place-page.tsx';
import { PLACE } from './place.texts.ts';

/** Second step: where it is. */
export function Where({ draft, faults, change }: StepProps) {
  return (
    <>
      <CommunityField
        value={draft.place}
        fault={faults['place']}
        onChange={(place, placeLabel) => change({ place, placeLabel })}
      />
      <Field label={PLACE.estate} help={PLACE.estateHelp} fault={faults['estate']} optional>
        {(wired) => (
          <input {...wired} value={draft.estate} onChange={({ target }) => change({ estate: target.value })} />
        )}
      </Field>
      <Field label={PLACE.door} help={PLACE.doorHelp} fault={faults['door']} optional>
        {(wired) => <input {...wired} value={draft.door} onChange={({ target }) => change({ door: target.value })} />}
      </Field>
    </>
  );
}
