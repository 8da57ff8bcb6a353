import type { NoticeRules } from '../../../kernel/notice.ts';

const WORKERS = { role: 'COMMUNITY_WORKER', at: 'community' } as const;
const HEADS = { role: 'COMMUNITY_SECRETARY', at: 'community' } as const;
/** Who leads the alliance of a whole street. */
const STREET_HEADS = { role: 'STREET_COMMITTEE', at: 'street', unless: 'community' } as const;
const COMMITTEE = { role: 'STREET_COMMITTEE', at: 'street' } as const;

/** What of a project comes into whose inbox. */
export const projectNotices: NoticeRules = {
  create: { kind: 'DECISION_ASKED', to: [HEADS, STREET_HEADS] },
  agree: { kind: 'DECIDED', to: ['PERSONS', 'UNITS'] },
  claim: { kind: 'CHANGED', to: ['PERSONS', HEADS, WORKERS, STREET_HEADS] },
  release: { kind: 'CHANGED', to: ['PERSONS', HEADS, COMMITTEE] },
  takeBack: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  extend: { kind: 'CHANGED', to: ['UNITS'] },
  pause: { kind: 'CHANGED', to: ['UNITS', 'PERSONS'] },
  resume: { kind: 'CHANGED', to: ['UNITS', HEADS, STREET_HEADS] },
  resumeDue: { kind: 'CHANGED', to: ['UNITS', HEADS, STREET_HEADS] },
  deliver: { kind: 'DECISION_ASKED', to: [WORKERS, HEADS, STREET_HEADS] },
  rework: { kind: 'DECIDED', to: ['UNITS'] },
  appraise: { kind: 'DECIDED', to: ['UNITS', 'PERSONS'] },
  clear: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  reopen: { kind: 'ASSIGNED', to: ['UNITS'] },
  abort: { kind: 'ENDED', to: ['UNITS', 'PERSONS'] },
  'deadlineNear:agree': { kind: 'DUE', to: [HEADS, STREET_HEADS] },
  'deadlineNear:appraise': { kind: 'DUE', to: [WORKERS, STREET_HEADS] },
  'deadlineNear:clear': { kind: 'DUE', to: [WORKERS, STREET_HEADS] },
  deadlineNear: { kind: 'DUE', to: ['UNITS'] },
  deadlineMissed: { kind: 'OVERDUE', to: ['UNITS', COMMITTEE] },
};
