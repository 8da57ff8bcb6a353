import { agreementVerb } from '../agreement.case.ts';
import { join } from '../agreement.members.ts';
import { endOf } from '../agreement.term.ts';

export const takeEffect = agreementVerb('takeEffect', {
  label: '协议生效',
  about: 'Its first day has come: the unit becomes a member of the alliance until the end of the term.',
  effect({ row, now, transaction }) {
    row.activeAt = now;
    join(row, transaction);
    return { data: { allianceId: row.allianceId, unitId: row.unitId, until: endOf(row).toISOString() } };
  },
});
