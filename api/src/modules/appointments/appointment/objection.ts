import { id, reason } from '../../../kernel/field.ts';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { reasons } from '../appointments.reasons.ts';

export const findingFields = {
  objectionId: id('异议', 'The objection.', 'objection'),
  finding: reason('What was found.', '调查结论'),
} as const;

interface Settled {
  readonly appointmentId: string;
  readonly objectionId: string;
  readonly finding: string;
  readonly upheld: boolean;
}

const SETTLE = `UPDATE appointment_objection SET upheld = $3, finding = $4, settled_by = $5, settled_at = $6
  WHERE id = $2 AND appointment_id = $1 AND settled_at IS NULL RETURNING person_id AS "objectorId"`;

/** Settles an open objection and returns who raised it. Refuses one that is not open. */
export async function settleObjection(
  { appointmentId, objectionId, finding, upheld }: Settled,
  viewer: Viewer,
  transaction: Transaction,
): Promise<string> {
  const values = [appointmentId, objectionId, upheld, finding, viewer.personId, transaction.now];
  const [settled] = await transaction.rows<{ objectorId: string }>('settle-objection', SETTLE, values);
  return settled?.objectorId ?? reasons.refuse('APPOINTMENT_OBJECTION_UNKNOWN', { path: ['input', 'objectionId'] });
}
