import 'reflect-metadata';
import { projectProcess } from '../../api/src/modules/projects/project/project.process.ts';
import { insertRow } from '../support/matrix-cast.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { PLAN } from '../support/project-steps.ts';
import { opened } from '../support/project-world.ts';

const AT = '2026-11-01T02:00:00Z';

matrixOf(projectProcess, {
  async open({ world, all: { liaison, otherLead, worker } }) {
    const id = await opened(liaison, 'project', PLAN);
    const unit = { unit_id: otherLead.who.scope, claimed_at: AT };
    await insertRow(world, 'project_claim', { id, project_id: id, ...unit, person_id: otherLead.who.id, round: 1 });
    const filled = {
      ...{ ...unit, responsible_id: otherLead.who.id, executor_id: otherLead.who.id, checker_id: worker.who.id, paused_until: '2026-12-01' },
      ...{ result: '活动室每周开放两次', served: 58, delivered_at: AT, appraised_at: AT, cleared_at: AT, serial: '销610303001-2026-00001' },
    }; // prettier-ignore
    return { id, columns: () => filled };
  },
});
