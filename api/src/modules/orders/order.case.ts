import { readLimit, type Limit } from '../../kernel/limit.ts';
import { unitOf, type Viewer } from '../../kernel/viewer.ts';
import { defineCase, type DutyLimit } from '../../platform/process/case.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { verbsOf } from '../../platform/process/verb.ts';
import { placesOf } from '../divisions/index.ts';
import { limitsOfCategory, unitNameOf } from '../units/index.ts';
import { orderNotices } from './order.notices.ts';
import { isVisible, NO_LINKS, relationsOf, seesFile, type OrderLinks } from './order.policy.ts';
import { orderProcess } from './order.process.ts';
import { MERGERS } from './order.scope.ts';
import { OrderSchema, type OrderRow } from './order.row.ts';
import { Order, orderById } from './order.shape.ts';

const LINKS = `
  SELECT EXISTS (SELECT 1 FROM order_audience WHERE order_id = $1 AND unit_id = $2) AS eligible,
    (SELECT state FROM order_share WHERE order_id = $1 AND unit_id = $2) AS share,
    EXISTS (SELECT 1 FROM orders WHERE master_id = $1 AND (orderer_id = $3 OR (on_behalf AND enterer_id = $4))) AS merged`;

async function linksOf(order: { readonly id: string }, viewer: Viewer, transaction: Transaction): Promise<OrderLinks> {
  const unit = unitOf(viewer);
  const role = viewer.post?.role;
  if (unit === null && !(role && MERGERS.includes(role))) return NO_LINKS;
  const [resident, enterer] = role === 'RESIDENT' ? [viewer.personId, null] : [null, viewer.personId];
  const [links] = await transaction.rows<OrderLinks>('order-links', LINKS, [order.id, unit, resident, enterer]);
  return links ?? NO_LINKS;
}

/** How long the unit has unless a day was fixed: by the review, by the category, by the table. */
export const FINISH_LIMITS: Readonly<Record<string, Limit>> = {
  NORMAL: { unit: 'workdays', count: 7 },
  URGENT: { unit: 'hours', count: 24 },
  COMPLEX: { unit: 'workdays', count: 15 },
};

/** The limit that a review sets: a category may have its own for what is neither urgent nor complex. */
export async function finishLimitFor(row: OrderRow, urgency: string, transaction: Transaction): Promise<Limit> {
  const own = urgency === 'NORMAL' ? (await limitsOfCategory(transaction, row.categoryCode))['finish'] : undefined;
  return own ?? FINISH_LIMITS[urgency]!;
}

const REWORK: Limit = { unit: 'workdays', count: 3 };

async function limitOf(action: string, row: OrderRow, transaction: Transaction): Promise<DutyLimit | null> {
  switch (action) {
    case 'finish':
      return finishLimit(row, transaction.now);
    case 'start':
      return startLimit(row, transaction);
    case 'report':
      return isShort(row, transaction.now) ? 'NONE' : ofCategory(action, row, transaction);
    case 'flagUnclaimed':
      return row.unclaimedAt ? 'NONE' : ofCategory(action, row, transaction);
    case 'assign':
      return row.unclaimedAt ? ofCategory(action, row, transaction) : 'NONE';
    case 'acceptShare':
      return owedIf(row.sharesOpen > 0);
    case 'grantExtend':
      return owedIf(Boolean(row.extendTo));
    case 'replySupervision':
      return owedIf(Boolean(row.supervisedAt));
    case 'resumeDue':
      return row.suspendedUntil ?? null;
    default:
      return ofCategory(action, row, transaction);
  }
}

/** The limit of the table, or no duty at all. */
const owedIf = (owed: boolean): DutyLimit | null => (owed ? null : 'NONE');

/** When the unit's work would have to be done if its clock started now. */
export function finishClockOf(row: OrderRow, { calendar, now }: Transaction): Date {
  const limit = finishLimit(row, now);
  return limit instanceof Date ? limit : calendar.due(now, limit).due;
}

/** When the claim window would end if it began now. */
export async function claimWindowOf(row: OrderRow, transaction: Transaction): Promise<Date> {
  const limit = await ofCategory('flagUnclaimed', row, transaction);
  const own =
    limit && limit !== 'NONE' && !(limit instanceof Date) ? limit : orderProcess.step('OPEN', 'flagUnclaimed')!.within!;
  return transaction.calendar.due(transaction.now, own).due;
}

/** A day that was fixed holds as long as it lies ahead; whoever takes the order later has the limit of its kind. */
function finishLimit(row: OrderRow, now: Date): Limit | Date {
  const own = row.finishLimit ? readLimit(row.finishLimit) : FINISH_LIMITS[row.urgency]!;
  if (row.reworkCount > 0) return row.urgency === 'URGENT' ? own : REWORK;
  return row.finishBy && row.finishBy > now ? row.finishBy : own;
}

/** Work that takes no longer than five working days needs no report in between. */
function isShort(row: OrderRow, now: Date): boolean {
  const limit = finishLimit(row, now);
  return !(limit instanceof Date) && !(limit.unit === 'workdays' && limit.count > 5);
}

/** Work that had begun when the unit asked to give it back is not begun again. */
function startLimit(row: OrderRow, transaction: Transaction): DutyLimit | null {
  if (row.state === 'RELEASE_PENDING' && row.heldState !== 'CLAIMED') return 'NONE';
  return row.plannedStart && row.plannedStart > transaction.now ? earlier(row.plannedStart, transaction) : null;
}

/** A planned start is a promise, but never later than the table allows. */
function earlier(planned: Date, { calendar, now }: Transaction): DutyLimit | null {
  const latest = calendar.due(now, { unit: 'workdays', count: 3 }).due;
  return planned < latest ? planned : null;
}

async function ofCategory(action: string, row: OrderRow, transaction: Transaction): Promise<DutyLimit | null> {
  const limits = await limitsOfCategory(transaction, row.categoryCode);
  return limits[action] ?? null;
}

export const orderCase = defineCase<OrderRow, OrderLinks>({
  process: orderProcess,
  row: OrderSchema,
  type: () => Order.type,
  shown: orderById,
  policy: { links: linksOf, relations: relationsOf, visible: isVisible, seesFile },
  places: (row) => ({ ...placesOf(row.communityCode), grid: row.gridCode ?? null }),
  concerned: (row) => ({
    unitIds: [...(row.unitId ? [row.unitId] : []), ...row.shareUnitIds],
    personIds: [
      ...(row.ordererId ? [row.ordererId] : []),
      ...(row.onBehalf ? [row.entererId] : []),
      ...[...row.mergedOrdererIds, ...row.followerIds],
    ],
  }),
  limit: limitOf,
  notices: orderNotices,
  // The number alone: who lives where and what they asked for is nobody's but theirs and those who work on it.
  headline: ({ number }) => (number ? `点单 ${number}` : '点单'),
  holder: (row, transaction) => (row.unitId ? unitNameOf(transaction, row.unitId) : Promise.resolve(null)),
  sealed: ['contactSealed', 'contactName', 'contactPhone', 'contactAddress'],
});

export const { verb: orderVerb, opens: orderOpens } = verbsOf(orderCase, orderProcess);
