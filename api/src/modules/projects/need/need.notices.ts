import type { NoticeRules } from '../../../kernel/notice.ts';

const REVIEWERS = { role: 'STREET_REVIEWER', at: 'street' } as const;
const WORKERS = { role: 'COMMUNITY_WORKER', at: 'community' } as const;

/** What of a need comes into whose inbox. */
export const needNotices: NoticeRules = {
  create: { kind: 'DECISION_ASKED', to: [REVIEWERS] },
  edit: { kind: 'DECISION_ASKED', to: [REVIEWERS] },
  review: { kind: 'DECIDED', to: ['PERSONS', 'UNITS'] },
  sendBack: { kind: 'DECIDED', to: ['PERSONS', 'UNITS'] },
  acceptMatch: { kind: 'ASSIGNED', to: ['UNITS', 'PERSONS'] },
  takeUp: { kind: 'CHANGED', to: ['PERSONS'] },
  rematch: { kind: 'CHANGED', to: ['UNITS', 'PERSONS'] },
  letGo: { kind: 'CHANGED', to: ['UNITS', 'PERSONS', WORKERS] },
  declareUnmet: { kind: 'DECIDED', to: ['PERSONS', 'UNITS', WORKERS] },
  republish: { kind: 'CHANGED', to: ['PERSONS', WORKERS] },
  fulfil: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  settle: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  withdraw: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  'deadlineNear:review': { kind: 'DUE', to: [REVIEWERS] },
  deadlineNear: { kind: 'DUE', to: [WORKERS, 'PERSONS'] },
  deadlineMissed: { kind: 'OVERDUE', to: [REVIEWERS, { role: 'STREET_COMMITTEE', at: 'street' }] },
};
