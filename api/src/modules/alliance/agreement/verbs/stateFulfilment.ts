import { helped, many, optional, paragraph } from '../../../../kernel/field.ts';
import { not } from '../../../../kernel/predicate.ts';
import { agreementVerb } from '../agreement.case.ts';
import { headed } from '../agreement.clauses.ts';
import { sideOf } from '../agreement.policy.ts';
import { reasons } from '../agreement.reasons.ts';
import { stated } from '../agreement.shape.ts';

const STATE = `
  INSERT INTO agreement_statement (agreement_id, round, side, items, remark, person_id, at) VALUES ($1, $2, $3, $4, $5, $6, $7)`;

export const stateFulfilment = agreementVerb('stateFulfilment', {
  label: '填报履约情况',
  about: 'Each side says what it promised and what it did since the last review.',
  offered: not(stated),
  input: {
    items: helped(
      '每项一件：第一行写约定事项，下面写履行情况',
      many(
        paragraph('履约事项', 'One item: the promise in the first line, what was done below it.', {
          min: 4,
          max: 2000,
        }),
        { min: 1, max: 30 },
      ),
    ),
    remark: optional(paragraph('总体说明', 'What should be known beside the items.', { max: 2000 })),
  },
  effect({ row, input, viewer, now, transaction }) {
    const items = input.items.map((text, index) => {
      const path = ['input', 'items', String(index)];
      const parts = headed(text) ?? reasons.refuse('AGREEMENT_ITEM_FORM', { path, values: { n: index + 1 } });
      return { promised: parts.head, done: parts.body };
    });
    const [side, round] = [sideOf(row, viewer), row.reviewCount + 1];
    const values = [row.id, round, side, JSON.stringify(items), input.remark, viewer.personId, now];
    transaction.later({ name: 'state-fulfilment', text: STATE, values }, twice);
    return { data: { side, round, items: items.length, text: input.remark } };
  },
});

// The key is the proof of one statement a side and round.
const twice = (error: Error) =>
  'constraint' in error && error.constraint === 'agreement_statement_pkey' ? reasons.refusal('AGREEMENT_STATED') : null;
