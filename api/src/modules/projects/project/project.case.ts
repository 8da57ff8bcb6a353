import { dayOf, endOfDay, startOfDay } from '../../../kernel/calendar.ts';
import { defineCase, type DutyLimit } from '../../../platform/process/case.ts';
import { verbsOf } from '../../../platform/process/verb.ts';
import { placesOf } from '../../divisions/index.ts';
import { unitNameOf } from '../../units/index.ts';
import { areaLinksOf, type AreaLinks } from '../standing.ts';
import { projectNotices } from './project.notices.ts';
import { isVisible, relationsOf, seesFile } from './project.policy.ts';
import { projectProcess } from './project.process.ts';
import { ProjectSchema, type ProjectRow } from './project.row.ts';
import { Project, projectById } from './project.shape.ts';

const MENDING = { unit: 'workdays', count: 5 } as const;

/** The work ends with its last day. What is to be mended after that has a few days more. */
function deliverLimit({ dueOn, reworkCount }: ProjectRow, now: Date): DutyLimit | null {
  if (dueOn >= dayOf(now)) return endOfDay(dueOn);
  return reworkCount > 0 ? MENDING : null;
}

function limitOf(action: string, row: ProjectRow, now: Date): DutyLimit | null {
  if (action === 'deliver') return deliverLimit(row, now);
  return action === 'resumeDue' && row.pausedUntil ? startOfDay(row.pausedUntil) : null;
}

export const projectCase = defineCase<ProjectRow, AreaLinks>({
  process: projectProcess,
  row: ProjectSchema,
  type: () => Project.type,
  shown: projectById,
  policy: {
    links: ({ id }, viewer, transaction) => areaLinksOf('project', id, viewer, transaction),
    relations: relationsOf,
    visible: isVisible,
    seesFile,
  },
  places: (row) => placesOf(row.communityCode ?? row.streetCode),
  concerned: ({ unitId, proposerUnitId, proposerId }) => ({
    unitIds: [unitId, proposerUnitId].filter((id) => typeof id === 'string'),
    personIds: [proposerId],
  }),
  limit: (action, row, { now }) => Promise.resolve(limitOf(action, row, now)),
  holder: (row, transaction) => (row.unitId ? unitNameOf(transaction, row.unitId) : Promise.resolve(null)),
  notices: projectNotices,
  headline: ({ title }) => `共建项目“${title}”`,
});

export const { verb: projectVerb, opens: projectOpens } = verbsOf(projectCase, projectProcess);
