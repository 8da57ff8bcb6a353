import { Button } from 'antd';
import { Link } from 'react-router';
import { openAction } from '../../../actions/requests.ts';
import { spellDay } from '../../../parts/instant.ts';
import type { BookingLineFragment } from '../gql/graphql.ts';
import type { Offer } from '../offer-page.tsx';
import { OFFERS, WEEKDAYS } from '../offers.texts.ts';
import { clockOf, type Day, type Free, instantAt, type Minutes, weekdayOf } from './free-days.ts';

interface Props {
  readonly day: Day;
  readonly offer: Offer;
  readonly bookings: readonly BookingLineFragment[];
  /** The hours that the picture shows. */
  readonly reach: Minutes;
}

/** One day: a picture of its hours, and the same in words. */
export function CalendarDay({ day, offer, bookings, reach }: Props) {
  const { date, held, free } = day;
  const name = `${spellDay(date).slice(5)} ${WEEKDAYS[weekdayOf(date) - 1] ?? ''}`;
  return (
    <li className="calendar-day" data-past={day.isPast}>
      <span className="calendar-name">{name}</span>
      <Bar day={day} reach={reach} parts={offer.parts} />
      <ul className="calendar-lines">
        {held.map((one) => (
          <li key={one.id}>
            <HeldLine span={one} booking={bookings.find(({ id }) => id === one.id)!} offer={offer} />
          </li>
        ))}
        {free.map((one) => (
          <li key={one.from}>
            <FreeLine free={one} date={date} offer={offer} />
          </li>
        ))}
        {held.length + free.length === 0 && <li className="soft">{nothingOn(day)}</li>}
      </ul>
    </li>
  );
}

const nothingOn = ({ open, isPast }: Day): string => {
  if (open.length === 0) return OFFERS.closed;
  return isPast ? OFFERS.past : OFFERS.full;
};

interface HeldProps {
  readonly span: Minutes;
  readonly booking: BookingLineFragment;
  readonly offer: Offer;
}

/** Who has it, as far as the viewer may know. */
function HeldLine({ span, booking: { id, parts, unit, office, purpose }, offer }: HeldProps) {
  const who = unit?.shortName ?? office?.label;
  const time = OFFERS.heldOf(clockOf(span.from), clockOf(span.to));
  const rest = [who ?? OFFERS.someone, !offer.exclusive && OFFERS.partsHeld(parts), purpose].filter(Boolean).join(' ');
  return (
    <>
      <span className="calendar-sign" aria-hidden="true">
        ■
      </span>{' '}
      {who ? <Link to={`/bookings/${id}`}>{time}</Link> : time} {rest}
    </>
  );
}

interface FreeProps {
  readonly free: Free;
  readonly date: string;
  readonly offer: Offer;
}

function FreeLine({ free, date, offer: { id, title, exclusive, mayBook, parts } }: FreeProps) {
  const [from, to] = [clockOf(free.from), clockOf(free.to)];
  const left = !exclusive && parts > 1 ? OFFERS.freeParts(free.parts) : '';
  const book = () =>
    openAction({
      mutation: 'bookingCreate',
      about: OFFERS.bookAbout(title, spellDay(date), from, to),
      fixed: { offerId: id },
      preset: { from: instantAt(date, free.from), to: instantAt(date, free.to), parts: 1 },
    });
  return (
    <>
      <span aria-hidden="true">○</span> {OFFERS.freeOf(from, to)}
      {left}{' '}
      {mayBook && (
        <Button size="small" aria-label={OFFERS.bookThis(spellDay(date), from, to)} onClick={book}>
          {OFFERS.book}
        </Button>
      )}
    </>
  );
}

interface BarProps {
  readonly day: Day;
  readonly reach: Minutes;
  readonly parts: number;
}

/** The hours of the day side by side; what is held has stripes, as high as its share. */
function Bar({ day: { open, held, free }, reach, parts }: BarProps) {
  const percent = (share: number) => `${String(share * 100)}%`;
  const all = reach.to - reach.from;
  const place = ({ from, to }: Minutes) => ({
    left: percent((from - reach.from) / all),
    width: percent((to - from) / all),
  });
  return (
    <div className="calendar-bar" aria-hidden="true">
      {open.map((span) => (
        <i key={`open${String(span.from)}`} className="bar-open" style={place(span)} />
      ))}
      {free.map((span) => (
        <i key={`free${String(span.from)}`} className="bar-free" style={place(span)} />
      ))}
      {held.map((span) => (
        <i
          key={span.id}
          className="bar-held"
          style={{ ...place(span), height: percent(Math.max(0.4, span.parts / parts)) }}
        />
      ))}
    </div>
  );
}
