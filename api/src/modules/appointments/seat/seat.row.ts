import type { Transaction } from '../../../platform/process/transaction.ts';
import type { BodyKind } from '../body/body.choice.ts';
import type { SeatDirection, SeatKind, SeatSource } from './seat.choice.ts';

/** A seat as it is kept. */
export interface SeatRow {
  readonly id: string;
  readonly bodyId: string;
  readonly direction: SeatDirection;
  readonly kind: SeatKind;
  readonly source: SeatSource | null;
  readonly duties: string;
  readonly communityCode: string;
  readonly openedAt: Date;
  readonly closedAt: Date | null;
}

/** A seat with what counts of its body. */
export interface SeatInBody extends SeatRow {
  readonly bodyName: string;
  readonly bodyKind: BodyKind;
  readonly bodyUnitId: string | null;
  readonly termEndsOn: string;
}

/** Writes seats: one JSON array of `SeatRow` as `$1`. */
export const INSERT_SEATS = `
  INSERT INTO seat (id, body_id, direction, kind, source, duties, community_code, opened_at)
  SELECT id, "bodyId", direction, kind, source, duties, "communityCode", "openedAt"
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "bodyId" uuid, direction text, kind text, source text, duties text,
    "communityCode" text, "openedAt" timestamptz)`;

const COLUMNS = `s.id, s.body_id AS "bodyId", s.direction, s.kind, s.source, s.duties, s.community_code AS "communityCode",
  s.opened_at AS "openedAt", s.closed_at AS "closedAt", b.name AS "bodyName", b.kind AS "bodyKind", b.unit_id AS "bodyUnitId",
  b.term_ends_on AS "termEndsOn"`;

/** A seat inside a transaction, or null. Until the end nobody else closes it: with `lock` nobody begins to fill it either. */
export async function findSeat(transaction: Transaction, id: string, lock = false): Promise<SeatInBody | null> {
  const text = `SELECT ${COLUMNS} FROM seat s JOIN body b ON b.id = s.body_id WHERE s.id = $1 FOR ${lock ? 'UPDATE' : 'SHARE'} OF s`;
  const [row] = await transaction.rows<SeatInBody>(lock ? 'lock-seat' : 'share-seat', text, [id]);
  return row ?? null;
}
