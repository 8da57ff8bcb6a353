import { isEmpty } from '../../../../kernel/predicate.ts';
import { agreementVerb } from '../agreement.case.ts';
import { noteField } from '../agreement.input.ts';
import { sideOf } from '../agreement.policy.ts';
import { reasons } from '../agreement.reasons.ts';
import { layOut, scanField, sign } from '../agreement.signing.ts';
import { refuseOver } from '../agreement.term.ts';
import { clausesField, clausesOf, isUnchanged, putVersion } from '../agreement.versions.ts';

export const proposeAmendment = agreementVerb('proposeAmendment', {
  label: '提出变更',
  about: 'Proposes another text and signs it; it counts when the other side has signed as well.',
  offered: isEmpty('amendmentSide'),
  input: { clauses: clausesField, note: noteField, scan: scanField },
  async effect({ row, input, viewer, now, transaction }) {
    refuseOver(row, now);
    layOut(row);
    const clauses = clausesOf(input.clauses);
    if (isUnchanged(row, clauses, row)) reasons.refuse('AGREEMENT_NO_CHANGE', { path: ['input', 'clauses'] });
    const { note, scan } = input;
    const proposal = { clauses, term: row, side: sideOf(row, viewer), personId: viewer.personId, note };
    const changed = putVersion(row, proposal, transaction).length;
    const n = row.versionNo;
    const side = await sign(row, { paper: 'AMENDMENT', n, term: row, scan, viewer }, transaction);
    Object.assign(row, { amendmentNo: n, amendmentSide: side });
    return { data: { n, side, changed, text: note } };
  },
});
