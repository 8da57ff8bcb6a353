import { spellInstant, spellWhole } from './instant.ts';
import { RESOURCES } from '../texts/resources.ts';

interface SpanProps {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** From when until when. */
export const Span = ({ startsAt, endsAt }: SpanProps) => (
  <time dateTime={startsAt} title={`${spellWhole(startsAt)} ${RESOURCES.until} ${spellWhole(endsAt)}`}>
    {spellInstant(startsAt)} {RESOURCES.until} {spellInstant(endsAt)}
  </time>
);
