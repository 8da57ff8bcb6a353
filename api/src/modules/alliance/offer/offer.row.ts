import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ResourceKind } from './offer.choices.ts';
import type { OfferState } from './offer.process.ts';

/** How an offer is kept. The contact is sealed; its mask stands beside it. Open hours have rows of their own. */
export const OfferSchema = defineEntity({
  name: 'ResourceOffer',
  tableName: 'resource_offer',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<OfferState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    unitId: p.uuid(),
    kind: p.text().$type<ResourceKind>(),
    categoryCode: p.text().nullable(),
    title: p.text(),
    about: p.text(),
    conditions: p.text().nullable(),
    amount: p.integer(),
    /** What the amount counts: 间, 把, 人次. */
    measure: p.text(),
    /** Booked whole, whatever the amount. */
    exclusive: p.boolean(),
    contactSealed: p.blob(),
    contactName: p.text(),
    contactPhone: p.text(),

    districtCode: p.text(),
    streetCode: p.text(),
    /** Null: it serves the whole street. */
    communityCode: p.text().nullable(),
    search: p.text(),
    verifierId: p.uuid().nullable(),
    verifiedAt: p.datetime().nullable(),
    /** The office sent it back; until the unit has mended it, nobody owes a look at it. */
    sentBackAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export type OfferRow = InferEntity<typeof OfferSchema>;

/** Into how many parts it can be booked at one time. */
export const partsOf = ({ exclusive, amount }: Pick<OfferRow, 'exclusive' | 'amount'>): number =>
  exclusive ? 1 : amount;

const LOANED: readonly ResourceKind[] = ['GOODS', 'FUNDS_IN_KIND'];

/** Goods are fetched and brought back in open hours; everything else happens within them. */
export const isLoaned = ({ kind }: Pick<OfferRow, 'kind'>): boolean => LOANED.includes(kind);
