import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { type Fact, Facts } from '../../parts/facts.tsx';
import { Named } from '../../parts/named.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { When } from '../../parts/when.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { OffersBookingDocument, type OffersBookingQuery } from './gql/graphql.ts';
import { BOOKINGS, OFFERS } from './offers.texts.ts';

type Booking = NonNullable<OffersBookingQuery['booking']>;

/** One booking: who has what, when and what for. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(OffersBookingDocument, { variables: { id } });
  useCaseNews('booking');
  return (
    <Reading query={query}>
      {({ booking }) => (booking ? <Shown booking={booking} /> : <Missing text={BOOKINGS.missing} />)}
    </Reading>
  );
}

const instant = (label: string, at: string | null | undefined): Fact => [label, at ? <When at={at} /> : null];

const bookerOf = ({ unit, office }: Booking) => unit?.shortName ?? office?.label;
const declinable = ({ state, declineUntil }: Booking) => (state === 'RESERVED' ? declineUntil : null);

function Shown({ booking }: { readonly booking: Booking }) {
  const { offer, offeringUnit, events } = booking;
  return (
    <PageFrame
      title={BOOKINGS.one(offer?.title ?? '')}
      about={<CaseMarks of={{ stateLabel: booking.stateLabel }} />}
      actions={<CaseActions of={booking} />}
    >
      <div className="case-sheets">
        <Sheet title={BOOKINGS.facts}>
          <Facts
            facts={[
              [BOOKINGS.resource, offer && <Named noun="resourceOffer" id={offer.id} name={offer.title} />],
              [BOOKINGS.giver, <Named key="giver" noun="unit" id={offeringUnit.id} name={offeringUnit.name} />],
              [BOOKINGS.booker, bookerOf(booking)],
              instant(BOOKINGS.from, booking.startsAt),
              instant(BOOKINGS.to, booking.endsAt),
              [BOOKINGS.parts, String(booking.parts)],
              [BOOKINGS.purpose, booking.purpose],
              instant(BOOKINGS.declineUntil, declinable(booking)),
              instant(BOOKINGS.created, booking.createdAt),
              instant(BOOKINGS.returned, booking.returnedAt),
            ]}
          />
        </Sheet>
        {events.length > 0 && (
          <Sheet title={OFFERS.timeline}>
            <Timeline events={events} />
          </Sheet>
        )}
      </div>
    </PageFrame>
  );
}
