import type { DivisionRow } from '../api/src/modules/divisions/index.ts';
import { keptUnit, WRITE_UNITS, type UnitRow } from '../api/src/modules/units/index.ts';
import { between, pickSome, uuidOf, type Random } from './random.ts';
import type { Sql } from './sql.ts';
import { COMMUNITY_UNITS, DEPARTMENTS, OTHER_UNITS, STREET_UNITS, type Template } from './unit-templates.ts';

type Place = Pick<DivisionRow, 'code' | 'parentCode' | 'level' | 'label'>;

interface Invented {
  readonly unit: UnitRow;
  readonly abilities: readonly string[];
  readonly areas: readonly string[];
}

/** Invents some 300 units of all kinds. Every name says that it is for demonstration; none belongs to a real organisation. */
export async function seedUnits(sql: Sql, random: Random, at: Date): Promise<void> {
  const { rows } = await sql.query(`SELECT code, parent_code AS "parentCode", level, label FROM division
    WHERE level IN ('DISTRICT', 'STREET', 'TOWN', 'COMMUNITY') ORDER BY code`);
  const places = rows as Place[];
  await write(
    sql,
    places.flatMap((place) =>
      templatesFor(place, random).map((template) => invent(place, template, { places, random, at })),
    ),
  );
}

function templatesFor(place: Place, random: Random): readonly Template[] {
  if (place.level === 'DISTRICT') return DEPARTMENTS;
  if (place.level !== 'COMMUNITY') return STREET_UNITS;
  return [...COMMUNITY_UNITS, ...pickSome(random, OTHER_UNITS, between(random, 1, 2))];
}

interface World {
  readonly places: readonly Place[];
  readonly random: Random;
  readonly at: Date;
}

function invent(place: Place, { kind, name, abilities }: Template, { places, random, at }: World): Invented {
  const shortName = `${place.label}${name}`;
  const divisionCode = place.code;
  const neighbours = places.filter(({ parentCode, code }) => parentCode === place.parentCode && code !== place.code);
  // One in four also serves next door.
  const more = place.level !== 'DISTRICT' && random() < 0.25 ? pickSome(random, neighbours, 1) : [];
  return {
    unit: { id: uuidOf(random, at), name: `${shortName}（演示）`, shortName, kind, divisionCode, state: 'ACTIVE' },
    abilities: pickSome(random, abilities, between(random, Math.min(2, abilities.length), 5)),
    areas: [divisionCode, ...more.map(({ code }) => code)],
  };
}

async function write(sql: Sql, invented: readonly Invented[]): Promise<void> {
  await sql.query(WRITE_UNITS, [JSON.stringify(invented.map(({ unit }) => keptUnit(unit)))]);
  const pairs = (of: 'abilities' | 'areas') =>
    invented.flatMap((each) => each[of].map((code) => [each.unit.id, code] as const));
  await link(sql, 'unit_capability (unit_id, category_code)', pairs('abilities'));
  await link(sql, 'unit_area (unit_id, division_code)', pairs('areas'));
}

async function link(sql: Sql, into: string, pairs: readonly (readonly [string, string])[]): Promise<void> {
  const [ids, codes] = [pairs.map(([id]) => id), pairs.map(([, code]) => code)];
  await sql.query(`INSERT INTO ${into} SELECT * FROM unnest($1::uuid[], $2::text[])`, [ids, codes]);
}
