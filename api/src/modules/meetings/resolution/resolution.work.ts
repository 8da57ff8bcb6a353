import type { Transaction } from '../../../platform/process/transaction.ts';
import { orderProcess } from '../../orders/index.ts';
import { projectProcess } from '../../projects/index.ts';
import { resolutionReasons } from './resolution.reasons.ts';
import type { ResolutionRow } from './resolution.row.ts';

/** Something that a resolution became. */
interface Work {
  /** What it is, for people: `点单 610303-20261123-00042-7`. */
  readonly label: string;
  readonly state: string;
}

const WORK = `
  SELECT '点单' || coalesce(number, title) AS label, state FROM orders WHERE id = $1
  UNION ALL SELECT '项目“' || title || '”', state FROM project WHERE id = $2`;

async function workOf(
  { orderId = null, projectId = null }: ResolutionRow,
  { rows }: Transaction,
): Promise<Work | null> {
  if (!orderId && !projectId) return null;
  return (await rows<Work>('work-of-resolution', WORK, [orderId, projectId]))[0] ?? null;
}

const ENDS: readonly string[] = [...orderProcess.ends, ...projectProcess.ends];
const isOver = ({ state }: Work): boolean => ENDS.includes(state);

/** Nothing is done before the work is that it became; what was withdrawn or refused is waited for no more. */
export async function refuseUndone(row: ResolutionRow, transaction: Transaction): Promise<void> {
  const work = await workOf(row, transaction);
  if (work && !isOver(work)) resolutionReasons.refuse('RESOLUTION_WORK_OPEN', { values: { work: work.label } });
}

/** A resolution becomes one thing at a time; another when the first one came to nothing. */
export async function refuseSpawned(row: ResolutionRow, transaction: Transaction): Promise<void> {
  const work = await workOf(row, transaction);
  const stands = work && (!isOver(work) || work.state === 'CLEARED');
  if (stands) resolutionReasons.refuse('RESOLUTION_WORK_THERE', { values: { work: work.label } });
}
