import { maskName, maskPhone } from '../../../kernel/mask.ts';
import type { Sealer } from '../../../platform/seal/sealer.ts';
import type { OfferRow } from './offer.row.ts';

/** Whom to call about an offer. Kept sealed; only its mask stands in readable columns. */
export interface OfferContact {
  readonly name: string;
  readonly phone: string;
}

export function contactColumns(sealer: Pick<Sealer, 'seal'>, { name, phone }: OfferContact) {
  return {
    contactSealed: sealer.seal(JSON.stringify({ name, phone })),
    contactName: maskName(name),
    contactPhone: maskPhone(phone),
  };
}

export const openContact = (sealer: Sealer, { contactSealed }: Pick<OfferRow, 'contactSealed'>): OfferContact =>
  JSON.parse(sealer.open(contactSealed)) as OfferContact;
