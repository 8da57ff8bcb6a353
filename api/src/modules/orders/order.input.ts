import { choice, code, flag, helped, id, instant, line, many, optional, paragraph } from '../../kernel/field.ts';
import { orderReasons } from './order.reasons.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { attachFiles } from '../files/index.ts';
import { findCategory } from '../units/index.ts';
import { orderAudience } from './order.choices.ts';

/** Fields that several verbs of an order share. */
export const photosField = (about: string) => many(id('照片', about, 'photos'), { max: 9 });
export const textField = (label: string, about: string, max = 1000) => paragraph(label, about, { min: 1, max });

export const requestFields = {
  category: code('服务类别', 'Code of the service category.', 'category'),
  title: line('标题', 'What is wanted, in one line.', { min: 2, max: 60 }),
  content: paragraph('内容', 'What is wanted, in the resident’s words.', { min: 1, max: 2000 }),
  place: code('地点', 'Code of the community, village or grid.', 'division'),
  estate: optional(line('小区', 'Estate or street, without the door number.', { max: 60 })),
  door: helped(
    '只有承办单位、社区和镇街可以看到',
    optional(line('门牌', 'Building, entrance, door: sealed, shown only to whom the policy names.', { max: 60 })),
  ),
  wishAt: optional(instant('期望时间', 'When the resident wishes it.')),
  publishConsent: flag('同意公开', 'Neighbours may see the order without contact details.'),
  contactConsent: flag('同意提供联系方式', 'The claiming unit may reach the resident.'),
} as const;

export const audienceFields = {
  audience: choice('发单范围', 'To which member units it is offered.', orderAudience),
  units: helped(
    '仅在发单范围为“指定单位”时填写',
    many(id('指定单位', 'Member units, with 指定单位 only.', 'unit'), { max: 100 }),
  ),
} as const;

/** A category that can be chosen now. */
export async function usableCategory(given: string, transaction: Transaction): Promise<string> {
  const category = await findCategory(transaction, given);
  return category?.active
    ? category.code
    : orderReasons.refuse('ORDER_CATEGORY_UNKNOWN', { path: ['input', 'category'] });
}

/** Hangs photos on an order. */
export function attachPhotos(
  photos: readonly string[],
  to: {
    readonly orderId: string;
    readonly purpose: 'BEFORE' | 'AFTER' | 'CHECK' | 'EVIDENCE';
    readonly personId: string | null;
  },
  transaction: Transaction,
): Promise<void> {
  return attachFiles(transaction, {
    ids: photos,
    noun: 'order',
    subjectId: to.orderId,
    purpose: to.purpose,
    personId: to.personId!,
  });
}

/** A time that must lie ahead. */
export function refusePast(at: Date | null, field: string, now: Date): void {
  if (at && at <= now) orderReasons.refuse('ORDER_DUE_PAST', { path: ['input', field] });
}

const SKEW = 5 * 60_000;

/** A time that must have come; clocks of callers may be five minutes ahead. */
export function refuseAhead(at: Date, field: string, now: Date): void {
  if (at.getTime() > now.getTime() + SKEW) orderReasons.refuse('ORDER_TIME_AHEAD', { path: ['input', field] });
}
