import 'reflect-metadata';
import { needProcess } from '../../api/src/modules/projects/need/need.process.ts';
import { matrixOf } from '../support/matrix-suite.ts';
import { NEED, opened } from '../support/project-world.ts';

const AT = '2026-11-01T02:00:00Z';

matrixOf(needProcess, {
  async open({ all: { grid, reviewer, lead, otherLead } }) {
    const id = await opened(grid, 'need', NEED);
    const filled = {
      ...{
        owner_kind: 'UNIT',
        unit_id: lead.who.scope,
        giver_unit_id: otherLead.who.scope,
        reviewer_id: reviewer.who.id,
      },
      ...{ published_at: AT, result: '已经用上', fulfilled_at: AT, matched_until: '2026-12-01T02:00:00Z' },
    };
    return { id, columns: () => filled };
  },
});
