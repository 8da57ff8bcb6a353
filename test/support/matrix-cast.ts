import type { Role } from '../../api/src/kernel/viewer.ts';
import { GRID } from './cast.ts';
import { Somebody } from './somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET, World, type WorldOptions } from './world.ts';

/** One of everybody who can stand differently towards a case of a community, a street or a unit. */
const KINDS = {
  ...{ resident: ['RESIDENT', COMMUNITY], residentElsewhere: ['RESIDENT', OTHER_COMMUNITY] },
  ...{ volunteer: ['VOLUNTEER', COMMUNITY], member: ['COMMITTEE_MEMBER', COMMUNITY], grid: ['GRID_WORKER', GRID] },
  ...{ worker: ['COMMUNITY_WORKER', COMMUNITY], workerElsewhere: ['COMMUNITY_WORKER', OTHER_COMMUNITY] },
  ...{ secretary: ['COMMUNITY_SECRETARY', COMMUNITY], secretaryElsewhere: ['COMMUNITY_SECRETARY', OTHER_COMMUNITY] },
  ...{ reviewer: ['STREET_REVIEWER', STREET], reviewerElsewhere: ['STREET_REVIEWER', OTHER_STREET] },
  ...{ committee: ['STREET_COMMITTEE', STREET], committeeElsewhere: ['STREET_COMMITTEE', OTHER_STREET] },
  ...{ liaison: ['UNIT_LIAISON', 'unit'], lead: ['UNIT_LEAD', 'unit'], adviser: ['PARTY_ADVISER', 'unit'] },
  ...{ officer: ['DEPARTMENT_OFFICER', 'unit'], otherLiaison: ['UNIT_LIAISON', 'other'], otherLead: ['UNIT_LEAD', 'other'] },
  ...{ outsideLiaison: ['UNIT_LIAISON', 'outside'], outsideLead: ['UNIT_LEAD', 'outside'] },
  ...{ supervisor: ['SUPERVISOR', DISTRICT], leader: ['DISTRICT_LEADER', DISTRICT] },
  ...{ system: ['SYSTEM_ADMIN', DISTRICT], security: ['SECURITY_ADMIN', DISTRICT], auditor: ['AUDITOR', DISTRICT] },
} as const satisfies Record<string, readonly [Role, string]>; // prettier-ignore

export type Kind = keyof typeof KINDS | 'nobody';
/** Those who are signed in. */
export const KINDS_OF_PEOPLE = Object.keys(KINDS) as Exclude<Kind, 'nobody'>[];

export interface MatrixWorld {
  readonly world: World;
  readonly all: Readonly<Record<Kind, Somebody>>;
  /** A member of the alliances of street and community, another member of the street's, and one of another street. */
  readonly unitId: string;
  readonly otherUnitId: string;
  readonly outsideUnitId: string;
}

export async function openMatrixWorld(options: WorldOptions = {}): Promise<MatrixWorld> {
  const world = await World.open(options);
  await world.sql.query(
    `INSERT INTO division (code, parent_code, level, name, label, path, search)
     SELECT $2, code, 'GRID', '第一网格', label || '第一网格', path || $2::text, search FROM division WHERE code = $1 ON CONFLICT DO NOTHING`,
    [COMMUNITY, GRID],
  );
  const unitId = await world.unit('演示物业甲', [STREET, COMMUNITY]);
  const otherUnitId = await world.unit('演示学校乙', [STREET, COMMUNITY]);
  const outsideUnitId = await world.unit('演示企业丁', [OTHER_STREET], OTHER_STREET);
  const scopes: Record<string, string> = { unit: unitId, other: otherUnitId, outside: outsideUnitId };
  const people = await world.people(
    Object.values(KINDS).map(([role, scope]) => [role, scopes[scope] ?? scope] as const),
  );
  const named = Object.fromEntries(Object.keys(KINDS).map((name, index) => [name, people[index]!]));
  const all = { ...named, nobody: Somebody.nobody(world.app.url) } as unknown as Record<Kind, Somebody>;
  return { world, all, unitId, otherUnitId, outsideUnitId };
}

/** Writes a row as it is given: names as in the table, lists and objects as JSON writes them. */
export async function insertRow({ sql }: World, table: string, row: Readonly<Record<string, unknown>>): Promise<void> {
  const columns = Object.keys(row).map((name) => `"${name}"`).join(', '); // prettier-ignore
  const text = `INSERT INTO ${table} (${columns}) SELECT ${columns} FROM jsonb_populate_record(NULL::${table}, $1)`;
  await sql.query(text, [JSON.stringify(row)]);
}
