import { enumOf } from '../../../platform/graphql/enum.ts';
import * as choices from './meeting.choices.ts';
import { meetingProcess } from './meeting.process.ts';

// Registered when this file is loaded: type-graphql looks enums up while it builds, not afterwards.
export const MeetingStateEnum = enumOf({
  name: 'JointMeetingState',
  about: '联席会议状态 — States of the process of joint meetings.',
  values: meetingProcess.states,
});
export const MeetingKindEnum = enumOf(choices.meetingKind);
export const TopicSourceEnum = enumOf(choices.topicSource);
export const TopicOutcomeEnum = enumOf(choices.topicOutcome);
export const MeetingReplyEnum = enumOf(choices.meetingReply);
export const MeetingVoteEnum = enumOf(choices.meetingVote);
