export { meetingCase, meetingVerb } from './meeting/meeting.case.ts';
export {
  meetingProcess,
  type MeetingAction,
  type MeetingRelation,
  type MeetingState,
} from './meeting/meeting.process.ts';
export { type MeetingRow } from './meeting/meeting.row.ts';
export { JointMeeting } from './meeting/meeting.shape.ts';
