import type { DivisionRow } from '../divisions/index.ts';
import type { AllianceRow } from './alliance.row.ts';

const LEADERS: Partial<Record<DivisionRow['level'], string>> = {
  STREET: '党工委',
  TOWN: '党委',
  COMMUNITY: '党组织',
  VILLAGE: '党组织',
};

/** The alliance of a division as it is called by rule, or null where none is formed: above streets and below communities. */
export function allianceOf(division: Pick<DivisionRow, 'code' | 'level' | 'label'>, id: string): AllianceRow | null {
  const leader = LEADERS[division.level];
  if (!leader) return null;
  const { code: divisionCode, label } = division;
  return { id, divisionCode, name: `${label}红色联盟`, ledBy: `${label}${leader}` };
}

/** Writes alliances: one JSON array of `AllianceRow` as `$1`. Of a division that has one already nothing is written. */
export const INSERT_ALLIANCES = `
  INSERT INTO alliance (id, division_code, name, led_by)
  SELECT id, "divisionCode", name, "ledBy" FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, "divisionCode" text, name text, "ledBy" text)
  ON CONFLICT (division_code) DO NOTHING RETURNING id`;
