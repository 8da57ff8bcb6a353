import { UnitKind } from '../../units/index.ts';
import { named, oneOf, several, words } from './column.ts';
import type { ImportKind } from './kind.ts';
import type { Lists } from './lists.ts';

const placesOf = ({ divisions }: Lists) => divisions.filter(({ level }) => level !== 'GRID').map(({ shown }) => shown);

/** Units with what they can do and where they serve. */
export const unitsImport: ImportKind = {
  name: 'units',
  title: '单位',
  verbs: ['unitRegister'],
  notes: [
    '每行登记一个单位。名称与已登记的单位相同的行不会导入。',
    '服务能力、服务范围可填多项，用顿号“、”隔开；可选的名称见“可选项”表。',
  ],
  columns: [
    words('name', '单位名称', {
      required: true,
      width: 32,
      help: '全称，与公章一致，2至80个字',
      example: '演示物业有限公司',
    }),
    words('shortName', '单位简称', { width: 18, help: '2至20个字；不填则用全称', example: '演示物业' }),
    oneOf('kind', '单位性质', {
      required: true,
      width: 14,
      of: UnitKind,
      help: '从下拉列表中选择',
      example: '物业公司',
    }),
    named('division', '所在地', {
      ...{ required: true, width: 32, of: 'division', choices: placesOf },
      ...{ help: '所在社区（村）或镇街，从下拉列表中选择，也可填12位代码', example: '中山东路街道/示例社区' },
    }),
    several('capabilities', '服务能力', {
      width: 40,
      of: 'category',
      help: '服务类别的名称，可填多项',
      example: '公共设施、物业服务',
    }),
    several('areas', '服务范围', {
      width: 40,
      of: 'division',
      help: '服务的镇街或社区，可填多项；不填则为所在地',
      example: '中山东路街道',
    }),
  ],
  parts: (values, [register]) => [
    {
      verb: register!,
      input: () => ({ ...values, capabilities: values['capabilities'] ?? [], areas: values['areas'] ?? [] }),
    },
  ],
};
