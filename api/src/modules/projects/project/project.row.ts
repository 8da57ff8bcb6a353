import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import type { ProjectState } from './project.process.ts';

/** How a project is kept. */
export const ProjectSchema = defineEntity({
  name: 'Project',
  tableName: 'project',
  properties: {
    id: p.uuid().primary(),
    state: p.text().$type<ProjectState>(),
    version: p.integer().version(),
    round: p.integer().default(1),
    enteredAt: p.datetime(),
    yellowAt: p.datetime().nullable(),
    dueAt: p.datetime().nullable(),

    title: p.text(),
    goal: p.text(),
    measures: p.text(),
    /** The last day of the work. */
    dueOn: p.date(),
    beneficiaries: p.integer(),

    districtCode: p.text(),
    streetCode: p.text(),
    communityCode: p.text().nullable(),
    search: p.text(),

    proposerId: p.uuid(),
    proposerUnitId: p.uuid().nullable(),
    /** The resolution of a joint meeting from which it came. */
    resolutionId: p.uuid().nullable(),
    unitId: p.uuid().nullable(),
    responsibleId: p.uuid().nullable(),
    claimedAt: p.datetime().nullable(),
    pausedUntil: p.date().nullable(),
    extendCount: p.integer().default(0),
    reworkCount: p.integer().default(0),
    result: p.text().nullable(),
    served: p.integer().nullable(),
    /** Who reported it done in this round. */
    executorId: p.uuid().nullable(),
    /** Who found it good, and the units in which they held posts then. */
    checkerId: p.uuid().nullable(),
    checkerUnitIds: p.array().columnType('uuid[]').default([]),
    deliveredAt: p.datetime().nullable(),
    appraisedAt: p.datetime().nullable(),
    serial: p.text().nullable(),
    clearedAt: p.datetime().nullable(),
    createdAt: p.datetime(),
  },
});

export type ProjectRow = InferEntity<typeof ProjectSchema>;
