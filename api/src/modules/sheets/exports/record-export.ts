import type { Viewer } from '../../../kernel/viewer.ts';
import { appendEvent } from '../../../platform/feed/outbox.ts';
import type { House } from '../../../platform/house.ts';
import { newId } from '../../../platform/identifier.ts';
import { eventOf } from '../../../platform/process/record.ts';
import { inTransaction } from '../../../platform/process/transaction.ts';

interface Taken {
  readonly name: string;
  readonly filter: Readonly<Record<string, unknown>>;
  readonly rows: number;
}

/** Leaves a record of what was taken out of the house, and by which filter. The words searched for may be somebody's name: not kept. */
export async function recordExport(house: House, viewer: Viewer, { name, filter, rows }: Taken): Promise<void> {
  const { search, ...kept } = filter;
  const data = { export: name, rows, filter: { ...kept, ...(search ? { searched: true } : {}) } };
  await inTransaction(house, async (transaction) => {
    const at = transaction.now;
    appendEvent(
      transaction,
      eventOf({ noun: 'sheet', subjectId: newId(at), action: 'export', viewer, at, effect: { data } }),
    );
  });
  house.feed.wake();
}
