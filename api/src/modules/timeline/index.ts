export { CaseEventType, type CaseEventRow } from './timeline.type.ts';
export { lastEvents } from './timeline.reads.ts';
