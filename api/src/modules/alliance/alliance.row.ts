/** An alliance as it is read. */
export interface AllianceRow {
  readonly id: string;
  readonly divisionCode: string;
  readonly name: string;
  readonly ledBy: string;
}

export const ALLIANCE_COLUMNS = 'a.id, a.division_code AS "divisionCode", a.name, a.led_by AS "ledBy"';
