import { enumOf } from '../../platform/graphql/enum.ts';
import { choice, id, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { byKey } from '../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';
import { Division } from '../divisions/index.ts';
import { ServiceCategory } from './category.shape.ts';
import { UnitKind, UnitState } from './unit.choice.ts';

export const UnitKindEnum = enumOf(UnitKind);
export const UnitStateEnum = enumOf(UnitState);

export const Unit: Shape = defineShape('Unit', {
  about: '单位 — An organisation that serves the communities.',
  table: 'unit',
  key: 'id',
  fields: {
    id: id('编号 — UUID.'),
    name: text('名称 — Full name.'),
    shortName: text('简称 — Name for narrow places.'),
    kind: choice(UnitKindEnum, '性质 — What kind of organisation it is.'),
    state: choice(UnitStateEnum, '状态 — Whether it takes part.'),
    division: one(() => Division, '所在地 — Where it sits.', { by: 'divisionCode' }),
    capabilities: many(() => ServiceCategory, '服务能力 — What it can do.', {
      of: () => Unit,
      on: (me, it) => `${it}.code IN (SELECT category_code FROM unit_capability WHERE unit_id = ${me}.id)`,
      order: (it) => `${it}.position, ${it}.code`,
    }),
    areas: many(() => Division, '服务范围 — Where it serves.', {
      of: () => Unit,
      on: (me, it) => `${it}.code IN (SELECT division_code FROM unit_area WHERE unit_id = ${me}.id)`,
      order: (it) => `${it}.code`,
    }),
  },
});

export const unitById = byKey(Unit);
