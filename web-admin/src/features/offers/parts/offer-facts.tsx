import { Facts } from '../../../parts/facts.tsx';
import { Named } from '../../../parts/named.tsx';
import { When } from '../../../parts/when.tsx';
import type { Offer } from '../offer-page.tsx';
import { RESOURCE_KINDS, RESOURCES } from '../../../texts/resources.ts';
import { OFFERS } from '../offers.texts.ts';
import { saidHours } from './said-hours.ts';

const partsOf = ({ exclusive, parts, partsInUse }: Offer) =>
  exclusive ? OFFERS.whole : OFFERS.partsOf(parts, partsInUse);

const keptOf = ({ keptCount, endedCount }: Offer) =>
  endedCount > 0 ? OFFERS.keptOf(keptCount, endedCount) : OFFERS.noRecord;

/** What is offered, by whom, to whom, on what conditions. */
export function OfferFacts({ offer }: { readonly offer: Offer }) {
  const { kind, amount, measure, unit, category, division, contact } = offer;
  return (
    <Facts
      facts={[
        [OFFERS.unit, <Named key="unit" noun="unit" id={unit.id} name={unit.name} />],
        [OFFERS.kind, RESOURCE_KINDS[kind]],
        [OFFERS.about, offer.about],
        [OFFERS.amount, RESOURCES.amountOf(amount, measure)],
        [OFFERS.parts, partsOf(offer)],
        [OFFERS.hours, saidHours(offer.hours)],
        [OFFERS.conditions, offer.conditions],
        [OFFERS.category, category?.name],
        [OFFERS.place, division.label],
        [OFFERS.contact, contact && `${contact.name} ${contact.phone}`],
        [OFFERS.kept, keptOf(offer)],
        [OFFERS.created, <When key="created" at={offer.createdAt} />],
        [OFFERS.verified, offer.verifiedAt && <When at={offer.verifiedAt} />],
        [OFFERS.sentBack, offer.sentBackAt && <When at={offer.sentBackAt} />],
      ]}
    />
  );
}
