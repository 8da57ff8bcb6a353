import { dayOf } from '../../kernel/calendar.ts';
import { withCheckDigit } from '../../kernel/check-digit.ts';
import { nextInSeries } from '../../platform/process/serial.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { OrderRow } from './order.row.ts';

/** `610303-20261123-00042-7`: district, day of submission, serial of the day, check digit. */
export async function orderNumber(row: OrderRow, transaction: Transaction): Promise<string> {
  const day = dayOf(transaction.now).replaceAll('-', '');
  const district = row.districtCode.slice(0, 6);
  const serial = await nextInSeries(transaction, `order:${district}:${day}`);
  return withCheckDigit(`${district}-${day}-${String(serial).padStart(5, '0')}`);
}
