import { enumOf } from '../../platform/graphql/enum.ts';
import { choice, id, text } from '../../platform/reads/fields/column.ts';
import { many } from '../../platform/reads/fields/many.ts';
import { one } from '../../platform/reads/fields/one.ts';
import { told } from '../../platform/reads/fields/worked-out.ts';
import { byKey } from '../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../platform/reads/shape.ts';
import { ORGANISED, DivisionLevel, PartyOrganisation } from './level.choice.ts';

export const DivisionLevelEnum = enumOf(DivisionLevel);
export const PartyOrganisationEnum = enumOf(PartyOrganisation);

/** A part of the district. */
export const Division: Shape = defineShape('Division', {
  about: '行政区划 — A part of the district, from the province above it to a building.',
  table: 'division',
  key: 'code',
  keyType: 'text',
  fields: {
    code: id('代码 — Statistical division code: 12 digits, a grid 15, a building 18.'),
    level: choice(DivisionLevelEnum, '级别 — Its rank.'),
    name: text('名称 — As registered, e.g. 曙光路西社区居委会.'),
    label: text('简称 — As people read it without its surroundings, e.g. 曙光路西社区.'),
    parent: one(() => Division, '上级 — What it lies in; null for the province.', { by: 'parentCode', nullable: true }),
    children: many(() => Division, '下级 — What lies directly below, in the order of codes.', {
      of: () => Division,
      on: (me, it) => `${it}.parent_code = ${me}.code`,
      order: (it) => `${it}.code`,
    }),
    // A code begins with those of all that it lies in: their order is the way down.
    path: many(() => Division, '所在层级 — From the district down to the division itself; empty above the district.', {
      of: () => Division,
      on: (me, it) => `${it}.code = ANY (${me}.path)`,
      order: (it) => `${it}.code`,
    }),
    partyOrganisation: told('level', () => ORGANISED, {
      ...{ type: () => PartyOrganisationEnum, otherwise: 'NULL', nullable: true },
      about: '党组织形式 — Null above the community.',
    }),
  },
});

export const divisionByCode = byKey(Division);
