import { searchTextOf } from '../../kernel/pinyin.ts';
import { labelOf, pathOf } from './code.ts';
import type { DivisionLevel } from './level.choice.ts';

/** A division as it is read. */
export interface DivisionRow {
  readonly code: string;
  readonly parentCode: string | null;
  readonly level: DivisionLevel;
  readonly name: string;
  readonly label: string;
  readonly path: readonly string[];
}

export const DIVISION_COLUMNS = 'd.code, d.parent_code AS "parentCode", d.level, d.name, d.label, d.path';

/** A division as it is kept. */
export interface KeptDivision extends DivisionRow {
  readonly search: string;
}

/** Makes a division from what is registered; the rest follows from the code and from the label of what it lies in. */
export function divisionOf(
  registered: Pick<DivisionRow, 'code' | 'parentCode' | 'level' | 'name'>,
  parentLabel: string,
): KeptDivision {
  const { code, name } = registered;
  const label = labelOf(name, parentLabel, code);
  return { ...registered, label, path: pathOf(code), search: searchTextOf(name, label) };
}

/** Writes divisions: one JSON array of `KeptDivision` as `$1`. */
export const INSERT_DIVISIONS = `
  INSERT INTO division (code, parent_code, level, name, label, path, search)
  SELECT code, "parentCode", level, name, label, path, search
  FROM jsonb_to_recordset($1::jsonb) AS r (code text, "parentCode" text, level text, name text, label text, path text[], search text)`;
