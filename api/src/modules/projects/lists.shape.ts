import { many } from '../../platform/reads/fields/many.ts';
import { paged } from '../../platform/reads/fields/paged.ts';
import { extendShape } from '../../platform/reads/shape.ts';
import { byId } from '../../platform/reads/sort.ts';
import { Alliance } from '../alliance/index.ts';
import { Unit } from '../units/index.ts';
import { NeedState } from './need/need.enums.ts';
import { Need } from './need/need.shape.ts';
import { ProjectState } from './project/project.enums.ts';
import { Project } from './project/project.shape.ts';
import { projectsThisYear } from './project/project.year.ts';

const ofAlliance = (me: string, it: string) => `${it}.division_code = ${me}.division_code`;
const newest = (name: string) => ({ name, descending: true, keys: [byId('id')] }) as const;

extendShape(Alliance, {
  needs: paged(() => Need, '需求清单 — What is asked of the alliance, newest first, as far as the viewer may see it.', {
    ...{ of: () => Alliance, label: '需求', on: ofAlliance, sort: newest('alliance-needs:NEWEST') },
    argument: { name: 'state', type: () => NeedState, about: '状态 — Only those in this state.' },
    where: (it, state, parameters) => (state.absent ? 'true' : `${it}.state = ${state.sql(parameters, 'text')}`),
  }),
  projects: paged(() => Project, '项目清单 — What the alliance does, newest first, as far as the viewer may see it.', {
    ...{ of: () => Alliance, label: '共建项目', on: ofAlliance, sort: newest('alliance-projects:NEWEST') },
    argument: { name: 'state', type: () => ProjectState, about: '状态 — Only those in this state.' },
    where: (it, state, parameters) => (state.absent ? 'true' : `${it}.state = ${state.sql(parameters, 'text')}`),
  }),
});

extendShape(Unit, {
  projectsThisYear,
  projects: many(
    () => Project,
    '认领项目 — Projects that the unit claimed, newest first, as far as the viewer may see them.',
    {
      of: () => Unit,
      on: (me, it) => `${it}.unit_id = ${me}.id`,
      order: (it) => `${it}.id DESC`,
      first: { usual: 10, most: 50 },
    },
  ),
});
