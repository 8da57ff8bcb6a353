export { AllianceCadence } from './cadence/cadence.shape.ts';
export { meetingCase, meetingVerb } from './meeting/meeting.case.ts';
export { MeetingTopic } from './meeting/meeting.parts.shape.ts';
export {
  meetingProcess,
  type MeetingAction,
  type MeetingRelation,
  type MeetingState,
} from './meeting/meeting.process.ts';
export { type MeetingRow } from './meeting/meeting.row.ts';
export { JointMeeting } from './meeting/meeting.shape.ts';
export { resolutionsToCarry, type CarriedResolution } from './resolution/resolution.carried.ts';
export { resolutionCase } from './resolution/resolution.case.ts';
export { resolutionProcess } from './resolution/resolution.process.ts';
export { Resolution } from './resolution/resolution.shape.ts';
