import type { Transaction } from '../../platform/process/transaction.ts';
import type { PlainResult } from '../../platform/process/verb.ts';
import type { UnitState } from './unit.choice.ts';
import { reasons } from './unit.reasons.ts';
import type { UnitRow } from './unit.row.ts';
import { lockUnit } from './write-unit.ts';

interface Turn {
  readonly unitId: string;
  readonly reason: string;
  readonly state: UnitState;
}

/** Turns a unit's state. Refuses when it already is in it. */
export async function turnUnit(
  { unitId, reason, state }: Turn,
  transaction: Transaction,
): Promise<PlainResult<UnitRow>> {
  const before = await lockUnit(unitId, transaction);
  const code = state === 'SUSPENDED' ? 'UNIT_ALREADY_SUSPENDED' : 'UNIT_NOT_SUSPENDED';
  if (before.state === state) reasons.refuse(code, { path: ['input', 'unitId'], values: { name: before.name } });
  await transaction.rows('turn-unit', 'UPDATE unit SET state = $2 WHERE id = $1', [unitId, state]);
  const effect = { reason, data: { name: before.name, from: before.state, to: state }, unitIds: [unitId] };
  return { value: { ...before, state }, event: { subjectId: unitId, effect } };
}
