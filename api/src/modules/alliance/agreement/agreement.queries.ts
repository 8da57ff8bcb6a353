import { GraphQLError } from 'graphql';
import { ID } from 'type-graphql';
import { CalendarDate } from '../../../platform/graphql/calendar-date.ts';
import { light } from '../../../platform/process/light.condition.ts';
import { defineFilter, type Condition } from '../../../platform/reads/condition.ts';
import { defineQueries } from '../../../platform/reads/queries.ts';
import { oneRow } from '../../../platform/reads/roots/one-row.ts';
import { pages } from '../../../platform/reads/roots/pages.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { AgreementSort, AgreementState } from './agreement.enums.ts';
import { agreementSight, awaitsViewer } from './agreement.policy.ts';
import { Agreement } from './agreement.shape.ts';

const ofId = (about: string, property: string): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, given) => (given.isId ? `${it.column(property)} = ${it.value(given, 'uuid')}` : 'false'),
});

const division: Condition = {
  ...{ type: () => ID, about: '区划 — Of alliances of this district, street or community, and of those within it.' },
  sql: (it, given) => {
    const code = it.value(given, 'text');
    const places = ['communityCode', 'streetCode', 'districtCode'].map((place) => `${it.column(place)} = ${code}`);
    return `(${places.join(' OR ')})`;
  },
};

const DAY = { name: 'day', to: (text: unknown) => dayNamed(text as string) };

function dayNamed(text: string): string {
  if (/^\d{4}-\d{2}-\d{2}$/.test(text) && new Date(`${text}T00:00:00Z`).toJSON()?.startsWith(text)) return text;
  throw new GraphQLError('日期应写作“2026-11-23”这样的形式。', { extensions: { code: 'BAD_USER_INPUT' } });
}

const filter = defineFilter('AgreementFilter', '协议筛选条件 — All that are given must hold.', {
  states: {
    ...{ type: () => [AgreementState], about: '状态 — Any of these.' },
    sql: (it, given) => `${it.column('state')} = ANY (${it.value(given, 'text[]')})`,
  },
  light,
  alliance: ofId('红色联盟 — Id of the alliance.', 'allianceId'),
  unit: ofId('单位 — Id of the unit.', 'unitId'),
  division,
  endingBefore: {
    ...{ type: () => CalendarDate, about: '早于此日到期 — Whose last day lies before this one.' },
    sql: (it, given) => `${it.column('endsOn')} < ${it.value(given, 'date', DAY)}`,
  },
  awaitsMe: {
    ...{ type: () => Boolean, about: '待我办理 — True: those that wait for the viewer; false: the others.' },
    sql: (it, given) => `${given.known<boolean>() ? '' : 'NOT '}coalesce(${it.condition(awaitsViewer)}, false)`,
  },
  // A warning is the business of the sides and those who oversee them: nobody else may find it.
  warned: {
    ...{ type: () => Boolean, about: '履约警示 — True: under a warning, as far as the viewer may know; false: the others.' },
    sql: (it, given) =>
      `${given.known<boolean>() ? '' : 'NOT '}coalesce(${it.column('warnedAt')} IS NOT NULL AND ${it.condition(agreementSight.text)}, false)`,
  },
}); // prettier-ignore

export const agreementQueries = defineQueries('AgreementQueries', {
  agreement: oneRow(Agreement, {
    about: '共驻共建协议 — One agreement; null when there is none for this viewer.',
    ...{ argument: 'id', type: () => ID, argumentAbout: '编号 — UUID.' },
    where: (it, id) => (id.isId ? `${it.column('id')} = ${it.value(id, 'uuid')}` : 'false'),
  }),
  agreements: pages(Agreement, {
    ...{ about: '共驻共建协议列表 — Agreements that the viewer may see.', label: '共驻共建协议', filter },
    sort: {
      ...{ type: AgreementSort, about: '排序 — In which order.', usual: 'NEWEST' },
      by: {
        NEWEST: { name: 'agreements:NEWEST', descending: true, keys: [byId('id')] },
        ENDING_FIRST: { name: 'agreements:ENDING_FIRST', keys: [byId('endsOn', 'date'), byId('id')] },
      },
    },
  }),
});
