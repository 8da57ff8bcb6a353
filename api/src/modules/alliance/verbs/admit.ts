import { id } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { reasons } from '../alliance.reasons.ts';
import { Alliance } from '../alliance.shape.ts';
import { parties } from '../membership.ts';

// The key over terms without overlaps decides between two who admit at once.
const ADMIT = `INSERT INTO alliance_member (alliance_id, unit_id, term) VALUES ($1, $2, tstzrange($3, NULL))
  ON CONFLICT DO NOTHING RETURNING unit_id`;

export const admit = defineVerb({
  noun: 'alliance',
  action: 'admit',
  label: '吸收成员单位',
  about: 'A unit becomes a member of an alliance of the street, from now on.',
  by: ['STREET_COMMITTEE'],
  input: {
    allianceId: id('红色联盟', 'The alliance.', 'key'),
    unitId: id('单位', 'The unit that joins.', 'unit'),
  },
  shows: { field: 'alliance', type: () => Alliance.type },
  async perform({ input, viewer, now, transaction }) {
    const { alliance, unit } = await parties({ ...input, viewer, action: '吸收成员单位' }, transaction);
    const refusal = { path: ['input', 'unitId'], values: { name: unit.name } };
    if (unit.state !== 'ACTIVE') reasons.refuse('ALLIANCE_UNIT_SUSPENDED', refusal);
    const admitted = await transaction.rows('admit-member', ADMIT, [alliance.id, unit.id, now]);
    if (admitted.length === 0) reasons.refuse('ALLIANCE_ALREADY_MEMBER', refusal);
    const data = { divisionCode: alliance.divisionCode, unitId: unit.id, unitName: unit.name };
    return { value: alliance, event: { subjectId: alliance.id, effect: { data, unitIds: [unit.id] } } };
  },
});
