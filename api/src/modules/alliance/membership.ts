import { scopeAt, type Viewer } from '../../kernel/viewer.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import { liesIn } from '../divisions/index.ts';
import { findUnit, unitReasons, type UnitRow } from '../units/index.ts';
import { findAlliance } from './alliance.reads.ts';
import { reasons } from './alliance.reasons.ts';
import type { AllianceRow } from './alliance.row.ts';

interface Asked {
  readonly allianceId: string;
  readonly unitId: string;
  readonly viewer: Viewer;
  /** What is being done, for the refusal. */
  readonly action: string;
}

/** The alliance and the unit of a membership, or a refusal: only the street in which the alliance lies decides. */
export async function parties(
  asked: Asked,
  transaction: Transaction,
): Promise<{ alliance: AllianceRow; unit: UnitRow }> {
  const { allianceId, unitId, viewer, action } = asked;
  const alliance =
    (await findAlliance(transaction, allianceId)) ??
    reasons.refuse('ALLIANCE_UNKNOWN', { path: ['input', 'allianceId'] });
  const street = scopeAt(viewer, 'street');
  if (street === null || !liesIn(alliance.divisionCode, street))
    reasons.refuse('ALLIANCE_NOT_YOURS', { path: ['input', 'allianceId'], values: { name: alliance.name, action } });
  const unit =
    (await findUnit(transaction, unitId)) ?? unitReasons.refuse('UNIT_UNKNOWN', { path: ['input', 'unitId'] });
  return { alliance, unit };
}
