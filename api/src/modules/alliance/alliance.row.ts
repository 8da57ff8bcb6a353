import type { UnitRow } from '../units/index.ts';

/** An alliance as it is read. */
export interface AllianceRow {
  readonly id: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly ledBy: string;
}

export const ALLIANCE_COLUMNS = 'a.id, a.division_code AS "divisionCode", a.name, a.led_by AS "ledBy"';

/** A membership as it is read, with the unit: lists of members are in the order of names. */
export interface MemberRow {
  readonly unit: UnitRow;
  readonly since: Date;
  readonly until: Date | null;
}
