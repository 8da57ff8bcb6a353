import { needVerb } from '../need.case.ts';
import { takeUpBy } from '../need.projects.ts';

/** A project that was made for the need is claimed. */
export const takeUp = needVerb('takeUp', {
  label: '项目承接',
  about: 'A unit has claimed a project that answers the need.',
  async effect({ row, transaction }) {
    const { projectId, title, unitId } = await takeUpBy(row, transaction);
    row.giverUnitId = unitId;
    return { data: { projectId, text: title } };
  },
});
