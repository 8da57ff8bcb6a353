import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { orderProcess, type OrderState } from './order.process.ts';

/** How an order is kept. Contact details are sealed; their masks stand beside them for showing. */
export const OrderSchema = defineEntity({
  name: 'Order',
  tableName: 'orders',
  properties: {
    id: p.uuid().primary(),
    /** Human-readable with check digit, given at submission: 610303-20261123-00042-7. */
    number: p.text().nullable(),
    state: p.text().$type<OrderState>(),
    heldState: p.text().$type<OrderState>().nullable(),
    version: p.integer().version(),
    round: p.integer().default(1),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    categoryCode: p.text(),
    title: p.text(),
    content: p.text(),
    estate: p.text().nullable(),
    districtCode: p.text(),
    streetCode: p.text(),
    communityCode: p.text(),
    gridCode: p.text().nullable(),
    search: p.text(),

    ordererId: p.uuid().nullable(),
    entererId: p.uuid(),
    onBehalf: p.boolean(),
    channel: p.text(),
    wishAt: p.datetime().nullable(),
    publishConsent: p.boolean(),
    contactConsent: p.boolean(),
    contactSealed: p.blob(),
    contactName: p.text(),
    contactPhone: p.text(),
    contactAddress: p.text(),

    urgency: p.text().default('NORMAL'),
    needKind: p.text().nullable(),
    audience: p.text().nullable(),
    /** The limit of the unit's work, set at the review: `7WD`, `24H`; a fixed day overrules it. */
    finishLimit: p.text().nullable(),
    finishBy: p.datetime().nullable(),
    reviewerId: p.uuid().nullable(),
    question: p.text().nullable(),
    appealed: p.boolean().default(false),
    masterId: p.uuid().nullable(),
    /** Residents whose orders go on within this one. Written by statements of its own (order.master.ts). */
    mergedOrdererIds: p.array().columnType('uuid[]').default([]),
    /** Who follows it. Written by the statements of follow and unfollow, which leave the version as it is. */
    followerIds: p.array().columnType('uuid[]').default([]),
    referral: p.text().nullable(),

    unitId: p.uuid().nullable(),
    plannedStart: p.datetime().nullable(),
    plannedFinish: p.datetime().nullable(),
    result: p.text().nullable(),
    /** Who reported the result of this round. */
    executorId: p.uuid().nullable(),
    /** Who passed the check of this round, and the units in which they held a post at that moment. */
    checkerId: p.uuid().nullable(),
    checkerUnitIds: p.array().columnType('uuid[]').default([]),
    /** Is the result shown to the residents, and why not? Said with the check. */
    publicNotice: p.boolean().default(false),
    notPublicReason: p.text().nullable(),
    unclaimedAt: p.datetime().nullable(),
    proposedAt: p.datetime().nullable(),
    /** Units that were asked to take part and did not decline. */
    shareUnitIds: p.array().columnType('uuid[]').default([]),
    sharesOpen: p.integer().default(0),
    releaseCount: p.integer().default(0),
    extendCount: p.integer().default(0),
    extendTo: p.datetime().nullable(),
    /** How long the unit had before any extension, in minutes. Set when the first one is asked for. */
    finishMinutes: p.integer().nullable(),
    reworkCount: p.integer().default(0),
    suspendedUntil: p.datetime().nullable(),
    supervisedAt: p.datetime().nullable(),

    serial: p.text().nullable(),
    closing: p.text().nullable(),
    evaluatedRound: p.integer().default(0),
    createdAt: p.datetime(),
    submittedAt: p.datetime().nullable(),
    clearedAt: p.datetime().nullable(),
    /** Nobody rated it, and the draw fell on it: the street calls the resident. */
    callBack: p.boolean().default(false),
  },
});

export type OrderRow = InferEntity<typeof OrderSchema>;

/** Every state the column may hold: the check constraint of the migration is compared with it in a test. */
export const ORDER_STATES = Object.keys(orderProcess.states);
