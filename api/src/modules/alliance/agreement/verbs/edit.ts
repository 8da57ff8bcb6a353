import { agreementVerb } from '../agreement.case.ts';
import { textFields } from '../agreement.input.ts';
import { refuseTerm } from '../agreement.term.ts';
import { clausesOf } from '../agreement.versions.ts';

export const edit = agreementVerb('edit', {
  label: '修改草稿',
  about: 'Writes the draft anew before the unit has seen it.',
  input: textFields,
  effect({ row, input, now }) {
    refuseTerm(input, now);
    const { title, template, startsOn, endsOn } = input;
    Object.assign(row, { title, template, startsOn, endsOn, clauses: clausesOf(input.clauses) });
  },
});
