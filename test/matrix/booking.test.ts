import 'reflect-metadata';
import { bookingProcess } from '../../api/src/modules/alliance/booking/booking.process.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { at, done, key, VENUE, wish } from '../support/offer-world.ts';

matrixOf(bookingProcess, {
  async open({ all: { liaison, worker, otherLiaison } }) {
    const { id: offerId } = await done(liaison, 'resourceOfferCreate', { ...VENUE, ...key() });
    await done(worker, 'resourceOfferVerify', { resourceOfferId: offerId });
    const { id } = await done(otherLiaison, 'bookingCreate', wish(offerId as string, at(1, '10:00'), at(1, '12:00')));
    return { id: id as string };
  },
});
