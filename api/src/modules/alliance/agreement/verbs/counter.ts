import { agreementVerb } from '../agreement.case.ts';
import { noteField, termFields } from '../agreement.input.ts';
import { otherSide, sideOf } from '../agreement.policy.ts';
import { reasons } from '../agreement.reasons.ts';
import { refuseTerm } from '../agreement.term.ts';
import { clausesField, clausesOf, isUnchanged, putVersion } from '../agreement.versions.ts';

export const counter = agreementVerb('counter', {
  label: '提出修改文本',
  about: 'Answers with a version of one’s own; what it changes is kept clause by clause.',
  input: { clauses: clausesField, ...termFields, note: noteField },
  effect({ row, input, viewer, now, transaction }) {
    const { startsOn, endsOn, note } = input;
    const clauses = clausesOf(input.clauses);
    const term = { startsOn, endsOn };
    refuseTerm(term, now);
    if (isUnchanged(row, clauses, term)) reasons.refuse('AGREEMENT_NOTHING_CHANGED', { path: ['input', 'clauses'] });
    const side = sideOf(row, viewer);
    const changes = putVersion(row, { clauses, term, side, personId: viewer.personId, note }, transaction);
    Object.assign(row, { clauses, startsOn, endsOn, turnSide: otherSide(side) });
    return { data: { n: row.versionNo, side, changed: changes.length, text: note } };
  },
});
