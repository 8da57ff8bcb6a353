import { code } from '../../../../kernel/field.ts';
import { areaOf } from '../../area.ts';
import { needOpens } from '../need.case.ts';
import { needFields, saidOf } from '../need.input.ts';
import { NeedSchema } from '../need.row.ts';

/** 登记需求: what people said on visits, on forms, at meetings, in orders; or what a unit itself lacks. */
export const create = needOpens('create', {
  label: '登记需求',
  about: 'Takes a need down: of residents, of the community, or of the unit that says so.',
  by: [
    ...(['GRID_WORKER', 'GRID_SECRETARY', 'COMMUNITY_WORKER', 'COMMUNITY_SECRETARY'] as const),
    ...(['STREET_REVIEWER', 'STREET_COMMITTEE', 'UNIT_LIAISON', 'UNIT_LEAD'] as const),
  ],
  input: { ...needFields, division: code('所属镇街或社区', 'Of whose alliance it is asked.', 'division') },
  async create({ id, input, viewer, now, transaction }) {
    const area = await areaOf(input.division, viewer, transaction);
    const said = await saidOf(input, viewer, transaction);
    const row = transaction.em.create(NeedSchema, {
      ...{ id, state: 'COLLECTED', version: 1, enteredAt: now, createdAt: now, collectorId: viewer.personId! },
      ...{ ...said, ...area },
    });
    return { row, effect: { data: { source: said.source, kind: said.kind, text: said.title } } };
  },
});
