import { defineModule } from '../../platform/module.ts';
import type { Case } from '../../platform/process/case.ts';
import './lists.shape.ts';
import { needCase } from './need/need.case.ts';
import { needQueries } from './need/need.queries.ts';
import { NeedSchema } from './need/need.row.ts';
import { projectCase } from './project/project.case.ts';
import { projectsOwed } from './project/project.obligations.ts';
import { projectQueries } from './project/project.queries.ts';
import { ProjectSchema } from './project/project.row.ts';

export const projectsModule = defineModule({
  name: 'projects',
  rows: [NeedSchema, ProjectSchema],
  cases: [needCase as unknown as Case, projectCase as unknown as Case],
  queries: [needQueries, projectQueries],
  obligations: projectsOwed,
  policy: {
    roots: {
      ...{ 'Query.need': 'SIGNED_IN', 'Query.needs': 'SIGNED_IN' },
      ...{ 'Query.project': 'SIGNED_IN', 'Query.projects': 'SIGNED_IN' },
      'Query.projectClaims':
        ['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LIAISON', 'UNIT_LEAD', 'SUPERVISOR', 'DISTRICT_LEADER'],
    },
    types: {
      ...{ Need: 'case', NeedConnection: 'case', NeedEdge: 'case', NeedMatch: 'case', NeedCandidate: 'case', MatchReason: 'case' },
      ...{ Project: 'case', ProjectConnection: 'case', ProjectEdge: 'case', ProjectMilestone: 'case', ProjectVoice: 'case' },
      ProjectClaimCount: 'staff',
    },
  },
}); // prettier-ignore
