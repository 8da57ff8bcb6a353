import { LIGHTS } from '../texts/lights.ts';
import './parts.css';

export type LightColour = keyof typeof LIGHTS;

/** How the leading duty stands: colour, sign and word. Nothing while nobody owes anything. */
export function Light({
  light,
  dense = false,
}: {
  readonly light: LightColour | null | undefined;
  readonly dense?: boolean;
}) {
  if (!light) return null;
  const { word, about, sign } = LIGHTS[light];
  return (
    <span className={`light light-${light.toLowerCase()}`} title={about}>
      <span aria-hidden="true">{sign}</span> {dense ? <span className="unseen">{word}</span> : word}
    </span>
  );
}
