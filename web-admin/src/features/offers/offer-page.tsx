import { useParams } from 'react-router';
import { useQuery } from '@apollo/client/react';
import { CaseActions } from '../../actions/case-actions.tsx';
import { CreateAction } from '../../actions/create-action.tsx';
import type { Values } from '../../actions/form.ts';
import { CaseMarks } from '../../parts/case-marks.tsx';
import { Missing, Reading } from '../../parts/reading.tsx';
import { Timeline } from '../../parts/timeline.tsx';
import { PageFrame, Sheet } from '../../shell/page.tsx';
import { useCaseNews } from '../../shell/use-case-news.ts';
import { OffersOneDocument, type OffersOneQuery } from './gql/graphql.ts';
import { OFFER_STATUS, OFFERS } from './offers.texts.ts';
import { Calendar } from './parts/calendar.tsx';
import { OfferFacts } from './parts/offer-facts.tsx';

export type Offer = NonNullable<OffersOneQuery['resourceOffer']>;

/** One offer: what it is, when it is free, and who has it when. */
export function Page() {
  const { id = '' } = useParams();
  const query = useQuery(OffersOneDocument, { variables: { id } });
  useCaseNews('resourceOffer', 'booking');
  return (
    <Reading query={query}>
      {({ resourceOffer }) => (resourceOffer ? <Shown offer={resourceOffer} /> : <Missing text={OFFERS.missing} />)}
    </Reading>
  );
}

const presetsOf = ({ kind, amount, measure, exclusive }: Offer): Readonly<Record<string, Values>> => ({
  revise: { kind, amount, measure, exclusive },
});

/** Books it for a time that is not one of those in the calendar: for days, say. */
function Book({ offer: { id, title } }: { readonly offer: Offer }) {
  return (
    <CreateAction mutation="bookingCreate" fixed={{ offerId: id }} about={title} preset={{ parts: 1 }}>
      {OFFERS.bookOther}
    </CreateAction>
  );
}

function Shown({ offer }: { readonly offer: Offer }) {
  const { title, status, dueAt, state, events } = offer;
  return (
    <PageFrame
      title={title}
      about={
        <CaseMarks of={{ stateLabel: OFFER_STATUS[status], dueAt: state === 'OFFERED' ? (dueAt ?? null) : null }} />
      }
      actions={<CaseActions of={offer} presets={presetsOf(offer)} />}
    >
      <div className="case-sheets">
        <div>
          <Sheet title={OFFERS.calendar} extra={offer.mayBook && <Book offer={offer} />}>
            <Calendar offer={offer} />
          </Sheet>
        </div>
        <div>
          <Sheet title={OFFERS.facts}>
            <OfferFacts offer={offer} />
          </Sheet>
          {events.length > 0 && (
            <Sheet title={OFFERS.timeline}>
              <Timeline events={events} />
            </Sheet>
          )}
        </div>
      </div>
    </PageFrame>
  );
}
