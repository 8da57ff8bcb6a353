import type { Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { reserve } from '../../alliance/index.ts';
import { openOrder } from '../../orders/index.ts';
import type { Answer, Candidate } from './need.matching.ts';
import { needReasons } from './need.reasons.ts';
import type { NeedRow } from './need.row.ts';

/** An offer that somebody accepts for a need. */
interface Found {
  readonly row: NeedRow;
  readonly candidate: Candidate;
  readonly viewer: Viewer;
  readonly transaction: Transaction;
}

interface When {
  readonly from: Date | null;
  readonly to: Date | null;
  readonly parts: number | null;
}

/** Holds the offer for the time; the same refusals as for whoever books it outright. */
export async function bookFor({ row, candidate, viewer, transaction }: Found, when: When): Promise<Answer> {
  const { from, to } = timeOf(row, when);
  const wanted = { offerId: candidate.offerId, from, to, parts: when.parts ?? 1, purpose: `需求对接：${row.title}` };
  const bookingId = await reserve(transaction, viewer, { ...wanted, needId: row.id });
  row.matchedUntil = to;
  return { bookingId };
}

/** The time that was given, or else that for which it is wanted. */
function timeOf(row: NeedRow, when: When): { readonly from: Date; readonly to: Date } {
  const from = when.from ?? row.wantedFrom;
  const to = when.to ?? row.wantedUntil;
  return from && to ? { from, to } : needReasons.refuse('NEED_MATCH_TIME', { path: ['input', from ? 'to' : 'from'] });
}

/** Opens an order for what the need asks; the street reviews it and may choose the unit. */
export async function orderFor({ row, viewer, transaction }: Found): Promise<Answer> {
  const { communityCode } = row;
  if (viewer.post?.role !== 'COMMUNITY_WORKER' || !communityCode || row.unitId)
    return needReasons.refuse('NEED_ORDER_BY_WORKER', { path: ['input', 'asOrder'] });
  const orderId = await openOrder(transaction, viewer, {
    ...{ title: row.title, content: row.about, categoryCode: row.categoryCode, place: communityCode },
    ...{ wishAt: row.wantedFrom ?? null, publishConsent: row.privacy !== 'INSIDERS' },
  });
  return { orderId };
}
