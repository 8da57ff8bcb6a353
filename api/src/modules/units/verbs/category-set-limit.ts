import { choice, int, line, optional } from '../../../kernel/field.ts';
import { spellLimit, type Limit } from '../../../kernel/limit.ts';
import { subjectOfCode } from '../../../platform/feed/subject.ts';
import { defineVerb, type Verb } from '../../../platform/process/verb.ts';
import { categoryFields } from '../category.fields.ts';
import type { CategoryRow } from '../category.row.ts';
import { ServiceCategory } from '../category.shape.ts';
import { LimitUnit } from '../unit.choice.ts';
import { reasons } from '../unit.reasons.ts';
import { lockCategory, writeCategory } from '../write-category.ts';

export const setCategoryLimit = defineVerb({
  noun: 'serviceCategory',
  action: 'setLimit',
  label: '设定类别时限',
  about:
    'Sets how long an action may take in a category; without a count the process decides again. Running clocks stay as they are.',
  by: ['SYSTEM_ADMIN'],
  input: {
    category: categoryFields.category,
    action: line('环节', 'The action that has a limit, e.g. `finish`.', { min: 2, max: 40 }),
    count: optional(int('时限', 'How many; leave out to go back to the process.', 1, 9999)),
    unit: choice('时限单位', 'What is counted.', LimitUnit),
  },
  shows: { field: 'serviceCategory', type: () => ServiceCategory.type },
  async perform({ input, transaction }) {
    const { category: code, action, count, unit } = input;
    if (!hasLimit(transaction.house.verbs, action))
      reasons.refuse('CATEGORY_NO_SUCH_LIMIT', { path: ['input', 'action'], values: { action } });
    const before =
      (await lockCategory(code, transaction)) ??
      reasons.refuse('CATEGORY_UNKNOWN', { path: ['input', 'category'], values: { code } });
    const { [action]: old = null, ...others } = before.limits;
    const limit = count === null ? null : spellLimit({ unit: unit.toLowerCase() as Limit['unit'], count });
    const value: CategoryRow = { ...before, limits: limit === null ? others : { ...others, [action]: limit } };
    await writeCategory(value, transaction);
    return {
      value,
      event: { subjectId: subjectOfCode('serviceCategory', code), effect: { data: { code, action, old, limit } } },
    };
  },
});

/** Does any process give this action a limit? */
function hasLimit(verbs: readonly Verb[], action: string): boolean {
  const cases = verbs.filter((verb) => verb.kind === 'CASE');
  return cases.some(({ case: { process } }) => process.steps.some((step) => step.action === action && step.within));
}
