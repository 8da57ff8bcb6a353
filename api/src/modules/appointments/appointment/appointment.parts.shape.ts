import { oneOf } from '../../../kernel/predicate.ts';
import { choice, date, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression } from '../../../platform/reads/json-text.ts';
import { defineShape } from '../../../platform/reads/shape.ts';
import { nameOfPerson } from '../../identity/index.ts';
import { AppointmentRecordKindEnum, AppointmentSideEnum } from '../appointments.enums.ts';
import { objectionVisible } from './appointment.policy.ts';

const nullable = true;

export const AppointmentRecord = defineShape('AppointmentRecord', {
  about: '履职记录 — What was done in office.',
  table: 'appointment_record',
  key: 'id',
  fields: {
    id: id('编号 — UUID.'),
    kind: choice(AppointmentRecordKindEnum, '类别 — 会商, 通报 or 调度.'),
    heldOn: date('日期 — When it was.'),
    topics: text('事项 — What it was about, and what came of it.'),
    refersTo: workedOut({
      ...{ type: () => [String], about: '相关事项编号 — Orders, minutes, resolutions of which it spoke.' },
      from: ['refersTo'],
      of: (view) => view['refersTo'],
      sql: (place) => expression(`array_to_json(${place.column('refersTo')})::text`),
    }),
    recordedBy: nameOfPerson('记录人 — Who wrote it down.', { by: 'personId' }),
    at: instant('记录时间 — When it was written down.'),
  },
});

export const AppointmentReview = defineShape('AppointmentReview', {
  about: '述职评议 — What one side says of a year in office.',
  table: 'appointment_review',
  fields: {
    year: int('任职年度 — 1 for the first year of the term.'),
    side: choice(AppointmentSideEnum, '评议方 — Which side.'),
    score: int('评分 — 1 to 5.'),
    text: text('评语 — Why.'),
    reviewer: nameOfPerson('评议人 — Who gave it.', { by: 'personId' }),
    at: instant('时间 — When.'),
  },
});

/** Whoever raised an objection reads what was found, and so does the street. */
export const AppointmentObjection = defineShape('AppointmentObjection', {
  about: '公示异议 — What somebody said against an appointment, and what was found.',
  table: 'appointment_objection',
  key: 'id',
  visible: objectionVisible,
  fields: {
    id: id('编号 — UUID.'),
    text: text('内容 — What was said.'),
    at: instant('提出时间 — When.'),
    upheld: flag('是否成立 — Null while it is looked into.', { nullable }),
    finding: text('调查结论 — What was found.', { nullable }),
    settledAt: instant('结论时间 — When it was settled.', { nullable }),
  },
});

/** States in which somebody sits. */
export const inOffice = oneOf('state', ['ACTIVE', 'SUSPENDED']);
