import { choice, code, date, id, line, optional } from '../../../../kernel/field.ts';
import { defineVerb } from '../../../../platform/process/verb.ts';
import { newId } from '../../../../platform/identifier.ts';
import { reasons } from '../../appointments.reasons.ts';
import { BodyKind } from '../body.choice.ts';
import { bodyPlace, isTheirs, refuseTermEnd } from '../body.place.ts';
import { INSERT_BODIES, type BodyRow } from '../body.row.ts';
import { Body } from '../body.shape.ts';

export const found = defineVerb({
  noun: 'body',
  action: 'found',
  label: '设立组织',
  about:
    'Enters a body in which seats are held: of a community, a grid or estate of it, or the party organisation of a unit.',
  by: ['COMMUNITY_SECRETARY', 'STREET_COMMITTEE', 'UNIT_LEAD'],
  input: {
    kind: choice('组织类别', 'What kind of body it is.', BodyKind),
    division: optional(code('所在社区或网格', 'Of bodies of a community or grid, by code.', 'division')),
    unitId: optional(id('所在单位', 'Of the party organisation of a unit.', 'unit')),
    name: optional(line('组织名称', 'As people call it; after its place and kind, if left out.', { min: 2, max: 80 })),
    termEndsOn: date('届满日期', 'The last day of its term.'),
  },
  shows: { field: 'body', type: () => Body.type },
  async perform({ input, viewer, now, transaction }) {
    const { kind, termEndsOn } = input;
    refuseTermEnd(termEndsOn, now);
    const { label, ...place } = await bodyPlace(input, transaction);
    const name = input.name ?? `${label}${BodyKind.label(kind).replace(/^(社区|居民小区|单位|网格)/, '')}`;
    const path = ['input', kind === 'UNIT_PARTY' ? 'unitId' : 'division'];
    if (!isTheirs(place, viewer)) reasons.refuse('BODY_NOT_YOURS', { path, values: { name, action: '设立组织' } });
    const body: BodyRow = { id: newId(now), kind, name, ...place, termEndsOn, foundedAt: now };
    const made = await transaction.rows('insert-bodies', INSERT_BODIES, [JSON.stringify([body])]);
    if (made.length === 0) reasons.refuse('BODY_EXISTS', { path });
    const unitIds = body.unitId ? [body.unitId] : [];
    return { value: body, event: { subjectId: body.id, effect: { data: { ...body }, unitIds } } };
  },
});
