import { dayOf, startOfDay, type WorkingCalendar } from '../../kernel/calendar.ts';
import { readLimit, sayLimit, type Limit } from '../../kernel/limit.ts';
import type { Context } from '../../platform/graphql/context.ts';
import { inTransaction, type Transaction } from '../../platform/process/transaction.ts';
import { sees } from '../../platform/reads/shape.ts';
import { claimWindowOf, FINISH_LIMITS, finishClockOf, finishLimitFor } from './order.case.ts';
import { orderUrgency } from './order.choices.ts';
import { orderRelations } from './order.policy.ts';
import { OrderSchema, type OrderRow } from './order.row.ts';
import { openToUnit, orderById } from './order.shape.ts';
import type { OrderClaimPlan, OrderProspect } from './order.prospect.type.ts';

const HOUR = 3_600_000;
const OPENS = 9 * HOUR;
const CLOSES = 18 * HOUR;

/** What an approval now would set going; null when the order does not exist for the viewer. */
export async function prospectOf(
  { id, category }: { readonly id: string; readonly category: string | null },
  context: Context,
): Promise<OrderProspect | null> {
  if (!(await context.load(orderById, id))) return null;
  return inTransaction(context.house, async (transaction) => {
    const row = { ...(await transaction.em.findOneOrFail(OrderSchema, { id })) };
    if (category !== null) row.categoryCode = category;
    const limits = orderUrgency.keys.map(async (urgency) => [urgency, await finishLimitFor(row, urgency, transaction)]);
    const finish = ((await Promise.all(limits)) as [string, Limit][]).map(([urgency, limit]) => ({
      ...{ urgency, limitLabel: sayLimit(limit) },
      finishBy: transaction.calendar.due(transaction.now, limit).due,
    }));
    return { claimBy: await claimWindowOf(row, transaction), finish };
  });
}

/** Plans for those of the orders that the unit of the viewer may claim. */
export async function claimPlans(ids: readonly string[], context: Context): Promise<OrderClaimPlan[]> {
  const { viewer } = context;
  const views = await Promise.all(ids.map((id) => context.load(orderById, id)));
  const claimable = views.filter(
    (view) => view && sees(view, openToUnit, viewer) && sees(view, orderRelations.ELIGIBLE_UNIT, viewer),
  );
  if (claimable.length === 0) return [];
  const wanted = claimable.map((view) => view!['id'] as string);
  return inTransaction(context.house, async (transaction) => {
    const rows = await transaction.em.find(OrderSchema, { id: { $in: wanted } });
    return rows.map((row) => planFor({ ...row, reworkCount: 0 }, transaction));
  });
}

function planFor(row: OrderRow, transaction: Transaction): OrderClaimPlan {
  const finishBy = finishClockOf(row, transaction);
  const fixed = row.finishBy && row.finishBy > transaction.now;
  const limit = fixed ? null : row.finishLimit ? readLimit(row.finishLimit) : FINISH_LIMITS[row.urgency]!;
  const plan = planWithin(finishBy, limit?.unit === 'hours', transaction);
  return { orderId: row.id, ...plan, finishBy, limitLabel: limit && sayLimit(limit) };
}

type Plan = Pick<OrderClaimPlan, 'plannedStart' | 'plannedFinish'>;

/** Begins on the next working day, or at once where that is too late; ends with the last day of work before the limit. */
function planWithin(finishBy: Date, urgent: boolean, { calendar, now }: Pick<Transaction, 'calendar' | 'now'>): Plan {
  const next = at(calendar.addWorkdays(dayOf(now), 1), OPENS);
  const close = at(lastWorkday(finishBy, calendar), CLOSES);
  const plannedFinish = urgent || close >= finishBy || close <= now ? finishBy : close;
  return { plannedStart: urgent || next >= plannedFinish ? now : next, plannedFinish };
}

const at = (day: string, time: number) => new Date(startOfDay(day).getTime() + time);

/** The day of a limit, or the working day before it. */
function lastWorkday(finishBy: Date, calendar: WorkingCalendar): string {
  const last = dayOf(new Date(finishBy.getTime() - 1));
  return calendar.isWorkday(last) ? last : calendar.addWorkdays(last, -1);
}
