import type { NoticeRule, NoticeRules, NoticeTo } from '../../kernel/notice.ts';

const REVIEWERS: NoticeTo = { role: 'STREET_REVIEWER', at: 'street' };
const COMMITTEE: NoticeTo = { role: 'STREET_COMMITTEE', at: 'street' };
const CHECKERS: NoticeTo = { role: 'COMMUNITY_WORKER', at: 'community' };
/** The orderer, whoever took it down for them, those whose orders were merged into it, those who follow it. */
const PEOPLE: NoticeTo = 'PERSONS';

const asks = (...to: readonly NoticeTo[]): NoticeRule => ({ kind: 'DECISION_ASKED', to });
const decided = (...to: readonly NoticeTo[]): NoticeRule => ({ kind: 'DECIDED', to });
const changed = (...to: readonly NoticeTo[]): NoticeRule => ({ kind: 'CHANGED', to });
const assigned = (...to: readonly NoticeTo[]): NoticeRule => ({ kind: 'ASSIGNED', to });
const due = (...to: readonly NoticeTo[]): NoticeRule => ({ kind: 'DUE', to });

/**
 * What comes into inboxes of an order. What is offered to a whole audience does not: its hall shows it live. So `UNITS` stands nowhere
 * where the event names an audience; the unit that is meant is named by the event's data.
 */
export const orderNotices: NoticeRules = {
  submit: asks(REVIEWERS),
  answer: asks(REVIEWERS),
  lapse: asks(REVIEWERS),
  appeal: asks(REVIEWERS),
  askMore: asks(PEOPLE),
  approve: decided(PEOPLE),
  reject: decided(PEOPLE),
  merge: decided(PEOPLE),
  refer: decided(PEOPLE),
  claim: changed(PEOPLE),
  claimJoint: { kind: 'NEW', to: [PEOPLE, { unitsIn: 'coUnits' }] },
  flagUnclaimed: { kind: 'OVERDUE', to: [REVIEWERS] },
  assign: assigned(PEOPLE, { unitsIn: 'unitId' }),
  acceptShare: changed('UNITS'),
  declineShare: changed('UNITS'),
  start: changed(PEOPLE),
  requestRelease: asks(REVIEWERS, COMMITTEE),
  acceptRelease: decided(PEOPLE, { unitsIn: 'releasedBy' }),
  refuseRelease: decided('UNITS'),
  requestExtend: asks(REVIEWERS, COMMITTEE),
  grantExtend: decided(PEOPLE, 'UNITS'),
  refuseExtend: decided('UNITS'),
  requestSuspend: asks(REVIEWERS),
  grantSuspend: decided(PEOPLE, 'UNITS'),
  refuseSuspend: decided('UNITS'),
  resume: changed(PEOPLE, 'UNITS'),
  resumeDue: changed(PEOPLE, 'UNITS'),
  finish: asks(CHECKERS),
  pass: decided(PEOPLE, 'UNITS'),
  rework: decided('UNITS'),
  rate: changed('UNITS'),
  dispute: asks(REVIEWERS, 'UNITS'),
  respond: changed(REVIEWERS),
  redo: decided(PEOPLE, 'UNITS'),
  returnToPool: decided(PEOPLE, { unitsIn: 'releasedBy' }),
  closeDispute: decided(PEOPLE, 'UNITS'),
  clear: { kind: 'ENDED', to: [PEOPLE, 'UNITS'] },
  evaluate: decided('UNITS'),
  reopen: { kind: 'NEW', to: [PEOPLE, REVIEWERS] },
  reopenWithUnit: assigned(PEOPLE, 'UNITS'),
  urge: changed('UNITS', REVIEWERS),
  supervise: assigned('UNITS', REVIEWERS),
  replySupervision: decided({ role: 'SUPERVISOR', at: 'district' }, COMMITTEE),
  deadlineNear: due('UNITS'),
  'deadlineNear:approve': due(REVIEWERS),
  'deadlineNear:assign': due(REVIEWERS),
  'deadlineNear:acceptRelease': due(REVIEWERS, COMMITTEE),
  'deadlineNear:grantExtend': due(REVIEWERS, COMMITTEE),
  'deadlineNear:grantSuspend': due(REVIEWERS),
  'deadlineNear:redo': due(REVIEWERS),
  'deadlineNear:pass': due(CHECKERS),
  'deadlineNear:lapse': due(PEOPLE),
  'deadlineNear:clear': due(PEOPLE),
  deadlineMissed: { kind: 'OVERDUE', to: ['UNITS', 'ABOVE'] },
  'deadlineMissed:approve': { kind: 'OVERDUE', to: [REVIEWERS, 'ABOVE'] },
  'deadlineMissed:assign': { kind: 'OVERDUE', to: [REVIEWERS, 'ABOVE'] },
  'deadlineMissed:pass': { kind: 'OVERDUE', to: [CHECKERS, 'ABOVE'] },
};
