import { TIMELINE } from '../texts/timeline.ts';
import { Light, type LightColour } from './light.tsx';
import { Nothing } from './standing.tsx';
import { When } from './when.tsx';
import './parts.css';

/** An event of a case, as fragment `CaseEventLine` reads it. */
export interface TimelineEvent {
  readonly id: string;
  readonly action: string;
  readonly label: string;
  readonly at: string;
  readonly person?: string | null;
  readonly role?: string | null;
  readonly unit?: { readonly shortName: string } | null;
  readonly text?: string | null;
  readonly reason?: string | null;
  /** Duties that ended with it. */
  readonly clocks: readonly { readonly action: string; readonly light: string }[];
}

/** Noted at the very moment at which a limit ends: a moment later the light is red. */
const MISSED = 'deadlineMissed';

/** 办理过程: what was done with a case, newest first. */
export function Timeline({ events }: { readonly events: readonly TimelineEvent[] }) {
  if (events.length === 0) return <Nothing text={TIMELINE.nothing} />;
  return (
    <ol className="timeline">
      {events.map((event) => (
        <li key={event.id}>
          <div className="timeline-head">
            <strong>{event.label}</strong> <When at={event.at} />
            {event.clocks.map(({ action, light }) => (
              <Light key={action} light={event.action === MISSED ? 'RED' : (light as LightColour)} />
            ))}
          </div>
          <Doer event={event} />
          {event.text && <p>{event.text}</p>}
          {event.reason && (
            <p>
              {TIMELINE.reason}
              {event.reason}
            </p>
          )}
        </li>
      ))}
    </ol>
  );
}

function Doer({ event: { person, unit } }: { readonly event: TimelineEvent }) {
  const words = [unit && `${TIMELINE.unit}${unit.shortName}`, person && TIMELINE.by(person)].filter(Boolean);
  return words.length === 0 ? null : <p className="soft">{words.join('，')}</p>;
}
