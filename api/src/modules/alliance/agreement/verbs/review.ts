import { choice, optional, paragraph } from '../../../../kernel/field.ts';
import type { Transaction } from '../../../../platform/process/transaction.ts';
import { agreementVerb } from '../agreement.case.ts';
import { agreementSide, agreementVerdict, type Side } from '../agreement.choices.ts';
import { reasons } from '../agreement.reasons.ts';

const STATED =
  'SELECT s.side FROM agreement_statement s JOIN agreement a ON a.id = s.agreement_id WHERE a.id = $1 AND s.round = a.review_count + 1';
const REVIEW =
  'INSERT INTO agreement_review (agreement_id, round, verdict, remark, person_id, at) VALUES ($1, $2, $3, $4, $5, $6)';

async function statedBy(id: string, { rows }: Transaction): Promise<readonly Side[]> {
  return (await rows<{ side: Side }>('fulfilment-stated', STATED, [id])).map(({ side }) => side);
}

/** 履约评议, once a year: what was promised against what was done, in both directions. */
export const review = agreementVerb('review', {
  label: '履约评议',
  about: 'The street reviews what both sides promised and did; who does not keep to it is warned.',
  input: {
    verdict: choice('评议结论', 'What was found.', agreementVerdict),
    remark: optional(
      paragraph('评议意见', 'Why; needed for a warning, and where a side has stated nothing.', { min: 10, max: 2000 }),
    ),
  },
  asks: ({ subject, transaction }) => statedBy(subject.id, transaction),
  effect({ row, asked, input, viewer, now, transaction }) {
    const { verdict, remark } = input;
    const path = ['input', 'remark'];
    const silent = agreementSide.keys.filter((side) => !asked.includes(side));
    if (verdict === 'WARNED' && !remark) reasons.refuse('AGREEMENT_WARNING_WORDS', { path });
    if (silent.length > 0 && !remark)
      reasons.refuse('AGREEMENT_STATEMENT_MISSING', {
        path,
        values: { side: silent.map((side) => agreementSide.label(side)).join('、') },
      });
    const round = row.reviewCount + 1;
    const values = [row.id, round, verdict, remark, viewer.personId, now];
    transaction.later({ name: 'review-agreement', text: REVIEW, values });
    Object.assign(row, { reviewCount: round, reviewedAt: now, warnedAt: verdict === 'WARNED' ? now : null });
    return { data: { round, verdict, silent, text: remark } };
  },
});
