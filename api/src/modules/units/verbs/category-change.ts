import { flag, optional } from '../../../kernel/field.ts';
import { defineVerb } from '../../../platform/process/verb.ts';
import { subjectOfCode } from '../../../platform/feed/subject.ts';
import { categoryFields } from '../category.fields.ts';
import type { CategoryRow } from '../category.row.ts';
import { ServiceCategory } from '../category.shape.ts';
import { reasons } from '../unit.reasons.ts';
import { lockCategory, writeCategory } from '../write-category.ts';

const { category, name, groupName, about, position } = categoryFields;

export const changeCategory = defineVerb({
  noun: 'serviceCategory',
  action: 'change',
  label: '变更服务类别',
  about: 'Changes a category, or takes it out of use; what is left out stays as it is.',
  by: ['SYSTEM_ADMIN'],
  input: {
    ...{
      category,
      name: optional(name),
      groupName: optional(groupName),
      about: optional(about),
      position: optional(position),
    },
    active: optional(flag('启用', 'Whether it can be chosen from now on.')),
  },
  shows: { field: 'serviceCategory', type: () => ServiceCategory.type },
  async perform({ input, transaction }) {
    const { category: code, ...said } = input;
    const before =
      (await lockCategory(code, transaction)) ??
      reasons.refuse('CATEGORY_UNKNOWN', { path: ['input', 'category'], values: { code } });
    const changes = Object.fromEntries(Object.entries(said).filter(([, value]) => value !== null));
    const value: CategoryRow = { ...before, ...changes };
    await writeCategory(value, transaction);
    return {
      value,
      event: { subjectId: subjectOfCode('serviceCategory', code), effect: { data: { before, after: value } } },
    };
  },
});
