import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ResolutionState } from './resolution.process.ts';

/** How a resolution is kept. */
export const ResolutionSchema = defineEntity({
  name: 'Resolution',
  tableName: 'resolution',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<ResolutionState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    createdAt: p.datetime(),

    meetingId: p.uuid(),
    topicId: p.uuid(),
    allianceId: p.uuid(),
    districtCode: p.text(),
    streetCode: p.text(),
    /** Null for the alliance of a street. */
    communityCode: p.text().nullable(),
    recorderId: p.uuid(),

    /** 第N项 of its meeting. */
    ordinal: p.integer(),
    text: p.text(),
    deliverable: p.text().nullable(),
    leadUnitId: p.uuid().nullable(),
    coUnitIds: p.array().columnType('uuid[]').default([]),
    /** The last day of the work. */
    dueOn: p.text().nullable(),

    dispatchedAt: p.datetime().nullable(),
    acceptedAt: p.datetime().nullable(),
    /** The street held to the unit after it had objected. */
    confirmedAt: p.datetime().nullable(),
    percent: p.integer().default(0),
    reportedAt: p.datetime().nullable(),
    extendTo: p.text().nullable(),
    extendCount: p.integer().default(0),
    reworkCount: p.integer().default(0),
    overdueAt: p.datetime().nullable(),
    orderId: p.uuid().nullable(),
    projectId: p.uuid().nullable(),

    result: p.text().nullable(),
    evidenceText: p.text().nullable(),
    executorId: p.uuid().nullable(),
    finishedAt: p.datetime().nullable(),
    checkerId: p.uuid().nullable(),
    checkerUnitIds: p.array().columnType('uuid[]').default([]),
    checkedAt: p.datetime().nullable(),
    round: p.integer().default(1),
    serial: p.text().nullable(),
    clearedAt: p.datetime().nullable(),
    clearedMeetingId: p.uuid().nullable(),
    circular: p.text().nullable(),
    supersededBy: p.uuid().nullable(),
  },
});

export type ResolutionRow = InferEntity<typeof ResolutionSchema>;
