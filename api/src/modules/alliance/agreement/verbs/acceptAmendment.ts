import { agreementVerb } from '../agreement.case.ts';
import { scanField, sign } from '../agreement.signing.ts';
import { refuseOver } from '../agreement.term.ts';
import { proposedText } from '../agreement.versions.ts';

export const acceptAmendment = agreementVerb('acceptAmendment', {
  label: '同意变更',
  about: 'Signs the proposed text: from now on it is the one in force.',
  input: { scan: scanField },
  asks: ({ subject, transaction }) => proposedText(subject.id, transaction),
  async effect({ row, asked, input, viewer, now, transaction }) {
    refuseOver(row, now);
    const n = row.amendmentNo!;
    const side = await sign(row, { paper: 'AMENDMENT', n, term: row, scan: input.scan, viewer }, transaction);
    Object.assign(row, { clauses: asked ?? row.clauses, inForceNo: n, amendmentNo: null, amendmentSide: null });
    return { data: { n, side } };
  },
});
