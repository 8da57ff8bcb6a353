import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { Side } from './agreement.choices.ts';
import type { AgreementState } from './agreement.process.ts';
import type { Clause } from './agreement.clauses.ts';

/** How an agreement is kept. What was put before the other side, signed, stated and reviewed has tables of its own. */
export const AgreementSchema = defineEntity({
  name: 'Agreement',
  tableName: 'agreement',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<AgreementState>(),
    heldState: p.text().$type<AgreementState>().nullable(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    allianceId: p.uuid(),
    unitId: p.uuid(),
    districtCode: p.text(),
    streetCode: p.text(),
    /** Null for the alliance of a street. */
    communityCode: p.text().nullable(),

    title: p.text(),
    template: p.text().nullable(),
    /** Days: the last one belongs to the term. */
    startsOn: p.text(),
    endsOn: p.text(),
    /** The text as it stands: on the table, or in force. */
    clauses: p.json().$type<readonly Clause[]>(),
    drafterId: p.uuid().nullable(),
    allianceLiaisonId: p.uuid().nullable(),
    unitLiaisonId: p.uuid().nullable(),

    /** The last version that one side put before the other; 0 as long as the unit has seen none. */
    versionNo: p.integer().default(0),
    /** Whose answer is awaited at the table. */
    turnSide: p.text().$type<Side>().nullable(),
    /** Papers laid out to be signed; and of the last one, who has signed while the other has not. */
    revision: p.integer().default(0),
    signedSide: p.text().$type<Side>().nullable(),
    inForceNo: p.integer().nullable(),
    amendmentNo: p.integer().nullable(),
    amendmentSide: p.text().$type<Side>().nullable(),
    renewalEndsOn: p.text().nullable(),
    renewalSide: p.text().$type<Side>().nullable(),
    reviewCount: p.integer().default(0),
    reviewedAt: p.datetime().nullable(),
    /** The last review found that what was promised was not done. */
    warnedAt: p.datetime().nullable(),
    noticeSide: p.text().$type<Side>().nullable(),
    noticeEndsAt: p.datetime().nullable(),
    createdAt: p.datetime(),
    activeAt: p.datetime().nullable(),
    endedAt: p.datetime().nullable(),
  },
});

export type AgreementRow = InferEntity<typeof AgreementSchema>;
