import { agreementVerb } from '../agreement.case.ts';
import { sideOf } from '../agreement.policy.ts';
import { layOut } from '../agreement.signing.ts';
import { refuseTerm } from '../agreement.term.ts';

export const agree = agreementVerb('agree', {
  label: '同意文本',
  about: 'Agrees to the version on the table: it is laid out to be signed.',
  effect({ row, viewer, now }) {
    refuseTerm(row, now);
    layOut(row);
    row.signedSide = null;
    return { data: { n: row.versionNo, side: sideOf(row, viewer) } };
  },
});
