import { code } from '../../../kernel/field.ts';
import { scopeAt } from '../../../kernel/viewer.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { divisionReasons, findDivision, liesIn } from '../../divisions/index.ts';
import { allianceOf, INSERT_ALLIANCES } from '../alliance-of.ts';
import { reasons } from '../alliance.reasons.ts';
import { Alliance } from '../alliance.shape.ts';
import { newId } from '../../../platform/identifier.ts';

const path = ['input', 'division'];

export const form = defineVerb({
  noun: 'alliance',
  action: 'form',
  label: '组建联盟',
  about: 'Forms the alliance of the street, or of a community of it.',
  by: ['STREET_COMMITTEE'],
  input: { division: code('镇街或社区', 'Whose alliance it is, by code.', 'division') },
  shows: { field: 'alliance', type: () => Alliance.type },
  async perform({ input, viewer, now, transaction }) {
    const division =
      (await findDivision(transaction, input.division)) ?? divisionReasons.refuse('DIVISION_UNKNOWN', { path });
    const values = { label: division.label, name: division.label, action: '组建联盟' };
    const street = scopeAt(viewer, 'street');
    if (street === null || !liesIn(division.code, street)) reasons.refuse('ALLIANCE_NOT_YOURS', { path, values });
    const alliance = allianceOf(division, newId(now)) ?? reasons.refuse('ALLIANCE_WRONG_LEVEL', { path });
    const formed = await transaction.rows('insert-alliances', INSERT_ALLIANCES, [JSON.stringify([alliance])]);
    if (formed.length === 0) reasons.refuse('ALLIANCE_EXISTS', { path, values });
    return { value: alliance, event: { subjectId: alliance.id, effect: { data: { ...alliance } } } };
  },
});
