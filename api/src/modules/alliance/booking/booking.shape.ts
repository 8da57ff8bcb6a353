import { actionsField, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { paged } from '../../../platform/reads/fields/paged.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { byId, byInstant } from '../../../platform/reads/sort.ts';
import { Division } from '../../divisions/index.ts';
import { timeline } from '../../timeline/index.ts';
import { Unit } from '../../units/index.ts';
import { offerLinks } from '../offer/offer.links.ts';
import { ResourceOffer } from '../offer/offer.shape.ts';
import { spanSql, TimeSpan } from '../offer/time-span.ts';
import { BookingStateEnum } from './booking.enums.ts';
import { bookingRelations, bookingStory, bookingVisible } from './booking.policy.ts';
import { bookingProcess } from './booking.process.ts';

const nullable = true;
const story = bookingStory;
const of = () => Booking;

/** A time for which an offer is held. Whoever may book the offer sees when; who it is and what for, those whose business it is. */
export const Booking: Shape = defineShape('Booking', {
  about: '资源预约 — A time for which an offer, or parts of it, are held.',
  table: 'booking',
  key: 'id',
  visible: bookingVisible,
  links: offerLinks,
  fields: {
    id: id('编号 — Identity.'),
    state: choice(BookingStateEnum, '状态 — Where in the process it stands.'),
    stateLabel: stateLabel(bookingProcess, '状态名称 — The state as people read it.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    startsAt: instant('开始时间 — From when.'),
    endsAt: instant('归还时间 — Until when.'),
    parts: int('份数 — How many parts of the offer it holds.'),
    purpose: text('用途 — What it is for.', { when: story }),
    unit: one(() => Unit, '预约单位 — The unit that booked it.', { by: 'unitId', nullable, when: story }),
    office: one(() => Division, '预约的镇街或社区 — Whose office booked it.', {
      by: 'bookerCode',
      nullable,
      when: story,
    }),
    offer: one(() => ResourceOffer, '资源 — What is booked.', { by: 'offerId', nullable }),
    offeringUnit: one(() => Unit, '提供单位 — Whose it is.', { by: 'offerUnitId' }),
    declineUntil: instant('可谢绝期限 — Until when the unit may decline it.', { when: story }),
    createdAt: instant('预约时间 — When it was booked.', { when: story }),
    returnedAt: instant('归还于 — When it was given back.', { nullable, when: story }),
    viewerActions: actionsField(bookingProcess, bookingRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(bookingRelations, '与本人关系 — In which relations the viewer stands to it.'),
    // For which unit something was done would say who booked it.
    events: timeline('办理过程 — The last events, newest first; for those whose business it is.', {
      ...{ of, story, notes: story, when: story },
    }),
  },
});

export const bookingById = byKey(Booking);

export const byStart = { name: 'bookings:START', keys: [byInstant('startsAt'), byId('id')] } as const;

extendShape(ResourceOffer, {
  bookings: paged(() => Booking, '预约日历 — When it is held, in the order of beginnings.', {
    ...{ of: () => ResourceOffer, label: '资源预约', sort: byStart },
    on: (me, it) => `${it}.offer_id = ${me}.id AND ${it}.state IN ('RESERVED', 'IN_USE', 'RETURNED')`,
    argument: { name: 'during', type: () => TimeSpan, about: '时段 — Only what falls into it; all that are not over when left out.' },
    where(it, during, parameters) {
      if (during.absent) return `${it}.state <> 'RETURNED'`;
      const { from, to } = spanSql(during, parameters);
      return `${it}.during && tstzrange(${from}, ${to})`;
    },
  }),
}); // prettier-ignore
