import { offersLapsing } from '../../offer/offer.lapsing.ts';
import { agreementVerb } from '../agreement.case.ts';
import { leave } from '../agreement.members.ts';

export const endByNotice = agreementVerb('endByNotice', {
  label: '协议终止',
  about: 'The notice has run out: the unit is a member no longer.',
  async effect({ row, now, transaction }) {
    row.endedAt = now;
    leave(row, transaction);
    const also = await offersLapsing(transaction, row);
    return { data: { allianceId: row.allianceId, unitId: row.unitId, side: row.noticeSide }, also };
  },
});
