import { defineCase } from '../../../platform/process/case.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { unitNameOf } from '../../units/index.ts';
import { linksIn } from './offer.links.ts';
import { offerNotices } from './offer.notices.ts';
import { isVisible, relationsOf, type OfferLinks } from './offer.policy.ts';
import { offerProcess } from './offer.process.ts';
import { OfferSchema, type OfferRow } from './offer.row.ts';
import { ResourceOffer, offerById } from './offer.shape.ts';

export const offerCase = defineCase<OfferRow, OfferLinks>({
  process: offerProcess,
  row: OfferSchema,
  type: () => ResourceOffer.type,
  shown: offerById,
  policy: { links: linksIn('resource_offer'), relations: relationsOf, visible: isVisible, seesFile: () => false },
  places: ({ districtCode, streetCode, communityCode }) => ({
    ...{ district: districtCode, street: streetCode, community: communityCode ?? null, grid: null },
  }),
  concerned: ({ unitId }) => ({ unitIds: [unitId], personIds: [] }),
  // What was sent back waits for the unit: the office owes nothing until then.
  limit: (action, row) => Promise.resolve(action === 'verify' && row.sentBackAt ? 'NONE' : null),
  holder: ({ unitId }, transaction) => unitNameOf(transaction, unitId),
  notices: offerNotices,
  headline: ({ title }) => `资源“${title}”`,
  sealed: ['contactSealed', 'contactName', 'contactPhone'],
});

export const { verb: offerVerb, opens: offerOpens } = verbsOf(offerCase, offerProcess);
