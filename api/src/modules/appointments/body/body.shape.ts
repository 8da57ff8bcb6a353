import { GraphQLISODateTime } from 'type-graphql';
import { choice, date, flag, id, instant, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { paged } from '../../../platform/reads/fields/paged.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { Division } from '../../divisions/index.ts';
import { nameOfPerson } from '../../identity/index.ts';
import { Unit } from '../../units/index.ts';
import { BodyKindEnum, SeatDirectionEnum, SeatKindEnum, SeatSourceEnum } from '../appointments.enums.ts';

const nullable = true;

export const BodyMember: Shape = defineShape('BodyMember', {
  about: '组织成员 — Who holds or held a seat, and for what time. Whoever stands in during a leave holds it then.',
  table: 'body_member',
  fields: {
    name: nameOfPerson('姓名 — Officials by name, residents masked.', { by: 'personId' }),
    kind: choice(SeatKindEnum, '席位类别 — As what.'),
    direction: choice(SeatDirectionEnum, '任职方向 — Which way the person crossed.'),
    acting: flag('代理 — Stands in during a leave.'),
    since: instant('任职开始 — First second.'),
    until: instant('任职结束 — The second in which it is over.'),
    seat: one(() => Seat, '席位 — The seat.', { by: 'seatId' }),
    body: one(() => Body, '组织 — The body.', { by: 'bodyId' }),
    homeUnit: one(() => Unit, '派出单位 — The unit that sent the person into the community.', {
      ...{ by: 'homeUnitId', nullable },
    }),
  },
  // By what members are sorted.
  also: ['seatId'],
});

export const Seat: Shape = defineShape('Seat', {
  about: '席位 — One place in a body. Nobody shares it, and nobody holds two in one body.',
  table: 'seat',
  key: 'id',
  fields: {
    id: id('编号 — UUID.'),
    direction: choice(SeatDirectionEnum, '任职方向 — Which way its holder crosses.'),
    kind: choice(SeatKindEnum, '席位类别 — As what somebody sits there.'),
    source: choice(SeatSourceEnum, '来源单位类别 — From what kind of unit the holder is to come, where it is fixed.', {
      nullable,
    }),
    duties: text('职责 — What the holder is to do.'),
    openedAt: instant('设立时间 — When it was added.'),
    closedAt: instant('撤销时间 — When it was taken away.', { nullable }),
    body: one(() => Body, '组织 — The body.', { by: 'bodyId' }),
    community: one(() => Division, '选派社区 — The community that fills it.', { by: 'communityCode' }),
    holder: single(() => BodyMember, '现任 — Who holds it now; null while nobody does.', {
      of: () => Seat,
      on: (me, it, parameters) => `${it}.seat_id = ${me}.id AND ${it}.term @> ${parameters.now()}`,
      order: (it) => `${it}.since`,
    }),
  },
});

export const Body: Shape = defineShape('Body', {
  about:
    '任职组织 — A body in which people hold seats: of a community, an estate or grid of it, or a unit’s party organisation.',
  table: 'body',
  key: 'id',
  fields: {
    id: id('编号 — UUID.'),
    kind: choice(BodyKindEnum, '类别 — What kind of body it is.'),
    name: text('名称 — As people call it.'),
    termEndsOn: date('届满日期 — The last day of its term.'),
    foundedAt: instant('设立时间 — When it was entered.'),
    division: one(() => Division, '所在社区或网格 — Whose it is; null for a unit’s.', { by: 'divisionCode', nullable }),
    unit: one(() => Unit, '所在单位 — Whose party organisation it is.', { by: 'unitId', nullable }),
    community: one(() => Division, '所在社区 — Where it lies.', { by: 'communityCode', nullable }),
    seats: many(() => Seat, '席位 — Seats that are not closed.', {
      of: () => Body,
      on: (me, it) => `${it}.body_id = ${me}.id AND ${it}.closed_at IS NULL`,
      order: (it) => `${it}.id`,
      limit: 200,
    }),
    members: paged(() => BodyMember, '成员 — Who holds its seats.', {
      of: () => Body,
      label: '组织成员',
      on: (me, it) => `${it}.body_id = ${me}.id`,
      sort: { name: 'bodyMembers:seat', keys: [byId('seatId')] },
      argument: {
        ...{ name: 'at', type: () => GraphQLISODateTime },
        about: '时点 — As it was then, to the second; now when left out.',
      },
      where: (it, at, parameters) =>
        `${it}.term @> ${at.absent ? parameters.now() : at.sql(parameters, 'timestamptz')}`,
    }),
  },
  also: ['name'],
});

extendShape(Unit, {
  bodies: many(() => Body, '单位内组织 — Bodies of the unit.', {
    of: () => Unit,
    on: (me, it) => `${it}.unit_id = ${me}.id`,
    order: (it) => `${it}.id`,
  }),
  seatHolders: many(() => BodyMember, '交叉任职人员 — Whom the unit has sent, and whom it received, now.', {
    of: () => Unit,
    on: (me, it, parameters) =>
      `(${it}.home_unit_id = ${me}.id OR ${it}.unit_id = ${me}.id) AND ${it}.term @> ${parameters.now()}`,
    order: (it) => `${it}.seat_id`,
    limit: 200,
  }),
});

extendShape(Division, {
  bodies: many(() => Body, '任职组织 — Bodies of a community and of its grids.', {
    of: () => Division,
    on: (me, it) => `${it}.community_code = ${me}.code AND ${it}.unit_id IS NULL`,
    order: (it) => `${it}.kind, ${it}.id`,
    limit: 200,
  }),
});
