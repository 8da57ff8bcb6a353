import { code, int, line } from '../../kernel/field.ts';

/** Fields that the verbs of categories share. */
export const categoryFields = {
  category: code('服务类别', 'The category, by code.', 'category'),
  name: line('类别名称', 'As people read it; names a service, never a kind of person.', { min: 2, max: 20 }),
  groupName: line('分组', 'Under which it is listed.', { min: 2, max: 20 }),
  about: line('类别说明', 'What belongs to it.', { min: 4, max: 200 }),
  position: int('顺序', 'Its place in lists.', 0, 9999),
};
