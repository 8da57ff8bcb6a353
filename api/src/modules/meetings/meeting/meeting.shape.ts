import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { single } from '../../../platform/reads/fields/single.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, extendShape, type Shape } from '../../../platform/reads/shape.ts';
import { Alliance } from '../../alliance/index.ts';
import { Division } from '../../divisions/index.ts';
import { Light, Order } from '../../orders/index.ts';
import { timeline } from '../../timeline/index.ts';
import { checkInCodeField } from './meeting.code.ts';
import { MeetingKindEnum, MeetingStateEnum } from './meeting.enums.ts';
import { MeetingAttendee, MeetingQuorum, MeetingTopic } from './meeting.parts.shape.ts';
import { meetingRelations, meetingSight, meetingVisible } from './meeting.policy.ts';
import { meetingProcess } from './meeting.process.ts';
import { meetingLinks } from './meeting.scope.ts';
import { MOST_TOPICS } from './meeting.topics.ts';

const nullable = true;
const { inside } = meetingSight;
const of = (): Shape => JointMeeting;

export const JointMeeting: Shape = defineShape('JointMeeting', {
  about: '联席会议 — A meeting of the alliance of a street or community.',
  table: 'joint_meeting',
  key: 'id',
  visible: meetingVisible,
  links: meetingLinks,
  fields: {
    id: id('编号 — Identity.'),
    state: choice(MeetingStateEnum, '状态 — Where in the process it stands.'),
    version: int('版本 — Counts changes; send it as `expectedVersion`.'),
    kind: choice(MeetingKindEnum, '会议类别 — Regular or special.'),
    year: int('年度 — Year of the meeting.'),
    ordinal: int('次数 — 第N次 of its year.'),
    title: text('会议名称 — What it is called.'),
    place: text('地点 — Where it sits.'),
    startsAt: instant('开始时间 — When it begins.'),
    endsAt: instant('预计结束时间 — When it is planned to end.'),
    quorumPercent: int('法定到会比例 — How many of a hundred entitled units must be present.'),
    topicsUntil: instant('议题截止时间 — Until when topics are taken.'),
    noticeBy: instant('通知截止时间 — Until when the agenda must be locked and the notice sent.'),
    replyBy: instant('回复截止时间 — Until when units answer.'),
    noticeText: text('通知正文 — What the notice says beside time, place and agenda.', { nullable, when: inside }),
    lockedAt: instant('通知时间 — When the agenda was locked and the notice sent.', { nullable }),
    postponedCount: int('改期次数 — How often its time was changed after the notice.'),
    openedAt: instant('实际开始时间 — When it was opened.', { nullable }),
    adjournedAt: instant('实际结束时间 — When it was adjourned.', { nullable }),
    quorumReached: flag('到会达标 — Whether enough entitled units came; null before the end.', { nullable }),
    observers: text('列席人员 — Who sat in beside the units.', { nullable, when: inside }),
    minutesNumber: text('纪要编号 — 〔2026〕3号, once issued.', { nullable }),
    issuedAt: instant('印发时间 — When the minutes were issued.', { nullable }),
    enteredAt: instant('进入状态时间 — Since when it is in this state.'),
    createdAt: instant('创建时间 — When it was planned.'),
    dueAt: instant('应办时间 — When the leading duty runs out.', { nullable }),
    yellowAt: instant('转黄时间 — When the leading duty turns yellow.', { nullable }),
    stateLabel: stateLabel(meetingProcess, '状态名称 — The state as people read it.'),
    light: light(Light, '灯色 — How the leading duty stands; null while nobody owes anything.'),
    alliance: one(() => Alliance, '红色联盟 — Whose meeting it is.', { by: 'allianceId' }),
    convener: one(() => Division, '召集单位所在区划 — The street or community that convenes.', { by: 'convenerCode' }),
    viewerActions: actionsField(meetingProcess, meetingRelations, '可办事项 — What this viewer may do now.'),
    viewerRelations: relationsField(
      meetingRelations,
      '与本人关系 — In which relations of the process the viewer stands to it.',
    ),
    checkInCode: checkInCodeField('签到码 — Six digits to be shown on the spot, new every minute; null to others.'),
    topics: many(() => MeetingTopic, '议题 — The agenda in its order; what was withdrawn or left out at the end.', {
      ...{ of, when: inside, limit: MOST_TOPICS },
      on: (me, it) => `${it}.meeting_id = ${me}.id`,
      order: (it) => `NOT ${it}.on_agenda, ${it}.position, ${it}.id`,
    }),
    attendees: many(() => MeetingAttendee, '参会单位 — Who was entitled or asked to sit in, in pinyin order.', {
      ...{ of, when: inside, limit: 1000 },
      on: (me, it) => `${it}.meeting_id = ${me}.id`,
      order: (it) =>
        `NOT ${it}.entitled, (SELECT u.name FROM unit u WHERE u.id = ${it}.unit_id) COLLATE "zh-x-icu", ${it}.unit_id`,
    }),
    quorum: single(() => MeetingQuorum, '到会情况 — Entitled, answered, present, needed.', {
      of,
      on: (me, it) => `${it}.meeting_id = ${me}.id`,
      order: (it) => `${it}.meeting_id`,
    }),
    viewerReply: single(() => MeetingAttendee, '本单位回复 — How the unit of the viewer stands; null to others.', {
      of,
      on: (me, it, parameters) => `${it}.meeting_id = ${me}.id AND ${it}.unit_id = ${parameters.term('UNIT', 'uuid')}`,
      order: (it) => `${it}.unit_id`,
    }),
    // Which unit voted, objected and signed is said inside.
    events: timeline('办理过程 — The last events, newest first; for those who have to do with it.', {
      ...{ of, story: meetingSight.story, notes: meetingSight.story, when: inside },
    }),
  },
});

export const meetingById = byKey(JointMeeting);

extendShape(Alliance, {
  meetings: many(() => JointMeeting, '联席会议 — Those that the viewer may see, last planned first.', {
    of: () => Alliance,
    on: (me, it) => `${it}.alliance_id = ${me}.id`,
    order: (it) => `${it}.id DESC`,
    first: { usual: 10, most: 100 },
  }),
});

extendShape(Order, {
  meetings: many(
    () => JointMeeting,
    '联席会议 — Meetings that have it on the agenda, as far as the viewer may see them.',
    {
      ...{ of: () => Order, limit: 20 },
      on: (me, it) =>
        `EXISTS (SELECT FROM meeting_topic t WHERE t.meeting_id = ${it}.id AND t.order_id = ${me}.id AND t.on_agenda)`,
      order: (it) => `${it}.id DESC`,
    },
  ),
});
