import { sayTime } from '../../../kernel/said-time.ts';
import { defineCase } from '../../../platform/process/case.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { linksIn } from '../offer/offer.links.ts';
import type { OfferLinks } from '../offer/offer.policy.ts';
import { bookingNotices } from './booking.notices.ts';
import { isVisible, relationsOf } from './booking.policy.ts';
import { bookingProcess } from './booking.process.ts';
import { BookingSchema, type BookingRow } from './booking.row.ts';
import { Booking, bookingById } from './booking.shape.ts';

export const bookingCase = defineCase<BookingRow, OfferLinks>({
  process: bookingProcess,
  row: BookingSchema,
  type: () => Booking.type,
  shown: bookingById,
  policy: { links: linksIn('booking'), relations: relationsOf, visible: isVisible, seesFile: () => false },
  places: ({ districtCode, streetCode, communityCode }) => ({
    ...{ district: districtCode, street: streetCode, community: communityCode ?? null, grid: null },
  }),
  concerned: ({ offerUnitId, unitId, personId }) => ({
    unitIds: [offerUnitId, ...(unitId ? [unitId] : [])],
    personIds: [personId],
  }),
  limit: (action, { startsAt, endsAt }) =>
    Promise.resolve(action === 'start' ? startsAt : action === 'finish' ? endsAt : null),
  notices: bookingNotices,
  headline: ({ purpose, startsAt }) => `${sayTime(startsAt)}的资源预约：${purpose}`,
});

export const { verb: bookingVerb, opens: bookingOpens } = verbsOf(bookingCase, bookingProcess);
