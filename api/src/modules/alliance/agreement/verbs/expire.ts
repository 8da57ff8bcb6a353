import { offersLapsing } from '../../offer/offer.lapsing.ts';
import { agreementVerb } from '../agreement.case.ts';

export const expire = agreementVerb('expire', {
  label: '协议到期',
  about: 'The term has ended, and the membership with it, to the second.',
  async effect({ row, now, transaction }) {
    Object.assign(row, {
      endedAt: now,
      renewalEndsOn: null,
      renewalSide: null,
      amendmentNo: null,
      amendmentSide: null,
    });
    const also = await offersLapsing(transaction, row);
    return { data: { allianceId: row.allianceId, unitId: row.unitId, endsOn: row.endsOn }, also };
  },
});
