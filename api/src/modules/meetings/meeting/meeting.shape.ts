import { actionsField, light, relationsField, stateLabel } from '../../../platform/process/case.fields.ts';
import { choice, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { byKey } from '../../../platform/reads/rows.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { Alliance } from '../../alliance/index.ts';
import { Division } from '../../divisions/index.ts';
import { Light } from '../../orders/index.ts';
import { timeline } from '../../timeline/index.ts';
import { MeetingKindEnum, MeetingStateEnum } from './meeting.enums.ts';
import { meetingRelations, meetingSight, meetingVisible } from './meeting.policy.ts';
import { meetingProcess } from './meeting.process.ts';
import { meetingLinks } from './meeting.scope.ts';

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
    events: timeline('办理过程 — The last events, newest first.', {
      ...{ of, story: meetingSight.story, notes: meetingSight.story },
    }),
  },
});

export const meetingById = byKey(JointMeeting);
