import { initialsOf, searchTextOf } from '../../kernel/pinyin.ts';
import type { UnitKind, UnitState } from './unit.choice.ts';

/** A unit as it is read. */
export interface UnitRow {
  readonly id: string;
  readonly name: string;
  readonly shortName: string;
  readonly kind: UnitKind;
  readonly divisionCode: string;
  readonly state: UnitState;
}

export const UNIT_COLUMNS = `u.id, u.name, u.short_name AS "shortName", u.kind, u.division_code AS "divisionCode", u.state`;

/** A unit as it is kept. */
export interface KeptUnit extends UnitRow {
  readonly pinyinInitials: string;
  readonly search: string;
}

/** Adds by what the unit is found. */
export function keptUnit(unit: UnitRow): KeptUnit {
  return { ...unit, pinyinInitials: initialsOf(unit.name), search: searchTextOf(unit.name, unit.shortName) };
}

/** Writes units, or what changed of them: one JSON array of `KeptUnit` as `$1`. */
export const WRITE_UNITS = `
  INSERT INTO unit (id, name, short_name, kind, division_code, state, pinyin_initials, search)
  SELECT id, name, "shortName", kind, "divisionCode", state, "pinyinInitials", search
  FROM jsonb_to_recordset($1::jsonb) AS r (id uuid, name text, "shortName" text, kind text, "divisionCode" text, state text,
    "pinyinInitials" text, search text)
  ON CONFLICT (id) DO UPDATE SET name = excluded.name, short_name = excluded.short_name, kind = excluded.kind,
    division_code = excluded.division_code, state = excluded.state, pinyin_initials = excluded.pinyin_initials, search = excluded.search`;
