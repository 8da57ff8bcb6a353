import type { NoticeRules } from '../../../kernel/notice.ts';

/** The office that verifies: of the community, or of the street for what serves the whole of it. */
const OFFICE = [
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'COMMUNITY_WORKER', at: 'community' },
  { role: 'STREET_REVIEWER', at: 'street', unless: 'community' },
] as const;

export const offerNotices: NoticeRules = {
  create: { kind: 'DECISION_ASKED', to: OFFICE },
  revise: { kind: 'DECISION_ASKED', to: OFFICE },
  verify: { kind: 'DECIDED', to: ['UNITS'] },
  sendBack: { kind: 'DECIDED', to: ['UNITS'] },
  pause: { kind: 'CHANGED', to: ['UNITS'] },
  lapse: { kind: 'ENDED', to: ['UNITS'] },
  deadlineNear: { kind: 'DUE', to: OFFICE },
  deadlineMissed: { kind: 'OVERDUE', to: [...OFFICE, { role: 'STREET_COMMITTEE', at: 'street' }] },
};
