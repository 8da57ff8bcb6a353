import { id, reason } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { reasons } from '../alliance.reasons.ts';
import { Alliance } from '../alliance.shape.ts';
import { parties } from '../membership.ts';

const DISMISS = `UPDATE alliance_member SET term = tstzrange(lower(term), $3)
  WHERE alliance_id = $1 AND unit_id = $2 AND upper_inf(term) AND lower(term) < $3 RETURNING unit_id`;

export const dismiss = defineVerb({
  noun: 'alliance',
  action: 'dismiss',
  label: '退出联盟',
  about: 'The membership of a unit ends now; what it holds stays with it.',
  by: ['STREET_COMMITTEE'],
  input: {
    allianceId: id('红色联盟', 'The alliance.', 'key'),
    unitId: id('单位', 'The unit that leaves.', 'unit'),
    reason: reason('Why the membership ends.'),
  },
  shows: { field: 'alliance', type: () => Alliance.type },
  async perform({ input, viewer, now, transaction }) {
    const { alliance, unit } = await parties({ ...input, viewer, action: '退出联盟' }, transaction);
    const ended = await transaction.rows('dismiss-member', DISMISS, [alliance.id, unit.id, now]);
    if (ended.length === 0)
      reasons.refuse('ALLIANCE_NOT_MEMBER', { path: ['input', 'unitId'], values: { name: unit.name } });
    const data = { divisionCode: alliance.divisionCode, unitId: unit.id, unitName: unit.name };
    return {
      value: alliance,
      event: { subjectId: alliance.id, effect: { reason: input.reason, data, unitIds: [unit.id] } },
    };
  },
});
