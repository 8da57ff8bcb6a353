import { agreementVerb } from '../agreement.case.ts';
import { personField, refuseStranger, scopeOf } from '../agreement.input.ts';
import { sideOf } from '../agreement.policy.ts';

export const nameLiaison = agreementVerb('nameLiaison', {
  label: '指定联络人',
  about: 'Each side names whom the other one turns to.',
  input: { person: personField('Somebody who serves on this side.') },
  async effect({ row, input, viewer, transaction }) {
    const side = sideOf(row, viewer);
    await refuseStranger({ side, personId: input.person, scope: scopeOf(row, side) }, transaction);
    row[side === 'UNIT' ? 'unitLiaisonId' : 'allianceLiaisonId'] = input.person;
    return { data: { side } };
  },
});
