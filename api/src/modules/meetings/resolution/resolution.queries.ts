import { GraphQLISODateTime, ID } from 'type-graphql';
import { defineFilter, type Condition } from '../../../platform/reads/condition.ts';
import { quoted } from '../../../platform/reads/predicate-sql.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId, byInstant } from '../../../platform/reads/sort.ts';
import { ResolutionSortEnum, ResolutionStateEnum } from './resolution.enums.ts';
import { OPEN, OWED } from './resolution.process.ts';
import { Resolution } from './resolution.shape.ts';

const names = (about: string, property: string): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, given) => (given.isId ? `${it.column(property)} = ${it.value(given, 'uuid')}` : 'false'),
});

const isIn = (states: readonly string[]) => `IN (${states.map(quoted).join(', ')})`;
const whether = (about: string, condition: (column: (property: string) => string) => string): Condition => ({
  ...{ type: () => Boolean, about },
  sql: (it, given) => {
    const sql = condition((property) => it.column(property));
    return given.known<boolean>() ? `(${sql})` : `NOT (${sql})`;
  },
});

const dispatched = (about: string, comparison: string): Condition => ({
  ...{ type: () => GraphQLISODateTime, about },
  sql: (it, given) => `${it.column('dispatchedAt')} ${comparison} ${it.value(given, 'timestamptz')}`,
});

export const resolutionFilter = defineFilter('ResolutionFilter', '筛选条件 — All that are given must hold.', {
  alliance: names('红色联盟 — Only of this alliance.', 'allianceId'),
  meeting: names('联席会议 — Only of this meeting.', 'meetingId'),
  unit: {
    ...{ type: () => ID, about: '单位 — Only those that this unit leads or takes part in.' },
    sql: (it, given) => {
      if (!given.isId) return 'false';
      const unit = it.value(given, 'uuid');
      return `(${it.column('leadUnitId')} = ${unit} OR ${it.column('coUnitIds')} @> ARRAY[${unit}])`;
    },
  },
  division: {
    ...{ type: () => ID, about: '行政区划代码 — Only of this district, street, town, community or village.' },
    sql: (it, given) => {
      const code = it.value(given, 'text');
      const places = ['streetCode', 'communityCode', 'districtCode'];
      return `(${places.map((property) => `${it.column(property)} = ${code}`).join(' OR ')})`;
    },
  },
  states: {
    ...{ type: () => [ResolutionStateEnum], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  open: whether('在办 — True: those given to a unit and not at an end; false: the others.', (column) => {
    return `${column('state')} ${isIn(OPEN)}`;
  }),
  overdue: whether(
    '逾期 — True: those whose deadline has passed with the work undone; false: the others.',
    (column) => {
      return `${column('overdueAt')} IS NOT NULL AND ${column('state')} ${isIn(OWED)}`;
    },
  ),
  inTime: whether('按期完成 — True: those reported done by their day; false: the others.', (column) => {
    return `coalesce((${column('finishedAt')} AT TIME ZONE 'Asia/Shanghai')::date <= ${column('dueOn')}, false)`;
  }),
  dispatchedFrom: dispatched('交办不早于 — Dispatched at or after.', '>='),
  dispatchedBefore: dispatched('交办早于 — Dispatched before.', '<'),
});

export const resolutionQueries = defineQueries('ResolutionQueries', {
  resolution: oneRow(Resolution, {
    about: '议定事项 — One resolution; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号或销号编号 — Identity or serial number.' },
    where: (it, id) =>
      id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : `${it.column('serial')} = ${it.value(id, 'text')}`,
  }),
  resolutions: pages(Resolution, {
    ...{ about: '议定事项列表 — Resolutions that the viewer may see.', label: '议定事项', filter: resolutionFilter },
    sort: {
      ...{ type: ResolutionSortEnum, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'resolutions:NEWEST', descending: true, keys: [byId('id')] },
        DUE_FIRST: { name: 'resolutions:DUE_FIRST', keys: [byInstant('dueAt'), byId('id')] },
      },
    },
  }),
});
