import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { NeedState } from './need.process.ts';

/** How a need is kept. */
export const NeedSchema = defineEntity({
  name: 'Need',
  tableName: 'need',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<NeedState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    ownerKind: p.text(),
    unitId: p.uuid().nullable(),
    source: p.text(),
    categoryCode: p.text(),
    kind: p.text(),
    title: p.text(),
    about: p.text(),
    amount: p.integer(),
    measure: p.text(),
    urgency: p.text(),
    wantedFrom: p.datetime().nullable(),
    wantedUntil: p.datetime().nullable(),
    privacy: p.text(),

    districtCode: p.text(),
    streetCode: p.text(),
    communityCode: p.text().nullable(),
    search: p.text(),

    collectorId: p.uuid(),
    reviewerId: p.uuid().nullable(),
    /** When the street sent it back, until it has been mended. */
    sentBackAt: p.datetime().nullable(),
    /** The unit that gives what is wanted, and until when: while it is matched. */
    giverUnitId: p.uuid().nullable(),
    matchedUntil: p.datetime().nullable(),
    result: p.text().nullable(),
    publishedAt: p.datetime().nullable(),
    fulfilledAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export type NeedRow = InferEntity<typeof NeedSchema>;
