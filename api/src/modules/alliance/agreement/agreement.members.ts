import type { Transaction } from '../../../platform/process/transaction.ts';
import type { AgreementRow } from './agreement.row.ts';
import { endOf, isOver } from './agreement.term.ts';

const JOIN = `INSERT INTO alliance_member (alliance_id, unit_id, term, agreement_id) VALUES ($1, $2, tstzrange($3, $4), $5)`;
const PROLONG = `UPDATE alliance_member SET term = tstzrange(lower(term), $2) WHERE agreement_id = $1`;
const LEAVE = `UPDATE alliance_member SET term = tstzrange(lower(term), least(upper(term), $2)) WHERE agreement_id = $1`;

/** The unit is a member from now to the end of the term: nobody has to end it at midnight. */
export function join(row: AgreementRow, { later, now }: Transaction): void {
  if (isOver(row, now)) return;
  later({ name: 'join-alliance', text: JOIN, values: [row.allianceId, row.unitId, now, endOf(row), row.id] });
}

/** The unit stays a member until the new end of the term. */
export function prolong(row: AgreementRow, { later }: Transaction): void {
  later({ name: 'prolong-membership', text: PROLONG, values: [row.id, endOf(row)] });
}

/** The membership ends now. */
export function leave(row: AgreementRow, { later, now }: Transaction): void {
  later({ name: 'leave-alliance', text: LEAVE, values: [row.id, now] });
}
