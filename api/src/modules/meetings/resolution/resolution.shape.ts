import { Int } from 'type-graphql';
import { link } from '../../../kernel/predicate.ts';
import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, date, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { workedOut } from '../../../platform/reads/fields/worked-out.ts';
import { expression } from '../../../platform/reads/json-text.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, extendShape, sees, type Shape } from '../../../platform/reads/shape.ts';
import { Alliance } from '../../alliance/index.ts';
import { photos } from '../../files/index.ts';
import { Light, Order } from '../../orders/index.ts';
import { Project } from '../../projects/index.ts';
import { closings, timeline } from '../../timeline/index.ts';
import { Unit } from '../../units/index.ts';
import { JointMeeting } from '../meeting/meeting.shape.ts';
import { ResolutionStateEnum } from './resolution.enums.ts';
import {
  resolutionPhotoVisible,
  resolutionRelations,
  resolutionStory,
  resolutionVisible,
} from './resolution.policy.ts';
import { resolutionProcess } from './resolution.process.ts';
import { resolutionLinks } from './resolution.scope.ts';

const nullable = true;
const of = (): Shape => Resolution;
const workDone = link('workDone');

/** What the unit reported, or all of it once the work that the resolution became is closed off. */
const progress = workedOut({
  type: () => Int,
  about:
    '进度 — Per cent done: as the unit reported last, or 100 once the order or project that it became is closed off.',
  ...{ from: ['percent'], conditions: [workDone] },
  of: (view, { viewer }) => (sees(view, workDone, viewer) ? 100 : view['percent']),
  sql: (place) => expression(`CASE WHEN ${place.holds(workDone)} THEN 100 ELSE ${place.column('percent')} END::text`),
});

export const Resolution: Shape = defineShape('Resolution', {
  about: '议定事项 — What a joint meeting resolved, and what becomes of it.',
  table: 'resolution',
  key: 'id',
  visible: resolutionVisible,
  links: resolutionLinks,
  fields: {
    id: id('编号 — Identity.'),
    state: choice(ResolutionStateEnum, '状态 — Where in the process it stands.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    round: int('轮次 — 1, and one more whenever it comes back after closing off.'),
    ordinal: int('序号 — 第N项 of its meeting.'),
    text: text('内容 — What was resolved.'),
    deliverable: text('交付成果 — What comes of it.', { nullable }),
    dueOn: date('完成时限 — The last day of the work.', { nullable }),
    progress,
    reportedAt: instant('最近报送时间 — When the unit reported last.', { nullable }),
    extendTo: date('申请延期至 — A pending request for a later end.', { nullable, when: resolutionStory }),
    extendCount: int('延期次数 — How often its end was moved.'),
    reworkCount: int('返工次数 — How often it was sent back.'),
    overdueAt: instant('逾期时间 — When the deadline passed with the work undone; null again once it is extended.', {
      nullable,
    }),
    result: text('办理结果 — What the unit reported at the end.', { nullable, when: resolutionStory }),
    evidenceText: text('文字佐证 — What shows it, in words.', { nullable, when: resolutionStory }),
    serial: text('销号编号 — Serial number of closing off; a relapse keeps it.', { nullable }),
    circular: text('书面通报 — How the members were told where it was not read out.', { nullable }),
    dispatchedAt: instant('交办时间 — When it was given to the unit.', { nullable }),
    acceptedAt: instant('承接时间 — When the unit accepted, in words or by silence.', { nullable }),
    finishedAt: instant('报送完成时间 — When the unit reported it done.', { nullable }),
    checkedAt: instant('核查通过时间 — When somebody else found it done.', { nullable }),
    clearedAt: instant('销号时间 — When it was closed off.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('记录时间 — When it was recorded.'),
    dueAt: instant('应办时间 — When the leading duty runs out.', { nullable }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    stateLabel: stateLabel(resolutionProcess, '状态名称 — The state as people read it.'),
    light: light(Light, '灯色 — How the leading duty stands; null while nobody owes anything.'),
    alliance: one(() => Alliance, '红色联盟 — Whose meeting resolved it.', { by: 'allianceId' }),
    meeting: one(() => JointMeeting, '联席会议 — The meeting that resolved it.', { by: 'meetingId', nullable }),
    leadUnit: one(() => Unit, '牵头单位 — The unit that answers for it.', { by: 'leadUnitId', nullable }),
    coUnits: many(() => Unit, '配合单位 — Units that take part.', {
      of,
      on: (me, it) => `${it}.id = ANY (${me}.co_unit_ids)`,
      order: (it) => `${it}.name, ${it}.id`,
    }),
    order: one(() => Order, '转出的点单 — The order that it became, as far as the viewer may see it.', {
      ...{ by: 'orderId', nullable },
    }),
    project: one(() => Project, '转出的项目 — The project that it became, as far as the viewer may see it.', {
      ...{ by: 'projectId', nullable },
    }),
    clearedMeeting: one(() => JointMeeting, '宣读会议 — The meeting at which it was read out.', {
      ...{ by: 'clearedMeetingId', nullable },
    }),
    supersededBy: one(() => Resolution, '替代事项 — The later resolution that stands in its place.', {
      ...{ by: 'supersededBy', nullable },
    }),
    viewerActions: actionsField(resolutionProcess, resolutionRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      resolutionRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    events: timeline('办理过程 — The last events, newest first.', {
      ...{ of, story: resolutionStory, notes: resolutionStory },
    }),
    photos: photos('照片 — Those that the viewer may look at.', {
      ...{ of, visible: resolutionPhotoVisible, lends: { story: resolutionStory } },
    }),
    closings: closings('销号记录 — Upon what it was closed off, once a round.', { of, when: resolutionStory }),
  },
});

export const resolutionById = byKey(Resolution);

extendShape(JointMeeting, {
  resolutions: many(() => Resolution, '议定事项 — What the meeting resolved, as far as the viewer may see it.', {
    of: () => JointMeeting,
    on: (me, it) => `${it}.meeting_id = ${me}.id`,
    order: (it) => `${it}.ordinal`,
  }),
});

extendShape(Project, {
  resolution: one(() => Resolution, '来源议定事项 — The resolution of a joint meeting from which it came.', {
    ...{ by: 'resolutionId', nullable },
  }),
});

extendShape(Order, {
  resolution: single(() => Resolution, '来源议定事项 — The resolution that became this order.', {
    of: () => Order,
    on: (me, it) => `${it}.order_id = ${me}.id`,
    order: (it) => `${it}.id`,
  }),
});
