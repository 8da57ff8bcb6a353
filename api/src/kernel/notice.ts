import { defineChoice, type KeyOf } from './choice.ts';
import type { DomainEvent, Places } from './event.ts';
import type { Role } from './viewer.ts';

/** What a notice in somebody's inbox is about. */
export const NOTICE_KINDS = defineChoice('InboxKind', '消息类别 — What a notice is about.', {
  CONVENED: ['会议通知', 'A meeting is called.'],
  CHANGED: ['变更', 'Something that they know of has changed.'],
  COUNTERSIGN: ['待会签', 'Minutes wait for their signature.'],
  ISSUED: ['已印发', 'Minutes were issued.'],
  ASSIGNED: ['交办', 'Work was given to them.'],
  DUE: ['临期提醒', 'A duty of theirs runs out soon.'],
  OVERDUE: ['逾期', 'A duty ran out.'],
  TO_SIGN: ['待签署', 'An agreement waits for their signature.'],
  EXPIRING: ['即将到期', 'A term ends soon.'],
  APPOINTED: ['任职', 'Somebody was appointed.'],
  TERM_ENDING: ['任期将满', 'A term of office ends soon.'],
  ENDED: ['已终止', 'Something has come to its end.'],
  DECISION_ASKED: ['待审定', 'Their decision is asked for.'],
  DECIDED: ['已审定', 'What they asked for was decided.'],
  NEW: ['新事项', 'Something new for them.'],
});

export type NoticeKind = KeyOf<typeof NOTICE_KINDS>;

/**
 * Whom a notice reaches: the persons of the event; liaisons and leads of its units; the leads alone; liaisons and leads of the one unit or
 * the units that the event's data name under a key; the persons that they name; whoever watches over the level to which a missed limit was raised (`ABOVE`); whoever holds a role at the place of the event (only where the event
 * names no place of the level `unless`: of the street's people for what is the whole street's). Posts
 * count as they were held when it happened. Nobody is told of what they did themselves.
 */
export type NoticeTo =
  | 'PERSONS'
  | 'UNITS'
  | 'UNIT_LEADS'
  | 'ABOVE'
  | { readonly unitsIn: string }
  | { readonly personsIn: string }
  | { readonly role: Role; readonly at: keyof Places; readonly unless?: keyof Places };

export interface NoticeRule {
  readonly kind: NoticeKind;
  readonly to: readonly NoticeTo[];
}

/**
 * Which acts of a process are told to whom, by action. `deadlineNear` and `deadlineMissed` are the engine's; with the action of the duty
 * behind a colon (`deadlineNear:countersign`) they speak of that one alone, `deadlineNear` of all others. An act without a rule is told
 * to nobody.
 */
export type NoticeRules = Readonly<Record<string, NoticeRule>>;

/** The rule by which an event is told, or null when it is told to nobody. */
export function noticeRuleOf(
  rules: NoticeRules,
  { action, data }: Pick<DomainEvent, 'action' | 'data'>,
): NoticeRule | null {
  const { duty } = data;
  return (typeof duty === 'string' ? rules[`${action}:${duty}`] : undefined) ?? rules[action] ?? null;
}
