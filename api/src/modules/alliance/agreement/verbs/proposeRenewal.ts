import { date } from '../../../../kernel/field.ts';
import { isEmpty } from '../../../../kernel/predicate.ts';
import { agreementVerb } from '../agreement.case.ts';
import { noteField } from '../agreement.input.ts';
import { reasons } from '../agreement.reasons.ts';
import { layOut, scanField, sign } from '../agreement.signing.ts';
import { refuseOver, refuseTerm } from '../agreement.term.ts';

export const proposeRenewal = agreementVerb('proposeRenewal', {
  label: '提出续签',
  about: 'Proposes a later end and signs it; it counts when the other side has signed as well.',
  offered: isEmpty('renewalSide'),
  input: {
    endsOn: date('续签后的终止日期', 'The new last day.'),
    note: noteField,
    scan: scanField,
  },
  async effect({ row, input, viewer, now, transaction }) {
    refuseOver(row, now);
    layOut(row);
    const { endsOn, note, scan } = input;
    const path = ['input', 'endsOn'];
    if (endsOn <= row.endsOn) reasons.refuse('AGREEMENT_RENEWAL_NOT_LATER', { path, values: { endsOn: row.endsOn } });
    // What is added is as long as a term may be.
    refuseTerm({ startsOn: row.endsOn, endsOn }, now);
    const term = { startsOn: row.startsOn, endsOn };
    const side = await sign(row, { paper: 'RENEWAL', n: row.inForceNo!, term, scan, viewer }, transaction);
    Object.assign(row, { renewalEndsOn: endsOn, renewalSide: side });
    return { data: { endsOn, side, text: note } };
  },
});
