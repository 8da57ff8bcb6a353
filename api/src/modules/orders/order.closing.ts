import type { Closing, PublicNotice, Voice } from '../../kernel/closing.ts';
import type { Viewer } from '../../kernel/viewer.ts';
import { closeOff } from '../../platform/process/closing.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { evidenceOf } from '../files/index.ts';
import type { OrderRow } from './order.row.ts';

/** How an order is closed off: what those who asked for it said, and what the street explains to the public. */
export interface OrderClosing {
  readonly closing: 'RATED' | 'UNRATED' | 'DISPUTE_CLOSED';
  readonly voice: Voice;
  readonly explanation?: string;
}

/** 销号 of an order through the guard. */
export async function closeOrder(
  row: OrderRow,
  { closing, voice, explanation }: OrderClosing,
  viewer: Viewer,
  transaction: Transaction,
): Promise<void> {
  const photos = await evidenceOf(transaction, row.id, ['AFTER', 'CHECK']);
  const explained = explanation === undefined ? [] : [{ text: explanation }];
  const guarded = {
    ...{ noun: 'order', subjectId: row.id, round: row.round, serial: row.serial ?? null, streetCode: row.streetCode },
    ...{ result: row.result ?? null, evidence: [...photos, ...explained], voice, ...partiesOf(row) },
    // An explanation is told to the public.
    notice: noticeOf(row, explanation !== undefined),
  };
  row.serial = await closeOff(guarded, viewer, transaction);
  Object.assign(row, { closing, clearedAt: transaction.now });
}

const partiesOf = (row: OrderRow): Pick<Closing, 'executor' | 'checker'> => ({
  executor: row.executorId && row.unitId ? { personId: row.executorId, unitIds: workersOf(row) } : null,
  checker: row.checkerId ? { personId: row.checkerId, unitIds: row.checkerUnitIds } : null,
});

const noticeOf = ({ publicNotice, notPublicReason }: OrderRow, told: boolean): PublicNotice =>
  publicNotice || told ? { given: true } : { given: false, reason: notPublicReason ?? null };

/** The unit that claimed it, and those that it asked to take part and that did not decline. */
export const workersOf = ({ unitId, shareUnitIds }: Pick<OrderRow, 'unitId' | 'shareUnitIds'>): readonly string[] => [
  ...new Set([...(unitId ? [unitId] : []), ...shareUnitIds]),
];
