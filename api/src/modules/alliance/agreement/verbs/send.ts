import type { Transaction } from '../../../../platform/process/transaction.ts';
import { agreementVerb } from '../agreement.case.ts';
import { noteField } from '../agreement.input.ts';
import { reasons } from '../agreement.reasons.ts';
import { refuseTerm } from '../agreement.term.ts';
import { putVersion } from '../agreement.versions.ts';

const UNIT = 'SELECT u.name, u.state FROM agreement a JOIN unit u ON u.id = a.unit_id WHERE a.id = $1';

/** The unit of an agreement. */
async function unitOf(id: string, { rows }: Transaction): Promise<{ name: string; state: string } | null> {
  const [unit] = await rows<{ name: string; state: string }>('unit-of-agreement', UNIT, [id]);
  return unit ?? null;
}

export const send = agreementVerb('send', {
  label: '送单位协商',
  about: 'Puts the draft before the unit as the first version.',
  input: { note: noteField },
  asks: ({ subject, transaction }) => unitOf(subject.id, transaction),
  effect({ row, asked, input, viewer, now, transaction }) {
    if (asked?.state !== 'ACTIVE') reasons.refuse('AGREEMENT_UNIT_SUSPENDED', { values: { name: asked?.name ?? '' } });
    refuseTerm(row, now);
    const { clauses } = row;
    putVersion(row, { clauses, term: row, side: 'ALLIANCE', personId: viewer.personId, note: input.note }, transaction);
    row.turnSide = 'UNIT';
    return { data: { n: row.versionNo, text: input.note } };
  },
});
