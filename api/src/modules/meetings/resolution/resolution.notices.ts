import type { NoticeRules, NoticeTo } from '../../../kernel/notice.ts';

const UNITS = ['UNITS'] as const satisfies readonly NoticeTo[];
/** Who convenes: of the community, or of the street for its own alliance. */
const CONVENER: readonly NoticeTo[] = [
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'STREET_COMMITTEE', at: 'street', unless: 'community' },
];
const STREET: NoticeTo = { role: 'STREET_COMMITTEE', at: 'street' };
/** Those who can check what a unit reported done. */
const CHECKERS: readonly NoticeTo[] = [
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'COMMUNITY_WORKER', at: 'community' },
  { role: 'STREET_REVIEWER', at: 'street' },
];

/** Which acts of a resolution come into whose inbox. */
export const resolutionNotices: NoticeRules = {
  dispatch: { kind: 'ASSIGNED', to: UNITS },
  accept: { kind: 'DECIDED', to: CONVENER },
  acceptSilently: { kind: 'DECIDED', to: ['UNITS', ...CONVENER] },
  object: { kind: 'DECISION_ASKED', to: [STREET, ...CONVENER] },
  confirm: { kind: 'DECIDED', to: ['UNITS', ...CONVENER] },
  // The new unit hears of it with the dispatch that follows.
  changeUnit: { kind: 'DECIDED', to: [{ unitsIn: 'formerUnitId' }, ...CONVENER] },
  cancel: { kind: 'ENDED', to: ['UNITS', ...CONVENER] },
  markOverdue: {
    kind: 'OVERDUE',
    to: ['UNITS', ...CONVENER, STREET, { role: 'SUPERVISOR', at: 'district' }],
  },
  requestExtend: { kind: 'DECISION_ASKED', to: [STREET] },
  grantExtend: { kind: 'DECIDED', to: UNITS },
  refuseExtend: { kind: 'DECIDED', to: UNITS },
  finish: { kind: 'DECISION_ASKED', to: CHECKERS },
  pass: { kind: 'DECIDED', to: ['UNITS', ...CONVENER] },
  rework: { kind: 'CHANGED', to: UNITS },
  sendBack: { kind: 'CHANGED', to: UNITS },
  clear: { kind: 'ENDED', to: UNITS },
  supersede: { kind: 'ENDED', to: UNITS },
  reopen: { kind: 'ASSIGNED', to: UNITS },
  'deadlineNear:acceptSilently': { kind: 'DUE', to: ['UNIT_LEADS'] },
  'deadlineNear:confirm': { kind: 'DUE', to: [STREET] },
  'deadlineMissed:confirm': { kind: 'OVERDUE', to: [STREET] },
  'deadlineNear:finish': { kind: 'DUE', to: UNITS },
  'deadlineNear:report': { kind: 'DUE', to: UNITS },
  'deadlineMissed:report': { kind: 'OVERDUE', to: UNITS },
  'deadlineNear:pass': { kind: 'DUE', to: CHECKERS },
  'deadlineMissed:pass': { kind: 'OVERDUE', to: CHECKERS },
  'deadlineMissed:grantExtend': { kind: 'OVERDUE', to: [STREET] },
};
