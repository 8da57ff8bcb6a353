import { COMMON } from '../texts/common.ts';
import { Light, type LightColour } from './light.tsx';
import { StateTag } from './state-tag.tsx';
import { When } from './when.tsx';
import './parts.css';

interface Marked {
  readonly stateLabel: string;
  readonly light?: LightColour | null;
  readonly dueAt?: string | null;
}

/** How a case stands, beside its title. */
export function CaseMarks({ of: { stateLabel, light, dueAt } }: { readonly of: Marked }) {
  return (
    <span className="case-standing">
      <StateTag label={stateLabel} />
      <Light light={light} />
      {dueAt && (
        <span>
          {COMMON.due} <When at={dueAt} />
        </span>
      )}
    </span>
  );
}
