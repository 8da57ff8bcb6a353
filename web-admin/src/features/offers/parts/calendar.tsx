import { useState } from 'react';
import { useQuery } from '@apollo/client/react';
import { LeftOutlined, RightOutlined } from '@ant-design/icons';
import { Button } from 'antd';
import { dayOf, spellDay } from '../../../parts/instant.ts';
import { Reading } from '../../../parts/reading.tsx';
import { type BookingLineFragment, OffersCalendarDocument } from '../gql/graphql.ts';
import type { Offer } from '../offer-page.tsx';
import { OFFERS } from '../offers.texts.ts';
import { CalendarDay } from './calendar-day.tsx';
import { dayAfter, daysOf, instantAt, reachOf, weekdayOf } from './free-days.ts';
import './calendar.css';

/** So far ahead can be booked. */
const WEEKS_AHEAD = 13;

/** Week by week: when the offer is open, who has it, and when it is free. */
export function Calendar({ offer }: { readonly offer: Offer }) {
  const [ahead, setAhead] = useState(0);
  const today = dayOf(new Date());
  const from = dayAfter(today, 7 * ahead + 1 - weekdayOf(today));
  const variables = { id: offer.id, from: instantAt(from, 0), to: instantAt(dayAfter(from, 7), 0) };
  const query = useQuery(OffersCalendarDocument, { variables });
  const data = query.data ?? query.previousData;
  return (
    <>
      <div className="calendar-head">
        <Button icon={<LeftOutlined />} disabled={ahead === 0} onClick={() => setAhead(ahead - 1)}>
          {OFFERS.earlier}
        </Button>
        <strong role="status">{OFFERS.week(spellDay(from), spellDay(dayAfter(from, 6)))}</strong>
        <Button
          icon={<RightOutlined />}
          iconPlacement="end"
          disabled={ahead === WEEKS_AHEAD - 1}
          onClick={() => setAhead(ahead + 1)}
        >
          {OFFERS.later}
        </Button>
      </div>
      <Reading query={{ ...query, data }}>
        {({ resourceOffer }) => <Week offer={offer} from={from} bookings={resourceOffer?.bookings.nodes ?? []} />}
      </Reading>
    </>
  );
}

interface WeekProps {
  readonly offer: Offer;
  readonly from: string;
  readonly bookings: readonly BookingLineFragment[];
}

function Week({ offer, from, bookings }: WeekProps) {
  const { hours, parts } = offer;
  const days = daysOf({ from, hours, parts, bookings, now: Date.now() });
  const reach = reachOf(days);
  return (
    <ol className="calendar">
      {days.map((day) => (
        <CalendarDay key={day.date} day={day} {...{ offer, reach, bookings }} />
      ))}
    </ol>
  );
}
