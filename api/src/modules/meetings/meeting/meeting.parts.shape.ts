import { choice, flag, id, instant, int, text } from '../../../platform/reads/fields/column.ts';
import { many } from '../../../platform/reads/fields/many.ts';
import { one } from '../../../platform/reads/fields/one.ts';
import { defineShape, type Shape } from '../../../platform/reads/shape.ts';
import { Order } from '../../orders/index.ts';
import { Need } from '../../projects/index.ts';
import { Unit } from '../../units/index.ts';
import { MeetingReplyEnum, MeetingVoteEnum, TopicOutcomeEnum, TopicSourceEnum } from './meeting.enums.ts';

const nullable = true;

const MeetingVote = defineShape('MeetingVoteCast', {
  about: '表决记录 — How a unit voted on an item.',
  table: 'meeting_vote',
  fields: {
    unit: one(() => Unit, '单位 — Who voted.', { by: 'unitId' }),
    vote: choice(MeetingVoteEnum, '表决 — How.'),
    dissent: text('不同意见 — What it wants the minutes to say.', { nullable }),
    at: instant('时间 — When.'),
  },
});

export const MeetingTopic: Shape = defineShape('MeetingTopic', {
  about: '议题 — An item of a joint meeting, and what became of it.',
  table: 'meeting_topic',
  key: 'id',
  fields: {
    id: id('编号 — Identity.'),
    position: int('次序 — Its place on the agenda.'),
    title: text('议题 — What it is about.'),
    about: text('说明 — What the meeting shall know and decide.'),
    minutes: int('用时（分钟） — Minutes on the agenda.'),
    source: choice(TopicSourceEnum, '来源 — How it came onto the agenda.'),
    proposerUnit: one(() => Unit, '提出单位 — For which unit it was proposed.', { by: 'proposerUnitId', nullable }),
    order: one(() => Order, '关联点单 — The order that it is about, if the viewer may see it.', {
      ...{ by: 'orderId', nullable },
    }),
    need: one(() => Need, '关联需求 — The need that it is about, if the viewer may see it.', {
      by: 'needId',
      nullable,
    }),
    onAgenda: flag('列入议程 — Whether the meeting deals with it.'),
    setAside: text('不列入理由 — Why the convener left it out.', { nullable }),
    withdrawnAt: instant('撤回时间 — When its proposer took it back.', { nullable }),
    outcome: choice(TopicOutcomeEnum, '审议结果 — What the meeting did with it.', { nullable }),
    outcomeText: text('结果说明 — What was said or decided.', { nullable }),
    votesFor: int('赞成票 — Null by consensus.', { nullable }),
    votesAgainst: int('反对票 — Null by consensus.', { nullable }),
    votesAbstained: int('弃权票 — Null by consensus.', { nullable }),
    dissent: text('不同意见 — Who dissented, and how.', { nullable }),
    recordedAt: instant('记录时间 — When the outcome was recorded.', { nullable }),
    votes: many(() => MeetingVote, '表决记录 — Votes of the units themselves.', {
      of: () => MeetingTopic,
      on: (me, it) => `${it}.topic_id = ${me}.id`,
      order: (it) => `${it}.at, ${it}.unit_id`,
    }),
  },
});

export const MeetingAttendee = defineShape('MeetingAttendee', {
  about: '参会单位 — A unit that was entitled when the notice went out, or was asked to sit in: its answer, and whether it came.',
  table: 'meeting_attendee',
  fields: {
    unit: one(() => Unit, '单位 — The unit.', { by: 'unitId' }),
    entitled: flag('有表决权 — Member at the time of the notice; others sit in.'),
    reply: choice(MeetingReplyEnum, '回复 — What it answered.', { nullable }),
    replyReason: text('请假事由 — Why nobody comes.', { nullable }),
    substituteName: text('受托人 — Who comes with its mandate.', { nullable }),
    mandate: text('授权事项 — What they may decide.', { nullable }),
    repliedAt: instant('回复时间 — When it answered.', { nullable }),
    previousReply: choice(MeetingReplyEnum, '改期前的回复 — What it answered for the time that was given up.', { nullable }),
    checkedInAt: instant('签到时间 — When it came.', { nullable }),
    presentName: text('到会人 — Who sat there for it.', { nullable }),
    signedFor: flag('代为签到 — Signed in by the recorder.'),
    late: flag('迟到 — Came after the beginning.'),
  },
}); // prettier-ignore

export const MeetingQuorum = defineShape('MeetingQuorum', {
  about: '到会情况 — Who could come, what they answered, who came, and how many are needed.',
  table: 'meeting_quorum',
  fields: {
    entitled: int('应到 — Units with a vote.'),
    attending: int('回复参会 — Answered that they come.'),
    substituted: int('委托参会 — Answered that somebody comes with their mandate.'),
    onLeave: int('请假 — Answered that nobody comes.'),
    unanswered: int('未回复 — Have not answered.'),
    present: int('实到 — Came.'),
    needed: int('应达 — How many of them must be present to decide.'),
    reached: flag('达标 — Enough are there.'),
  },
});
