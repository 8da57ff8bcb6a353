import type { NoticeRules, NoticeTo } from '../../../kernel/notice.ts';

/** Everybody at the place who convenes or keeps the record; of a street's meeting those of the street. */
const OFFICE: readonly NoticeTo[] = [
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'COMMUNITY_WORKER', at: 'community' },
  { role: 'STREET_COMMITTEE', at: 'street', unless: 'community' },
  { role: 'STREET_REVIEWER', at: 'street', unless: 'community' },
];
const CONVENER: readonly NoticeTo[] = [
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'STREET_COMMITTEE', at: 'street', unless: 'community' },
];
const MEMBERS: readonly NoticeTo[] = ['UNITS', 'PERSONS', { role: 'COMMITTEE_MEMBER', at: 'community' }];

/** Which acts of a joint meeting come into whose inbox. */
export const meetingNotices: NoticeRules = {
  create: { kind: 'NEW', to: MEMBERS },
  edit: { kind: 'CHANGED', to: MEMBERS },
  setTopicAside: { kind: 'DECIDED', to: MEMBERS },
  lockAgenda: { kind: 'CONVENED', to: [...MEMBERS, ...OFFICE] },
  invite: { kind: 'CONVENED', to: [{ unitsIn: 'unitId' }] },
  postpone: { kind: 'CHANGED', to: [...MEMBERS, ...OFFICE] },
  cancel: { kind: 'CHANGED', to: [...MEMBERS, ...OFFICE] },
  nameRecorder: { kind: 'ASSIGNED', to: ['PERSONS'] },
  closeReplies: { kind: 'OVERDUE', to: [{ unitsIn: 'silentUnitIds' }, ...CONVENER] },
  sendForCountersign: { kind: 'COUNTERSIGN', to: [{ unitsIn: 'units' }] },
  object: { kind: 'DECISION_ASKED', to: CONVENER },
  settle: { kind: 'DECIDED', to: [{ unitsIn: 'unitId' }] },
  silence: { kind: 'DECIDED', to: [{ unitsIn: 'units' }, ...CONVENER] },
  redraft: { kind: 'CHANGED', to: ['UNIT_LEADS', ...OFFICE] },
  issue: { kind: 'ISSUED', to: [...MEMBERS, ...OFFICE] },
  addErratum: { kind: 'CHANGED', to: [...MEMBERS, ...OFFICE] },
  'deadlineNear:closeReplies': { kind: 'DUE', to: ['UNITS'] },
  'deadlineNear:silence': { kind: 'DUE', to: ['UNIT_LEADS'] },
  deadlineNear: { kind: 'DUE', to: OFFICE },
  deadlineMissed: { kind: 'OVERDUE', to: OFFICE },
};
