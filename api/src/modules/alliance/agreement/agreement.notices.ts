import type { NoticeKind, NoticeRule, NoticeRules, NoticeTo } from '../../../kernel/notice.ts';

/** Those who act for the alliance: of a community, or of the street. */
const ALLIANCE: readonly NoticeTo[] = [
  { role: 'COMMUNITY_WORKER', at: 'community' },
  { role: 'COMMUNITY_SECRETARY', at: 'community' },
  { role: 'STREET_COMMITTEE', at: 'street', unless: 'community' },
];
const COMMITTEE: NoticeTo = { role: 'STREET_COMMITTEE', at: 'street' };

const told = (kind: NoticeKind, ...to: readonly NoticeTo[]): NoticeRule => ({ kind, to });
/** Both sides, and whoever was named as liaison. */
const table = (kind: NoticeKind): NoticeRule => told(kind, 'PERSONS', 'UNITS', ...ALLIANCE);
/** Both sides and the street that oversees. */
const both = (kind: NoticeKind): NoticeRule => told(kind, 'PERSONS', 'UNITS', ...ALLIANCE, COMMITTEE);

export const agreementNotices: NoticeRules = {
  send: told('NEW', 'UNITS'),
  counter: table('CHANGED'),
  agree: table('TO_SIGN'),
  sign: table('TO_SIGN'),
  backToTable: table('CHANGED'),
  withdraw: both('ENDED'),
  nameLiaison: told('CHANGED', 'PERSONS'),
  takeEffect: both('DECIDED'),
  proposeAmendment: table('TO_SIGN'),
  acceptAmendment: both('DECIDED'),
  declineAmendment: table('DECIDED'),
  stateFulfilment: told('DECISION_ASKED', COMMITTEE),
  review: told('DECIDED', 'UNITS', ...ALLIANCE),
  nearEnd: both('EXPIRING'),
  proposeRenewal: both('TO_SIGN'),
  acceptRenewal: both('DECIDED'),
  declineRenewal: table('DECIDED'),
  expire: both('ENDED'),
  terminate: both('ENDED'),
  recall: both('CHANGED'),
  endByNotice: both('ENDED'),
  'deadlineNear:counter': table('DUE'),
  'deadlineNear:sign': table('DUE'),
  'deadlineNear:acceptAmendment': table('DUE'),
  'deadlineNear:acceptRenewal': table('DUE'),
  'deadlineNear:review': told('DUE', 'UNITS', ...ALLIANCE, COMMITTEE),
  'deadlineNear:expire': both('EXPIRING'),
  deadlineMissed: both('OVERDUE'),
};
