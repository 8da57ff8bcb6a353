import 'reflect-metadata';
import { offerProcess } from '../../api/src/modules/alliance/offer/offer.process.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { done, key, VENUE } from '../support/offer-world.ts';

matrixOf(offerProcess, {
  async open({ all: { liaison, worker } }) {
    const { id } = await done(liaison, 'resourceOfferCreate', { ...VENUE, ...key() });
    await done(worker, 'resourceOfferVerify', { resourceOfferId: id });
    return { id: id as string };
  },
});
