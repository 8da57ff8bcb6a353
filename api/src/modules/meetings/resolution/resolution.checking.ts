import type { Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { unitsOf } from '../../identity/index.ts';
import { resolutionReasons } from './resolution.reasons.ts';
import type { ResolutionRow } from './resolution.row.ts';

/** The leading unit and those that take part. */
export const workersOf = ({ leadUnitId, coUnitIds }: ResolutionRow): readonly string[] => [
  ...(leadUnitId ? [leadUnitId] : []),
  ...coUnitIds,
];

/**
 * 核查人回避: whoever holds a post in a unit that did the work does not check it, whichever post they act in. Returns the units in which
 * the viewer holds a post.
 */
export async function refuseInvolved(
  row: ResolutionRow,
  viewer: Viewer,
  transaction: Transaction,
): Promise<readonly string[]> {
  const own = await unitsOf(transaction, viewer.personId!);
  if (workersOf(row).some((unitId) => own.includes(unitId))) resolutionReasons.refuse('RESOLUTION_CHECKER_INVOLVED');
  return own;
}
