import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { Light } from '../../../platform/process/light.enum.ts';
import { choice, date, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { Division } from '../../divisions/index.ts';
import { nameOfPerson } from '../../identity/index.ts';
import { timeline } from '../../timeline/index.ts';
import { Unit } from '../../units/index.ts';
import { AppointmentEndEnum, AppointmentState, SeatDirectionEnum, SeatKindEnum } from '../appointments.enums.ts';
import { Body, Seat } from '../body/body.shape.ts';
import { AppointmentObjection, AppointmentRecord, AppointmentReview } from './appointment.parts.shape.ts';
import { appointmentRelations, appointmentSight, appointmentVisible } from './appointment.policy.ts';
import { appointmentProcess } from './appointment.process.ts';

const { inside, story } = appointmentSight;
const nullable = true;
const of = (): Shape => Appointment;

export const Appointment: Shape = defineShape('Appointment', {
  about: '交叉任职 — The way of a person into a seat, and the term served in it.',
  table: 'appointment',
  key: 'id',
  visible: appointmentVisible,
  fields: {
    id: id('编号 — UUID.'),
    state: choice(AppointmentState, '状态 — Where in the process it stands.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    direction: choice(SeatDirectionEnum, '任职方向 — Which way the person crosses.'),
    kind: choice(SeatKindEnum, '席位类别 — As what.'),
    title: text('事项 — Body and kind of seat, as people read it.'),
    termNo: int('任次 — 1, and one more with each renewal.'),
    endsOn: date('任期至 — The last day of the term as it was set.'),
    startsOn: date('任期起 — First day, where the letter names one.', { nullable }),
    startsAt: instant('到任时间 — First second of the term.', { nullable }),
    endsAt: instant('离任时间 — The second in which the term is or was over.', { nullable }),
    endedBy: choice(AppointmentEndEnum, '离任原因 — How the term came to its end.', { nullable }),
    documentNumber: text('批复文号 — Number of the street’s document.', { nullable }),
    noticePlace: text('公示地点 — Where the public notice hangs.', { nullable }),
    noticeUntil: instant('公示截止 — When the public notice is over.', { nullable }),
    openObjections: int('待查异议 — How many objections are looked into; null to the public.', { when: inside }),
    consentOn: date('本人同意日期 — When the person agreed.', { nullable, when: inside }),
    studiedOn: date('研究日期 — When the body studied it.', { nullable, when: inside }),
    opinion: text('研究意见 — What the body thinks of it.', { nullable, when: inside }),
    remark: text('最近说明 — Why it was sent back, refused or ended.', { nullable, when: inside }),
    onNotice: flag('留任观察 — The last review was poor.', { when: inside }),
    reviewDueAt: instant('下次评议 — When the next yearly review is due.', { nullable, when: inside }),
    leaveUntil: date('暂离至 — Last day of the leave.', { nullable }),
    dueAt: instant('应办时间 — When the leading duty runs out.', { nullable }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('启动时间 — When the seat was opened to be filled.'),
    stateLabel: stateLabel(appointmentProcess, '状态名称 — The state as people read it.'),
    light: light(Light, '灯色 — How the leading duty stands.'),
    personId: id('人员编号 — Of whoever is to sit there.', { nullable, when: inside }),
    personName: nameOfPerson('姓名 — Whoever is to sit there; residents masked.', { by: 'personId' }),
    actingName: nameOfPerson('代理人 — Who stands in during the leave.', { by: 'actingPersonId' }),
    seat: one(() => Seat, '席位 — The seat.', { by: 'seatId' }),
    body: one(() => Body, '组织 — The body.', { by: 'bodyId' }),
    homeUnit: one(() => Unit, '派出单位 — The unit that sends somebody into the community.', {
      by: 'homeUnitId',
      nullable,
    }),
    unit: one(() => Unit, '接收单位 — The unit to which the community sends somebody.', { by: 'unitId', nullable }),
    community: one(() => Division, '社区 — The community.', { by: 'communityCode' }),
    street: one(() => Division, '镇街 — The street or town that approves.', { by: 'streetCode' }),
    previous: one(() => Appointment, '上一任 — The term before, as far as the viewer may see it.', {
      ...{ by: 'previousId', nullable },
    }),
    successor: single(() => Appointment, '下一任 — The term after it, as far as the viewer may see it.', {
      ...{ of, on: (me, it) => `${it}.previous_id = ${me}.id`, order: (it) => `${it}.id DESC` },
    }),
    viewerActions: actionsField(appointmentProcess, appointmentRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(appointmentRelations, '与本人关系 — How the viewer stands to it.'),
    events: timeline('办理过程 — The last events, newest first.', { of, story, notes: story }),
    records: many(() => AppointmentRecord, '履职记录 — What was done in office, newest first.', {
      ...{ of, when: inside, first: { usual: 20, most: 100 } },
      on: (me, it) => `${it}.appointment_id = ${me}.id`,
      order: (it) => `${it}.id DESC`,
    }),
    reviews: many(() => AppointmentReview, '述职评议 — Year by year, from both sides.', {
      ...{ of, when: inside },
      on: (me, it) => `${it}.appointment_id = ${me}.id`,
      order: (it) => `${it}.year, ${it}.side`,
    }),
    objections: many(() => AppointmentObjection, '公示异议 — All of them to the street; their own to others.', {
      ...{ of, lends: { story } },
      on: (me, it) => `${it}.appointment_id = ${me}.id`,
      order: (it) => `${it}.id`,
    }),
  },
});

export const appointmentById = byKey(Appointment);
