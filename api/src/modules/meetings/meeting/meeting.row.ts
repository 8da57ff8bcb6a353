import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { MeetingState } from './meeting.process.ts';

/** How a joint meeting is kept. */
export const MeetingSchema = defineEntity({
  name: 'JointMeeting',
  tableName: 'joint_meeting',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<MeetingState>(),
    version: p.integer().version(),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),
    createdAt: p.datetime(),

    allianceId: p.uuid(),
    /** The division whose party organisation convenes: that of the alliance. */
    convenerCode: p.text(),
    districtCode: p.text(),
    streetCode: p.text(),
    /** Null for the alliance of a street. */
    communityCode: p.text().nullable(),

    kind: p.text().$type<'REGULAR' | 'SPECIAL'>(),
    year: p.integer(),
    /** 第N次 of its year. */
    ordinal: p.integer(),
    title: p.text(),
    place: p.text(),
    startsAt: p.datetime(),
    endsAt: p.datetime(),
    quorumPercent: p.integer(),
    plannerId: p.uuid(),
    recorderId: p.uuid().nullable(),
    topicsUntil: p.datetime(),
    noticeBy: p.datetime(),
    replyBy: p.datetime(),

    noticeText: p.text().nullable(),
    lockedAt: p.datetime().nullable(),
    repliesClosedAt: p.datetime().nullable(),
    /** Units of the snapshot, and those asked to sit in: they hear what becomes of it. */
    entitledUnitIds: p.array().columnType('uuid[]').default([]),
    postponedCount: p.integer().default(0),
    /** Whoever opened it. */
    chairId: p.uuid().nullable(),
    openedAt: p.datetime().nullable(),
    adjournedAt: p.datetime().nullable(),
    quorumReached: p.boolean().nullable(),
    observers: p.text().nullable(),

    /** The version of the minutes that counts; 0 while there is none. */
    headN: p.integer().default(0),
    objectionsOpen: p.integer().default(0),
    /** When silence was counted as consent. */
    silencedAt: p.datetime().nullable(),
    minutesNumber: p.text().nullable(),
    issuedAt: p.datetime().nullable(),
  },
});

export type MeetingRow = InferEntity<typeof MeetingSchema>;
