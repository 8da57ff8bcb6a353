import { choice, code, id, line, many } from '../../kernel/field.ts';
import { UnitKind } from './unit.choice.ts';

/** Fields that the verbs of units share. */
export const unitFields = {
  unitId: id('单位', 'The unit.', 'unit'),
  name: line('单位名称', 'Full name, as on its seal.', { min: 2, max: 80 }),
  shortName: line('单位简称', 'Name for narrow places.', { min: 2, max: 20 }),
  kind: choice('单位性质', 'What kind of organisation it is.', UnitKind),
  division: code('所在地', 'Where it sits, by code.', 'division'),
  capabilities: many(code('服务能力', 'Categories of service that it can give, by code.', 'category'), { max: 50 }),
  areas: many(code('服务范围', 'Divisions that it serves, by code.', 'division'), { max: 50 }),
};
