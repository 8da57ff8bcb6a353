import type { NoticeRules, NoticeTo } from '../../../kernel/notice.ts';

const secretary: NoticeTo = { role: 'COMMUNITY_SECRETARY', at: 'community' };
const workers: NoticeTo = { role: 'COMMUNITY_WORKER', at: 'community' };
const street: NoticeTo = { role: 'STREET_COMMITTEE', at: 'street' };
const supervisors: NoticeTo = { role: 'SUPERVISOR', at: 'district' };
/** Whoever sends and whoever receives, and the person. */
const parties = ['PERSONS', 'UNIT_LEADS', secretary] as const;
const heads = ['UNIT_LEADS', secretary] as const;

/** What of an appointment comes into whose inbox. */
export const appointmentNotices: NoticeRules = {
  openSeat: { kind: 'NEW', to: ['UNIT_LEADS'] },
  nominate: { kind: 'DECISION_ASKED', to: [...heads, 'PERSONS'] },
  sendBack: { kind: 'DECIDED', to: [...parties, { personsIn: 'nomineeId' }] },
  withdraw: { kind: 'CHANGED', to: [...heads, { personsIn: 'nomineeId' }] },
  study: { kind: 'DECISION_ASKED', to: [street] },
  approve: { kind: 'DECIDED', to: [...parties, workers] },
  refuse: { kind: 'DECIDED', to: parties },
  publicise: { kind: 'NEW', to: [...parties, street] },
  objectTo: { kind: 'DECISION_ASKED', to: [street] },
  dismissObjection: { kind: 'DECIDED', to: [secretary, { personsIn: 'objectorId' }] },
  upholdObjection: { kind: 'DECIDED', to: [...parties, { personsIn: 'objectorId' }] },
  noticeEnds: { kind: 'APPOINTED', to: parties },
  accept: { kind: 'APPOINTED', to: [...heads, street] },
  decline: { kind: 'ENDED', to: [...heads, street] },
  revoke: { kind: 'ENDED', to: parties },
  takeOffice: { kind: 'APPOINTED', to: parties },
  leave: { kind: 'CHANGED', to: parties },
  return: { kind: 'CHANGED', to: [...parties, { personsIn: 'actingPersonId' }] },
  renew: { kind: 'DECISION_ASKED', to: [...parties, street] },
  remind: { kind: 'TERM_ENDING', to: parties },
  expire: { kind: 'ENDED', to: [...parties, street] },
  resign: { kind: 'ENDED', to: [...heads, street] },
  transfer: { kind: 'ENDED', to: [...parties, street] },
  recall: { kind: 'ENDED', to: [...parties, street] },
  remove: { kind: 'ENDED', to: parties },
  'deadlineNear:nominate': { kind: 'DUE', to: heads },
  'deadlineNear:study': { kind: 'DUE', to: heads },
  'deadlineNear:approve': { kind: 'DUE', to: [street] },
  'deadlineNear:publicise': { kind: 'DUE', to: [workers, secretary] },
  'deadlineNear:dismissObjection': { kind: 'DUE', to: [street] },
  'deadlineNear:accept': { kind: 'DUE', to: ['PERSONS'] },
  'deadlineNear:consult': { kind: 'DUE', to: ['PERSONS', secretary] },
  'deadlineNear:review': { kind: 'DUE', to: heads },
  'deadlineNear:return': { kind: 'DUE', to: parties },
  'deadlineNear:replace': { kind: 'DUE', to: [secretary] },
  deadlineMissed: { kind: 'OVERDUE', to: [...parties, street, supervisors] },
};
