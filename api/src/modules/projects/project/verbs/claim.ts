import { unitOf } from '../../../../kernel/viewer.ts';
import type { Case } from '../../../../platform/process/case.ts';
import { projectCase, projectVerb } from '../project.case.ts';
import { takenBy, takeProject } from '../project.claiming.ts';

/** 认领: each member unit is expected to claim one a year. */
export const claim = projectVerb('claim', {
  label: '认领项目',
  about: 'A member unit takes the project; whoever claims answers for it.',
  keyed: true,
  async effect({ row, viewer, transaction }) {
    const claim = { unitId: unitOf(viewer)!, personId: viewer.personId! };
    return { also: await takeProject(row, claim, transaction) };
  },
  otherwise: ({ row, transaction }) => takenBy(projectCase as unknown as Case, row, transaction),
});
