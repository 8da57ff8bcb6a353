import { defineChoice, type KeyOf } from '../../../kernel/choice.ts';

export const meetingKind = defineChoice('MeetingKind', '会议类别 — Whether the rhythm of the alliance asks for it.', {
  REGULAR: ['定期会议', 'One of those that the alliance holds by its rhythm.'],
  SPECIAL: ['专题会议', 'Called for a purpose; at short notice if need be.'],
});

export const topicSource = defineChoice('TopicSource', '议题来源 — How an item came onto the agenda.', {
  PROPOSED: ['成员提出', 'Proposed by somebody who may.'],
  CARRIED_RESOLUTION: ['议定事项滚入', 'An earlier resolution that is open or overdue.'],
  CARRIED_ORDER: ['点单滚入', 'An order that nobody claims or that was put before the meeting.'],
  CARRIED_NEED: ['需求滚入', 'A need that nobody meets.'],
  CARRIED_TOPIC: ['上次缓议', 'An item that an earlier meeting deferred.'],
});

export const topicOutcome = defineChoice('TopicOutcome', '审议结果 — What the meeting did with an item.', {
  INFORM: ['通报', 'Taken note of.'],
  DISCUSS: ['讨论', 'Discussed, nothing decided.'],
  RESOLVE: ['议定', 'Decided.'],
  DEFER: ['缓议', 'Put off to a later meeting.'],
  REJECT: ['未通过', 'Not agreed to.'],
});
export type TopicOutcome = KeyOf<typeof topicOutcome>;

export const meetingReply = defineChoice('MeetingReply', '参会回复 — What a unit answers to the notice.', {
  ATTEND: ['参会', 'Its lead or liaison comes.'],
  LEAVE: ['请假', 'Nobody comes.'],
  SUBSTITUTE: ['委托参会', 'Somebody else comes with a mandate.'],
});

export const meetingVote = defineChoice('MeetingVote', '表决 — How a unit votes on an item.', {
  FOR: ['赞成', 'For it.'],
  AGAINST: ['反对', 'Against it.'],
  ABSTAIN: ['弃权', 'Neither.'],
});
