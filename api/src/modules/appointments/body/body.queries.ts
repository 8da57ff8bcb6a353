import { ID } from 'type-graphql';
import { equals } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId, byName } from '../../../platform/reads/sort.ts';
import { BodyKindEnum, SeatDirectionEnum, SeatKindEnum, SeatSourceEnum } from '../appointments.enums.ts';
import { liesWithin, ofId } from '../conditions.ts';
import { Body, Seat } from './body.shape.ts';

export const bodyQueries = defineQueries('BodyQueries', {
  body: oneRow(Body, {
    about: '任职组织 — One body; null when there is none.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  bodies: pages(Body, {
    ...{ about: '任职组织列表 — Bodies in the pinyin order of their names.', label: '任职组织' },
    conditions: {
      division: liesWithin('行政区划代码 — Only of this street or community, or of grids and units in it.', [
        ...['divisionCode', 'communityCode', 'streetCode', 'districtCode'],
      ]),
      unit: ofId('单位编号 — Only the party organisation of this unit.', 'unitId'),
      kind: equals(() => BodyKindEnum, '类别 — Only of this kind.', 'kind'),
    },
    sort: { name: 'bodies:name', keys: [byName('name'), byId('id')] },
  }),
  seats: pages(Seat, {
    ...{ about: '席位列表 — Seats, the oldest first; closed ones too.', label: '席位' },
    conditions: {
      division: {
        ...{ type: () => ID, about: '行政区划代码 — Only of this street or community.' },
        sql: (it, code) =>
          `EXISTS (SELECT FROM division d WHERE d.code = ${it.column('communityCode')} AND d.path @> ARRAY[${it.value(code, 'text')}])`,
      },
      body: ofId('组织编号 — Only of this body.', 'bodyId'),
      direction: equals(() => SeatDirectionEnum, '任职方向 — Only this way.', 'direction'),
      kind: equals(() => SeatKindEnum, '席位类别 — Only of this kind.', 'kind'),
      source: equals(() => SeatSourceEnum, '来源单位类别 — Only for this kind of unit.', 'source'),
      vacant: {
        ...{ type: () => Boolean, about: '是否空缺 — True: those that nobody holds now; false: the others.' },
        sql: (it, vacant) =>
          `${vacant.known<boolean>() ? 'NOT ' : ''}EXISTS (SELECT FROM seat_term t WHERE t.seat_id = ${it.column('id')} AND t.term @> ${it.statement.parameters.now()})`,
      },
    },
    sort: { name: 'seats:id', keys: [byId('id')] },
  }),
});
