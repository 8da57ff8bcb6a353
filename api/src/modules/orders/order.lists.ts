import { defineChoice, type KeyOf } from '../../kernel/choice.ts';

export const orderSort = defineChoice('OrderSort', '排序 — Order of a list of orders.', {
  NEWEST: ['最新在前', 'By creation, newest first.'],
  OLDEST: ['最早在前', 'By creation, oldest first.'],
  DUE_FIRST: ['最急在前', 'By the end of the leading duty; those without one last.'],
});
export type OrderSort = KeyOf<typeof orderSort>;

export const orderNoticeKind = defineChoice('OrderNoticeKind', '通知类别 — Why the subscriber is told.', {
  OPENED: ['新的可领点单', 'Offered to the unit.'],
  TAKEN: ['已被其他单位领取', 'Another unit has it.'],
  WITHDRAWN: ['已撤下', 'No longer offered.'],
  ASSIGNED: ['指派给本单位', 'The street gave it to the unit.'],
  INVITED: ['邀请协办', 'The unit that took it asks the unit to take part.'],
  SUBMITTED: ['待审单', 'Waits for the review.'],
  UNCLAIMED: ['无人领单', 'The claim window passed.'],
  RELEASED: ['申请退单', 'The unit wants to give it back.'],
  DECISION_ASKED: ['待审批', 'The unit asks for an extension or to let it rest.'],
  DISPUTED: ['有争议', 'The resident is not satisfied.'],
  TO_CHECK: ['待核查', 'Reported done.'],
  DEADLINE: ['临近期限', 'A duty is close to its limit or past it.'],
  OVERDUE: ['超过期限', 'A limit was missed.'],
  CHANGED: ['有新进展', 'Something else happened.'],
  RESYNC: ['请刷新', 'Something may have been missed: read the lists again, then go on from this cursor.'],
});
