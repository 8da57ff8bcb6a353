import { ID } from 'type-graphql';
import { light } from '../../../platform/process/light.condition.ts';
import { defineFilter } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId, byInstant } from '../../../platform/reads/sort.ts';
import { inDivision, inWords, ofUnit } from '../need/need.queries.ts';
import { ProjectSortEnum, ProjectState } from './project.enums.ts';
import { projectClaims } from './project.year.ts';
import { Project } from './project.shape.ts';

const projectFilter = defineFilter('ProjectFilter', '筛选条件 — All that are given must hold.', {
  states: {
    ...{ type: () => [ProjectState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  light,
  division: inDivision('行政区划 — Code of a district, street or community.'),
  unit: ofUnit('单位 — Id of the unit that claimed or proposed it.', 'unitId', 'proposerUnitId'),
  search: inWords('搜索 — Part of the name or of the goal.'),
});

export const projectQueries = defineQueries('ProjectQueries', {
  project: oneRow(Project, {
    about: '共建项目 — One project; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, given) => (given.isId ? `${it.column('id')} = ${it.value(given, 'uuid')}` : 'false'),
  }),
  projects: pages(Project, {
    ...{ about: '项目清单 — Projects that the viewer may see.', label: '共建项目', filter: projectFilter },
    sort: {
      ...{ type: ProjectSortEnum, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'projects:NEWEST', descending: true, keys: [byId('id')] },
        DUE_FIRST: { name: 'projects:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] },
      },
    },
  }),
  projectClaims,
});
