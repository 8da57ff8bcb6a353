import { code } from '../../../../kernel/field.ts';
import { unitOf } from '../../../../kernel/viewer.ts';
import { areaOf } from '../../area.ts';
import { projectOpens } from '../project.case.ts';
import { planFields, plannedOf } from '../project.input.ts';
import { keepParts, refuseParts } from '../project.parts.ts';
import { ProjectSchema } from '../project.row.ts';

/** 提出项目: needs and what units have, brought together in a plan. */
export const create = projectOpens('create', {
  label: '提出项目',
  about: 'Proposes a project of an alliance: needs and what units offer, brought together in a plan.',
  by: [
    ...(['COMMUNITY_WORKER', 'COMMUNITY_SECRETARY', 'STREET_REVIEWER', 'STREET_COMMITTEE'] as const),
    ...(['UNIT_LIAISON', 'UNIT_LEAD'] as const),
  ],
  input: { ...planFields, division: code('所属镇街或社区', 'Whose alliance does it.', 'division') },
  async create({ id, input, viewer, now, transaction }) {
    const area = await areaOf(input.division, viewer, transaction);
    await refuseParts(input, area, viewer, transaction);
    const row = transaction.em.create(ProjectSchema, {
      ...{ id, state: 'PROPOSED', version: 1, enteredAt: now, createdAt: now },
      ...{ proposerId: viewer.personId!, proposerUnitId: unitOf(viewer) },
      ...{ ...plannedOf(input, now), ...area },
    });
    await transaction.em.persist(row).flush();
    keepParts(row, input, transaction);
    return { row, effect: { data: { text: input.title, needs: input.needs, offers: input.offers } } };
  },
});
