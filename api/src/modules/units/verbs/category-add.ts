import { defineVerb } from '../../../platform/process/verb.ts';
import { subjectOfCode } from '../../../platform/feed/subject.ts';
import { categoryFields } from '../category.fields.ts';
import type { CategoryRow } from '../category.row.ts';
import { ServiceCategory } from '../category.shape.ts';
import { reasons } from '../unit.reasons.ts';
import { lockCategory, writeCategory } from '../write-category.ts';

const { category, name, groupName, about, position } = categoryFields;

export const addCategory = defineVerb({
  noun: 'serviceCategory',
  action: 'add',
  label: '增设服务类别',
  about: 'Adds a category of service.',
  by: ['SYSTEM_ADMIN'],
  input: { category, name, groupName, about, position },
  shows: { field: 'serviceCategory', type: () => ServiceCategory.type },
  async perform({ input, transaction }) {
    const { category: code, ...said } = input;
    const known = await lockCategory(code, transaction);
    if (known) reasons.refuse('CATEGORY_CODE_TAKEN', { path: ['input', 'category'], values: { code } });
    const value: CategoryRow = { code, ...said, limits: {}, active: true };
    await writeCategory(value, transaction);
    return { value, event: { subjectId: subjectOfCode('serviceCategory', code), effect: { data: { ...value } } } };
  },
});
