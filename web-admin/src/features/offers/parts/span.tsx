import { spellInstant, spellWhole } from '../../../parts/instant.ts';
import { BOOKINGS } from '../offers.texts.ts';

interface SpanProps {
  readonly startsAt: string;
  readonly endsAt: string;
}

/** From when until when. */
export const Span = ({ startsAt, endsAt }: SpanProps) => (
  <time dateTime={startsAt} title={`${spellWhole(startsAt)} ${BOOKINGS.until} ${spellWhole(endsAt)}`}>
    {spellInstant(startsAt)} {BOOKINGS.until} {spellInstant(endsAt)}
  </time>
);
