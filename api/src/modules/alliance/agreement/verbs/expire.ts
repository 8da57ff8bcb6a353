import { agreementVerb } from '../agreement.case.ts';

export const expire = agreementVerb('expire', {
  label: '协议到期',
  about: 'The term has ended, and the membership with it, to the second.',
  effect({ row, now }) {
    Object.assign(row, {
      endedAt: now,
      renewalEndsOn: null,
      renewalSide: null,
      amendmentNo: null,
      amendmentSide: null,
    });
    return { data: { allianceId: row.allianceId, unitId: row.unitId, endsOn: row.endsOn } };
  },
});
