import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import { allianceQueries } from './alliance.queries.ts';
import { bookingCase } from './booking/booking.case.ts';
import { bookingsOwed } from './booking/booking.obligations.ts';
import { bookingQueries } from './booking/booking.queries.ts';
import { BookingSchema } from './booking/booking.row.ts';
import { offerCase } from './offer/offer.case.ts';
import { offerQueries } from './offer/offer.queries.ts';
import { OfferSchema } from './offer/offer.row.ts';

export const allianceModule = defineModule({
  name: 'alliance',
  rows: [OfferSchema, BookingSchema],
  cases: [offerCase as unknown as Case, bookingCase as unknown as Case],
  obligations: bookingsOwed,
  queries: [allianceQueries, offerQueries, bookingQueries],
  policy: {
    roots: {
      ...{ 'Query.alliance': 'SIGNED_IN', 'Query.alliances': 'SIGNED_IN' },
      ...{ 'Query.resourceOffer': 'SIGNED_IN', 'Query.resourceOffers': 'SIGNED_IN' },
      ...{ 'Query.booking': 'SIGNED_IN', 'Query.bookings': 'SIGNED_IN' },
    },
    types: {
      ...{ Alliance: 'public', AllianceConnection: 'public', AllianceEdge: 'public' },
      ...{ AllianceMember: 'public', AllianceMemberConnection: 'public', AllianceMemberEdge: 'public' },
      ...{ ResourceOffer: 'case', ResourceOfferConnection: 'case', ResourceOfferEdge: 'case', OfferHours: 'case' },
      ...{ ResourceOfferContact: 'personal', ResourceOfferFullContact: 'personal' },
      ...{ Booking: 'case', BookingConnection: 'case', BookingEdge: 'case' },
    },
  },
});
