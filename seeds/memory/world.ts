import type { WorkingCalendar } from '../../api/src/kernel/calendar.ts';
import type { CategoryRow, UnitRow } from '../../api/src/modules/units/index.ts';
import type { DivisionRow } from '../../api/src/modules/divisions/index.ts';
import type { Figure } from '../people.seed.ts';
import type { Sql } from '../sql.ts';

export interface Member {
  readonly divisionCode: string;
  readonly unitId: string;
  readonly since: Date;
  readonly until: Date | null;
}

/** The registry as the seed knows it: what verbs look up. */
export interface World {
  readonly calendar: WorkingCalendar;
  readonly categories: ReadonlyMap<string, CategoryRow>;
  readonly divisions: ReadonlyMap<string, DivisionRow>;
  readonly units: ReadonlyMap<string, UnitRow & { readonly abilities: ReadonlySet<string> }>;
  readonly members: readonly Member[];
  readonly figures: readonly Figure[];
}

type Unit = UnitRow & { readonly abilities: readonly string[] };

/** Units by their ids, with what they can do. */
export async function readUnits(sql: Sql): Promise<World['units']> {
  const { rows } =
    await sql.query(`SELECT u.id, u.name, u.short_name AS "shortName", u.kind, u.division_code AS "divisionCode", u.state,
    array(SELECT category_code FROM unit_capability WHERE unit_id = u.id) AS abilities FROM unit u ORDER BY u.id`);
  return new Map((rows as Unit[]).map((unit) => [unit.id, { ...unit, abilities: new Set(unit.abilities) }]));
}

/** Reads the registry that was just seeded. */
export async function readWorld(sql: Sql, calendar: WorkingCalendar, figures: readonly Figure[]): Promise<World> {
  const rows = async <Row>(text: string) => (await sql.query(text)).rows as Row[];
  const categories =
    await rows<CategoryRow>(`SELECT code, name, group_name AS "groupName", about, limits, active, position
    FROM service_category WHERE active ORDER BY position`);
  const divisions = await rows<DivisionRow>(
    `SELECT code, parent_code AS "parentCode", level, name, label, path FROM division ORDER BY code`,
  );
  const members =
    await rows<Member>(`SELECT a.division_code AS "divisionCode", m.unit_id AS "unitId", lower(m.term) AS since,
    upper(m.term) AS until FROM alliance a JOIN alliance_member m ON m.alliance_id = a.id ORDER BY a.division_code, m.unit_id`);
  return {
    ...{ calendar, members, figures },
    categories: new Map(categories.map((category) => [category.code, category])),
    divisions: new Map(divisions.map((division) => [division.code, division])),
    units: await readUnits(sql),
  };
}
