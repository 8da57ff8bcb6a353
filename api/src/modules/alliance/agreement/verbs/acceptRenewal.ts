import { agreementVerb } from '../agreement.case.ts';
import { prolong } from '../agreement.members.ts';
import { scanField, sign } from '../agreement.signing.ts';
import { refuseOver } from '../agreement.term.ts';

export const acceptRenewal = agreementVerb('acceptRenewal', {
  label: '同意续签',
  about: 'Signs the later end: the agreement and the membership go on without a gap.',
  input: { scan: scanField },
  async effect({ row, input, viewer, now, transaction }) {
    refuseOver(row, now);
    const endsOn = row.renewalEndsOn!;
    const term = { startsOn: row.startsOn, endsOn };
    const paper = { paper: 'RENEWAL', n: row.inForceNo!, term, scan: input.scan, viewer } as const;
    const side = await sign(row, paper, transaction);
    const data = { endsOn, was: row.endsOn, side };
    Object.assign(row, { endsOn, renewalEndsOn: null, renewalSide: null });
    prolong(row, transaction);
    return { data };
  },
});
