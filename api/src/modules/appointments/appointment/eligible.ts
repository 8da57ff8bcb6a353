import type { Transaction } from '../../../platform/process/transaction.ts';
import { ROLES, ROLES_OF_UNITS } from '../../../kernel/viewer.ts';
import { holdsPost } from '../../identity/index.ts';
import { findUnit, unitReasons } from '../../units/index.ts';
import { reasons } from '../appointments.reasons.ts';
import { refuseStranger } from '../partner.ts';
import { SEAT_RULES, SeatSource, sourceOf } from '../seat/seat.choice.ts';
import type { AppointmentRow } from './appointment.row.ts';

type Seated = Pick<AppointmentRow, 'kind' | 'direction' | 'communityCode' | 'homeUnitId'>;

interface Proposed {
  readonly personId: string;
  /** The field of the input that names the person. */
  readonly field: string;
}

/** Refuses somebody who does not come from where the seat takes its holder: a unit, or the community itself. */
export async function refuseUnfit(row: Seated, { personId, field }: Proposed, transaction: Transaction): Promise<void> {
  const path = ['input', field];
  if (row.direction === 'INBOUND') {
    const unit = await findUnit(transaction, row.homeUnitId!);
    // An adviser sits in the unit and is not of it.
    if (await holdsPost(transaction, { personId, scope: row.homeUnitId! }, ROLES_OF_UNITS)) return;
    return reasons.refuse('APPOINTMENT_NOT_OF_UNIT', { path, values: { unit: unit?.name ?? '派出单位' } });
  }
  const { from = [] } = SEAT_RULES[row.kind];
  if (await holdsPost(transaction, { personId, scope: row.communityCode }, from)) return;
  const who = from.map((role) => ROLES[role].label).join('、');
  reasons.refuse('APPOINTMENT_NOT_OF_COMMUNITY', { path, values: { who } });
}

interface Sending {
  readonly unitId: string;
  readonly source: SeatSource | null;
  readonly communityCode: string;
  readonly path: readonly string[];
}

/** Refuses a unit of another kind than the seat is for, or one that has no running agreement. */
export async function refuseSender({ unitId, source, ...rest }: Sending, transaction: Transaction): Promise<void> {
  const { path } = rest;
  const unit = (await findUnit(transaction, unitId)) ?? unitReasons.refuse('UNIT_UNKNOWN', { path });
  if (source !== null && sourceOf(unit.kind) !== source)
    reasons.refuse('APPOINTMENT_WRONG_UNIT', { path, values: { source: SeatSource.label(source), unit: unit.name } });
  await refuseStranger({ unitId, ...rest }, transaction);
}
