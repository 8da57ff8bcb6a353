import type { Transaction } from '../../../platform/process/transaction.ts';
import type { BodyKind } from './body.choice.ts';

/** A body as it is kept. */
export interface BodyRow {
  readonly id: string;
  readonly kind: BodyKind;
  readonly name: string;
  readonly divisionCode: string | null;
  readonly unitId: string | null;
  readonly districtCode: string;
  readonly streetCode: string | null;
  readonly communityCode: string | null;
  readonly termEndsOn: string;
  readonly foundedAt: Date;
}

const COLUMNS = `b.id, b.kind, b.name, b.division_code AS "divisionCode", b.unit_id AS "unitId", b.district_code AS "districtCode",
  b.street_code AS "streetCode", b.community_code AS "communityCode", b.term_ends_on AS "termEndsOn", b.founded_at AS "foundedAt"`;

/** Writes bodies: one JSON array of `BodyRow` as `$1`. */
export const INSERT_BODIES = `
  INSERT INTO body (id, kind, name, division_code, unit_id, district_code, street_code, community_code, term_ends_on, founded_at)
  SELECT id, kind, name, "divisionCode", "unitId", "districtCode", "streetCode", "communityCode", "termEndsOn", "foundedAt"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, kind text, name text, "divisionCode" text, "unitId" uuid, "districtCode" text,
    "streetCode" text, "communityCode" text, "termEndsOn" date, "foundedAt" timestamptz)
  ON CONFLICT DO NOTHING RETURNING id`;

/** A body inside a transaction, or null; locked against others who change it when `lock` is set. */
export async function findBody(transaction: Transaction, id: string, lock = false): Promise<BodyRow | null> {
  const text = `SELECT ${COLUMNS} FROM body b WHERE b.id = $1${lock ? ' FOR NO KEY UPDATE' : ''}`;
  const [row] = await transaction.rows<BodyRow>(lock ? 'lock-body' : 'body-in-transaction', text, [id]);
  return row ?? null;
}
