import { int, line, paragraph } from '../../../../kernel/field.ts';
import { all, isEmpty } from '../../../../kernel/predicate.ts';
import { openProject } from '../../../projects/index.ts';
import { resolutionVerb } from '../resolution.case.ts';
import { refuseSpawned } from '../resolution.work.ts';

/** 转为项目: a project of the same alliance; the resolution follows it. */
export const spawnProject = resolutionVerb('spawnProject', {
  label: '转为项目',
  about:
    'Proposes a project of the alliance out of the resolution, to be done by the same day; the resolution follows it.',
  offered: all(isEmpty('orderId'), isEmpty('projectId')),
  input: {
    title: line('项目名称', 'What it is called.', { min: 2, max: 60 }),
    measures: paragraph('主要措施', 'What will be done.', { min: 2, max: 2000 }),
    beneficiaries: int('受益人数', 'How many have something of it.', 1, 1_000_000),
  },
  async effect({ row, input, viewer, transaction }) {
    await refuseSpawned(row, transaction);
    row.projectId = await openProject(transaction, viewer, {
      ...input,
      goal: row.deliverable!,
      dueOn: row.dueOn!,
      divisionCode: row.communityCode ?? row.streetCode,
      resolutionId: row.id,
    });
    row.orderId = null;
    return { data: { projectId: row.projectId, text: input.title } };
  },
});
