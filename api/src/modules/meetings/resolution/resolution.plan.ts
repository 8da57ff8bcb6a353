import { dayOf } from '../../../kernel/calendar.ts';
import { date, id, line, many, optional, paragraph } from '../../../kernel/field.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { membersOf } from '../../alliance/index.ts';
import { findUnit } from '../../units/index.ts';
import { resolutionReasons } from './resolution.reasons.ts';
import type { ResolutionRow } from './resolution.row.ts';

/** What is written down of a resolution at the meeting. The last four may follow until the minutes are sent for countersigning. */
export const recordFields = {
  text: paragraph('议定内容', 'What was resolved.', { min: 4, max: 1000 }),
  deliverable: optional(line('交付成果', 'What comes of it.', { min: 2, max: 200 })),
  leadUnitId: optional(id('牵头单位', 'The member unit that answers for it.', 'unit')),
  coUnitIds: many(id('配合单位', 'Member units that take part.', 'unit'), { max: 20 }),
  dueOn: optional(date('完成时限', 'The last day of the work.')),
};

export interface Units {
  readonly leadUnitId: string | null;
  readonly coUnitIds: readonly string[];
}

/** All units that are named belong to the alliance, and none is named twice. */
export async function refuseStrangers(
  { leadUnitId, coUnitIds }: Units,
  allianceId: string,
  transaction: Transaction,
): Promise<void> {
  if (leadUnitId !== null && coUnitIds.includes(leadUnitId))
    resolutionReasons.refuse('RESOLUTION_LEAD_TWICE', { path: ['input', 'coUnitIds'] });
  const named = [
    ...(leadUnitId === null ? [] : [{ unitId: leadUnitId, field: '牵头单位', path: ['input', 'leadUnitId'] }]),
    ...coUnitIds.map((unitId, index) => ({ unitId, field: '配合单位', path: ['input', 'coUnitIds', String(index)] })),
  ];
  if (named.length === 0) return;
  const members = new Set((await membersOf(transaction, allianceId)).map(({ unitId }) => unitId));
  const stranger = named.find(({ unitId }) => !members.has(unitId));
  if (stranger) await refuseStranger(stranger, transaction);
}

async function refuseStranger(
  { unitId, field, path }: { readonly unitId: string; readonly field: string; readonly path: readonly string[] },
  transaction: Transaction,
): Promise<never> {
  const unit = await findUnit(transaction, unitId);
  const values = { name: unit?.name ?? '所选单位', field };
  return resolutionReasons.refuse('RESOLUTION_UNIT_NOT_MEMBER', { path, values });
}

/** The last day of the work lies ahead. */
export function refusePast(day: string | null, field: string, now: Date): void {
  if (day !== null && day <= dayOf(now)) resolutionReasons.refuse('RESOLUTION_DUE_PAST', { path: ['input', field] });
}

const NEEDED = { leadUnitId: '牵头单位', deliverable: '交付成果', dueOn: '完成时限' } as const;

/** Nothing is dispatched of which nobody knows who does it, what comes of it, or until when. */
export function refuseIncomplete(row: ResolutionRow): void {
  const missing = Object.entries(NEEDED).flatMap(([key, label]) => (row[key as keyof typeof NEEDED] ? [] : [label]));
  const values = { ordinal: row.ordinal, missing: missing.join('、') };
  if (missing.length > 0) resolutionReasons.refuse('RESOLUTION_INCOMPLETE', { values });
}
