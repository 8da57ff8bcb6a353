import { flag, line, optional } from '../../../../kernel/field.ts';
import { link, not } from '../../../../kernel/predicate.ts';
import { unitsOf } from '../../../identity/index.ts';
import { projectVerb } from '../project.case.ts';
import { projectReasons } from '../project.reasons.ts';
import { keepVoice } from '../project.voices.ts';

/** 群众评议. */
export const rate = projectVerb('rate', {
  label: '评议项目',
  about: 'Whoever it was done for says whether it is good.',
  input: {
    satisfied: flag('是否满意', 'Is it good?'),
    text: optional(line('意见建议', 'What is good, what is not.', { max: 200 })),
  },
  offered: not(link('voiced')),
  async effect({ row, input, viewer, transaction }) {
    const units = await unitsOf(transaction, viewer.personId!);
    if (units.includes(row.unitId!)) projectReasons.refuse('PROJECT_RATER_INVOLVED');
    const pleased = input.satisfied ? 1 : 0;
    const said = { personId: viewer.personId!, asked: 1, pleased, relayed: false, text: input.text };
    keepVoice(row, said, transaction);
    return { data: { satisfied: input.satisfied, text: input.text } };
  },
});
