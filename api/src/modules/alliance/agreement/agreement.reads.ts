import type { Transaction } from '../../../platform/process/transaction.ts';
import type { AgreementState } from './agreement.process.ts';

export interface RunningAgreement {
  readonly id: string;
  readonly allianceId: string;
  /** Of the alliance. */
  readonly divisionCode: string;
  readonly state: AgreementState;
  readonly title: string;
  /** Its last day. */
  readonly endsOn: string;
}

/** Where an agreement is looked for. */
interface Sought {
  readonly unitId: string;
  /** Of alliances: a community and its street, say. The first one that has an agreement counts. */
  readonly divisionCodes: readonly string[];
}

const RUNNING = `
  SELECT g.id, g.alliance_id AS "allianceId", a.division_code AS "divisionCode", g.state, g.title, g.ends_on AS "endsOn"
  FROM alliance_member m JOIN agreement g ON g.id = m.agreement_id JOIN alliance a ON a.id = m.alliance_id
  WHERE m.unit_id = $1 AND a.division_code = ANY ($2::text[]) AND m.term @> $3::timestamptz
  ORDER BY array_position($2::text[], a.division_code) LIMIT 1`;

/** The agreement by which the unit belongs now to the alliance of one of these divisions, or null. */
export async function agreementFor(
  { rows, now }: Pick<Transaction, 'rows' | 'now'>,
  { unitId, divisionCodes }: Sought,
): Promise<RunningAgreement | null> {
  const [found] = await rows<RunningAgreement>('running-agreement', RUNNING, [unitId, divisionCodes, now]);
  return found ?? null;
}
