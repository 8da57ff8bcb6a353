import { all, oneOf } from '../../../kernel/predicate.ts';
import { actionsField, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { group } from '../../../platform/reads/fields/group.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { paged } from '../../../platform/reads/fields/paged.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression } from '../../../platform/reads/json-text.ts';
import type { ReadField } from '../../../platform/reads/field.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, extendShape, sees, type Shape } from '../../../platform/reads/shape.ts';
import { byId } from '../../../platform/reads/sort.ts';
import { Division } from '../../divisions/index.ts';
import { timeline } from '../../timeline/index.ts';
import { ServiceCategory, Unit } from '../../units/index.ts';
import { Alliance } from '../alliance.shape.ts';
import { ResourceKindEnum, ResourceOfferState, ResourceOfferStatusEnum } from './offer.enums.ts';
import { sayMinutes } from './offer.hours.ts';
import { offerLinks } from './offer.links.ts';
import { offerBookers, offerRelations, offerSight, offerVisible } from './offer.policy.ts';
import { offerProcess } from './offer.process.ts';

const nullable = true;
const { contact, story } = offerSight;

/** Minutes of the day as people read them. */
const timeOfDay = (property: string, about: string): ReadField =>
  workedOut({
    ...{ type: () => String, about, from: [property] },
    of: (view) => sayMinutes(view[property] as number),
    sql: (place) => {
      const part = (sql: string) => `lpad((${sql})::text, 2, '0')`;
      const minutes = place.column(property);
      return expression(`('"' || ${part(`${minutes} / 60`)} || ':' || ${part(`${minutes} % 60`)} || '"')`);
    },
  });

const OfferHours = defineShape('OfferHours', {
  about: '开放时间 — A time of the week at which an offer is open, in Beijing time.',
  table: 'offer_hours',
  fields: {
    weekday: int('星期 — 1 for Monday to 7 for Sunday.'),
    opensAt: timeOfDay('opens', '开放 — From when, such as 09:00.'),
    closesAt: timeOfDay('closes', '关闭 — Until when; 24:00 for the end of the day.'),
  },
});

/** Could be booked by the viewer now. */
const bookable = all(offerBookers, oneOf('state', ['AVAILABLE']));

const of = () => ResourceOffer;

export const ResourceOffer: Shape = defineShape('ResourceOffer', {
  about: '资源清单 — What a unit of the alliance offers to its neighbours.',
  table: 'resource_offer_standing',
  key: 'id',
  visible: offerVisible,
  links: offerLinks,
  fields: {
    id: id('编号 — Identity.'),
    state: choice(ResourceOfferState, '状态 — Where in the process it stands.'),
    stateLabel: stateLabel(offerProcess, '状态名称 — The state as people read it.'),
    status: choice(ResourceOfferStatusEnum, '目前情况 — The state, and while it can be booked, what is booked of it.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    unit: one(() => Unit, '提供单位 — Whose it is.', { by: 'unitId' }),
    kind: choice(ResourceKindEnum, '资源类型 — What kind of resource it is.'),
    category: one(() => ServiceCategory, '服务类别 — Orders that it can serve.', { by: 'categoryCode', nullable }),
    title: text('名称 — What it is.'),
    about: text('说明 — What it is good for.'),
    conditions: text('使用条件 — What whoever uses it must keep to.', { nullable }),
    amount: int('数量 — How much there is.'),
    measure: text('计量单位 — What the amount counts.'),
    exclusive: flag('整体预约 — One booking at a time takes the whole.'),
    parts: int('可预约份数 — Into how many parts it can be booked at one time.'),
    partsInUse: int('使用中份数 — How many of them are in use now.'),
    division: one(() => Division, '服务范围 — The street or community that it serves.', { by: 'divisionCode' }),
    street: one(() => Division, '镇街 — The street or town.', { by: 'streetCode' }),
    hours: many(() => OfferHours, '开放时间 — Week by week; open at all times when there are none.', {
      of,
      on: (me, it) => `${it}.offer_id = ${me}.id`,
      order: (it) => `${it}.weekday, ${it}.opens`,
    }),
    contact: group('联系方式 — Masked; null to whom it does not concern.', {
      name: 'ResourceOfferContact',
      about: '联系方式 — Whom to call, masked. Reading it in full is an act of its own: resourceOfferRevealContact.',
      when: contact,
      fields: {
        name: text('姓名 — Masked: 王**.', { property: 'contactName' }),
        phone: text('电话 — Masked: 139****5678.', { property: 'contactPhone' }),
      },
    }),
    keptCount: int('履约次数 — Bookings of the unit that took place.'),
    endedCount: int('应履约次数 — Bookings of the unit that took place or that it declined.'),
    verifiedAt: instant('核实时间 — When the office made sure of it.', { nullable }),
    sentBackAt: instant('退回时间 — When the office sent it back, until the unit has mended it.', {
      nullable,
      when: story,
    }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('登记时间 — When it was entered.'),
    dueAt: instant('应办时间 — When the look of the office runs out.', { nullable, when: story }),
    yellowAt: instant('转黄时间 — When that turns yellow.', { nullable, when: story }),
    mayBook: workedOut({
      ...{ type: () => Boolean, about: '可否预约 — May the viewer book it now?', from: [], conditions: [bookable] },
      of: (view, { viewer }) => sees(view, bookable, viewer),
      sql: (place) => expression(`coalesce(${place.holds(bookable)}, false)::text`),
    }),
    viewerActions: actionsField(offerProcess, offerRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(offerRelations, '与本人关系 — In which relations the viewer stands to it.'),
    events: timeline('办理过程 — The last events, newest first.', { of, story, notes: story }),
  },
});

export const offerById = byKey(ResourceOffer);

/** Which kinds of offers are asked for. */
const ofKind = {
  argument: { name: 'kind', type: () => ResourceKindEnum, about: '资源类型 — Only of this kind.' },
  sort: { name: 'offers:NEWEST', descending: true, keys: [byId('id')] },
} as const;

extendShape(Unit, {
  resourceOffers: paged(() => ResourceOffer, '资源清单 — What the unit offers, as far as the viewer may see it.', {
    ...{ of: () => Unit, label: '资源', ...ofKind },
    on: (me, it) => `${it}.unit_id = ${me}.id`,
    where: (it, kind, parameters) => (kind.absent ? 'true' : `${it}.kind = ${kind.sql(parameters, 'text')}`),
  }),
});

extendShape(Alliance, {
  resourceOffers: paged(() => ResourceOffer, '资源清单 — What its members offer to this street or community.', {
    ...{ of: () => Alliance, label: '资源', ...ofKind },
    on: (me, it) => `${it}.division_code = ${me}.division_code`,
    where: (it, kind, parameters) => (kind.absent ? 'true' : `${it}.kind = ${kind.sql(parameters, 'text')}`),
  }),
});
