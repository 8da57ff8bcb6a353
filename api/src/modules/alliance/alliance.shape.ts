import { GraphQLISODateTime } from 'type-graphql';
import { id, instant, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { paged } from '../../platform/reads/fields/paged.ts';
import { single } from '../../platform/reads/fields/single.ts';
import { byKey } from '../../platform/reads/rows.ts';
import { defineShape, extendShape, type Shape } from '../../platform/reads/shape.ts';
import { byId, byName } from '../../platform/reads/sort.ts';
import { Division } from '../divisions/index.ts';
import { Unit } from '../units/index.ts';

export const AllianceMember: Shape = defineShape('AllianceMember', {
  about: '成员单位 — A unit in an alliance, and since when.',
  table: 'alliance_membership',
  fields: {
    unit: one(() => Unit, '单位 — The unit.', { by: 'unitId' }),
    since: instant('加入时间 — When it was admitted.'),
    until: instant('退出时间 — When the membership ended; null while it lasts.', { nullable: true }),
  },
  // By what members are sorted.
  also: ['unitName'],
});

export const Alliance: Shape = defineShape('Alliance', {
  about: '红色联盟 — The alliance of units of one street or community, led by its party committee.',
  table: 'alliance',
  key: 'id',
  fields: {
    id: id('编号 — UUID.'),
    name: text('名称 — As people read it.'),
    ledBy: text('牵头组织 — The party organisation that leads it.'),
    division: one(() => Division, '所在镇街或社区 — Whose alliance it is.', { by: 'divisionCode' }),
    members: paged(() => AllianceMember, '成员单位 — Members in the pinyin order of their names.', {
      of: () => Alliance,
      label: '成员单位',
      on: (me, it) => `${it}.alliance_id = ${me}.id`,
      sort: { name: 'members:name', keys: [byName('unitName'), byId('unitId')] },
      argument: {
        ...{ name: 'at', type: () => GraphQLISODateTime },
        about: '时点 — As it was then; now when left out.',
      },
      where: (it, at, parameters) =>
        `${it}.term @> ${at.absent ? parameters.now() : at.sql(parameters, 'timestamptz')}`,
    }),
  },
  also: ['divisionCode'],
});

export const allianceById = byKey(Alliance);

extendShape(Unit, {
  alliances: many(() => Alliance, '所在联盟 — Alliances to which the unit belongs now.', {
    of: () => Unit,
    on: (me, it, parameters) =>
      `EXISTS (SELECT FROM alliance_member m WHERE m.alliance_id = ${it}.id AND m.unit_id = ${me}.id AND m.term @> ${parameters.now()})`,
    order: (it) => `${it}.division_code`,
  }),
});

extendShape(Division, {
  alliance: single(() => Alliance, '红色联盟 — The alliance of a street or community, if there is one.', {
    of: () => Division,
    on: (me, it) => `${it}.division_code = ${me}.code`,
    order: (it) => `${it}.id`,
  }),
});
