import { findUnit } from '../../../units/index.ts';
import { agreementVerb } from '../agreement.case.ts';
import { noteField } from '../agreement.input.ts';
import { reasons } from '../agreement.reasons.ts';
import { refuseTerm } from '../agreement.term.ts';
import { putVersion } from '../agreement.versions.ts';

export const send = agreementVerb('send', {
  label: '送单位协商',
  about: 'Puts the draft before the unit as the first version.',
  input: { note: noteField },
  async effect({ row, input, viewer, now, transaction }) {
    const unit = await findUnit(transaction, row.unitId);
    if (unit?.state !== 'ACTIVE') reasons.refuse('AGREEMENT_UNIT_SUSPENDED', { values: { name: unit?.name ?? '' } });
    refuseTerm(row, now);
    const { clauses } = row;
    putVersion(row, { clauses, term: row, side: 'ALLIANCE', personId: viewer.personId, note: input.note }, transaction);
    row.turnSide = 'UNIT';
    return { data: { n: row.versionNo, text: input.note } };
  },
});
