import type { Closing } from '../../../kernel/closing.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { closeOff } from '../../../platform/process/closing.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { evidenceOf } from '../../files/index.ts';
import { workersOf } from './resolution.checking.ts';
import type { ResolutionRow } from './resolution.row.ts';

/** 销号 of a resolution through the guard. Returns its serial number. */
export async function closeResolution(
  row: ResolutionRow,
  { voice, notice }: Pick<Closing, 'voice' | 'notice'>,
  viewer: Viewer,
  transaction: Transaction,
): Promise<string> {
  const photos = await evidenceOf(transaction, row.id, ['AFTER', 'CHECK']);
  const words = row.evidenceText ? [{ text: row.evidenceText }] : [];
  const guarded = {
    ...{ noun: 'resolution', subjectId: row.id, round: row.round, serial: row.serial ?? null },
    ...{ streetCode: row.streetCode, result: row.result ?? null, evidence: [...photos, ...words], voice, notice },
    executor: row.executorId ? { personId: row.executorId, unitIds: workersOf(row) } : null,
    checker: row.checkerId ? { personId: row.checkerId, unitIds: row.checkerUnitIds } : null,
  };
  return closeOff(guarded, viewer, transaction);
}
