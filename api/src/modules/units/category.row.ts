/** A service category as it is read. */
export interface CategoryRow {
  readonly code: string;
  readonly name: string;
  readonly groupName: string;
  readonly about: string;
  /** Action -> limit as `spellLimit` writes it. */
  readonly limits: Readonly<Record<string, string>>;
  readonly active: boolean;
  readonly position: number;
}

export const CATEGORY_COLUMNS = 'c.code, c.name, c.group_name AS "groupName", c.about, c.limits, c.active, c.position';

/** Enters categories: one JSON array of `CategoryRow` as `$1`. */
export const INSERT_CATEGORIES = `
  INSERT INTO service_category (code, name, group_name, about, limits, active, position)
  SELECT code, name, "groupName", about, limits, active, position
  FROM jsonb_to_recordset($1::jsonb) AS r (code text, name text, "groupName" text, about text, limits jsonb, active boolean, position integer)`;
