import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import { agreementCase } from './agreement/agreement.case.ts';
import { agreementQueries } from './agreement/agreement.queries.ts';
import { AgreementSchema } from './agreement/agreement.row.ts';
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
  rows: [AgreementSchema, OfferSchema, BookingSchema],
  cases: [agreementCase, offerCase, bookingCase].map((of) => of as unknown as Case),
  obligations: bookingsOwed,
  queries: [allianceQueries, agreementQueries, offerQueries, bookingQueries],
  policy: {
    roots: {
      ...{ 'Query.alliance': 'SIGNED_IN', 'Query.alliances': 'SIGNED_IN' },
      ...{ 'Query.resourceOffer': 'SIGNED_IN', 'Query.resourceOffers': 'SIGNED_IN' },
      ...{ 'Query.booking': 'SIGNED_IN', 'Query.bookings': 'SIGNED_IN' },
      ...{ 'Query.agreement': 'SIGNED_IN', 'Query.agreements': 'SIGNED_IN' },
    },
    types: {
      ...{ Alliance: 'public', AllianceConnection: 'public', AllianceEdge: 'public' },
      ...{ AllianceMember: 'public', AllianceMemberConnection: 'public', AllianceMemberEdge: 'public' },
      ...{ ResourceOffer: 'case', ResourceOfferConnection: 'case', ResourceOfferEdge: 'case', OfferHours: 'case' },
      ...{ ResourceOfferContact: 'personal', ResourceOfferFullContact: 'personal' },
      ...{ Booking: 'case', BookingConnection: 'case', BookingEdge: 'case' },
      ...{ Agreement: 'case', AgreementConnection: 'case', AgreementEdge: 'case' },
      ...{ AgreementClause: 'case', AgreementVersion: 'case', AgreementChange: 'case', AgreementWordChange: 'case' },
      ...{ AgreementSignature: 'case', AgreementStatement: 'case', AgreementItem: 'case', AgreementReview: 'case' },
    },
  },
});
