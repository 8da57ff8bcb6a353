import type { PublicNotice, Voice } from '../../../kernel/closing.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import { closeOff } from '../../../platform/process/closing.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { evidenceOf } from '../../files/index.ts';
import type { ProjectRow } from './project.row.ts';

/** Days in which those for whom it was done may say what they think of it. */
const WINDOW_DAYS = 14;
const DAY = 86_400_000;
const HEARD = 'SELECT 1 FROM project_voice WHERE project_id = $1 AND round = $2 LIMIT 1';

/** 销号 of a project through the guard. */
export async function closeProject(
  row: ProjectRow,
  notice: PublicNotice,
  viewer: Viewer,
  transaction: Transaction,
): Promise<void> {
  const [evidence, voice] = await Promise.all([
    evidenceOf(transaction, row.id, ['AFTER', 'CHECK', 'EVIDENCE']),
    voiceOf(row, transaction),
  ]);
  const guarded = {
    ...{ noun: 'project', subjectId: row.id, round: row.round, serial: row.serial ?? null, streetCode: row.streetCode },
    ...{ result: row.result ?? null, evidence, voice, notice },
    executor: row.executorId && row.unitId ? { personId: row.executorId, unitIds: [row.unitId] } : null,
    checker: row.checkerId ? { personId: row.checkerId, unitIds: row.checkerUnitIds } : null,
  };
  row.serial = await closeOff(guarded, viewer, transaction);
  row.clearedAt = transaction.now;
}

/** Somebody said something in this round, or all had time enough; null before that. */
async function voiceOf(row: ProjectRow, { rows, now }: Transaction): Promise<Voice | null> {
  const heard = await rows('voices-of-project', HEARD, [row.id, row.round]);
  if (heard.length > 0) return 'HEARD';
  return now.getTime() - row.appraisedAt!.getTime() >= WINDOW_DAYS * DAY ? 'WINDOW_PASSED' : null;
}
