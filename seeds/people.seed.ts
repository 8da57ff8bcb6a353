import type { Role, Viewer } from '../api/src/kernel/viewer.ts';
import {
  hashPassword,
  insertPersons,
  insertPosts,
  type NewPerson,
  type NewPost,
} from '../api/src/modules/identity/index.ts';
import type { Sealer } from '../api/src/platform/seal/sealer.ts';
import { DEMO_PASSWORD, inventedName, phoneOf } from './accounts.ts';
import { between, uuidOf, type Random } from './random.ts';
import type { Sql } from './sql.ts';

/** Somebody of the demo world with the one post that they hold. */
export interface Figure {
  readonly id: string;
  readonly postId: string;
  readonly role: Role;
  readonly scope: string;
  /** Where the post is held, for people. */
  readonly where: string;
  readonly name: string;
  /** User name of officials, phone of residents. */
  readonly login: string;
  readonly phone: string | null;
  readonly address: string | null;
}

/** Somebody who acts as what they are. */
export const viewerOf = ({ id, postId, role, scope, where }: Figure): Viewer => ({
  ...{ kind: 'PERSON', personId: id, sessionId: null },
  post: { id: postId, role, scope, scopeName: where, endsAt: null },
});

interface Place {
  readonly code: string;
  readonly level: string;
  readonly label: string;
}

interface Unit {
  readonly id: string;
  readonly name: string;
  readonly kind: string;
}

/** Roles held at a kind of place: how many, and how their user names begin. */
type Staffing = readonly (readonly [role: Role, count: number, login: string])[];

const STAFF: Readonly<Record<string, Staffing>> = {
  DISTRICT: [
    ['SUPERVISOR', 2, 'ducha'],
    ['DISTRICT_LEADER', 2, 'baozhua'],
    ['SYSTEM_ADMIN', 1, 'xitong'],
    ['SECURITY_ADMIN', 1, 'anquan'],
    ['AUDITOR', 1, 'shenji'],
  ],
  STREET: [
    ['STREET_REVIEWER', 2, 'shendan'],
    ['STREET_COMMITTEE', 1, 'dangwei'],
  ],
  COMMUNITY: [
    ['COMMUNITY_WORKER', 2, 'shequ'],
    ['COMMUNITY_SECRETARY', 1, 'shuji'],
  ],
  VILLAGE: [
    ['COMMUNITY_WORKER', 1, 'shequ'],
    ['COMMUNITY_SECRETARY', 1, 'shuji'],
  ],
  // The first grid of every community has its worker.
  GRID: [['GRID_WORKER', 1, 'wangge']],
  UNIT: [
    ['UNIT_LIAISON', 1, 'lianluo'],
    ['UNIT_LEAD', 1, 'fuze'],
  ],
};
const RESIDENTS: Readonly<Record<string, number>> = { COMMUNITY: 20, VILLAGE: 5 };
/** How long everybody has been in office: longer than the oldest order. */
const IN_OFFICE = 800 * 86_400_000;

/** Peoples the house: officials of every division, liaisons and leads of every unit, some 1,500 residents. All names are invented. */
export async function seedPeople(
  sql: Sql,
  random: Random,
  { at, sealer }: { at: Date; sealer: Sealer },
): Promise<readonly Figure[]> {
  const since = new Date(at.getTime() - IN_OFFICE);
  const cast = new Cast(random, since);
  const places = await placesToStaff(sql);
  for (const place of places) cast.staff(place, STAFF[place.level === 'TOWN' ? 'STREET' : place.level] ?? []);
  const units = await sql.query('SELECT id, name, kind FROM unit ORDER BY division_code, id');
  for (const unit of units.rows as Unit[]) {
    const officer: Staffing = unit.kind === 'DEPARTMENT' ? [['DEPARTMENT_OFFICER', 1, 'bumen']] : [];
    cast.staff({ code: unit.id, level: 'UNIT', label: unit.name }, [...STAFF['UNIT']!, ...officer]);
  }
  for (const place of places) cast.settle(place, RESIDENTS[place.level] ?? 0);
  await write(sql, cast.figures, { since, sealer });
  return cast.figures;
}

async function placesToStaff(sql: Sql): Promise<readonly Place[]> {
  const { rows } = await sql.query(`SELECT code, level, label FROM division
    WHERE level IN ('DISTRICT', 'STREET', 'TOWN', 'COMMUNITY', 'VILLAGE') OR (level = 'GRID' AND code LIKE '%001') ORDER BY code`);
  return rows as Place[];
}

class Cast {
  readonly figures: Figure[] = [];
  private readonly logins = new Map<string, number>();
  private officials = 0;
  private residents = 0;

  constructor(
    private readonly random: Random,
    private readonly since: Date,
  ) {}

  staff(place: Place, staffing: Staffing): void {
    for (const [role, count, login] of staffing)
      for (let n = 0; n < count; n++)
        this.add(role, place, {
          name: inventedName('演示', this.officials++),
          ...{ login: this.loginOf(login), phone: null, address: null },
        });
  }

  settle(place: Place, count: number): void {
    for (let n = 0; n < count; n++) {
      const phone = phoneOf(++this.residents);
      const address = `${between(this.random, 1, 12)}号楼${between(this.random, 1, 4)}单元${between(this.random, 1, 6)}0${between(this.random, 1, 4)}室`;
      this.add('RESIDENT', place, { name: inventedName('示例', this.residents - 1), login: phone, phone, address });
    }
  }

  private add(
    role: Role,
    { code: scope, label: where }: Place,
    who: Pick<Figure, 'name' | 'login' | 'phone' | 'address'>,
  ): void {
    const [id, postId] = [uuidOf(this.random, this.since), uuidOf(this.random, this.since)];
    this.figures.push({ id, postId, role, scope, where, ...who });
  }

  private loginOf(stem: string): string {
    const number = (this.logins.get(stem) ?? 0) + 1;
    this.logins.set(stem, number);
    return `${stem}${String(number).padStart(2, '0')}`;
  }
}

async function write(
  sql: Sql,
  figures: readonly Figure[],
  { since, sealer }: { since: Date; sealer: Sealer },
): Promise<void> {
  const passwordHash = await hashPassword(DEMO_PASSWORD);
  const run = (_name: string, text: string, values: readonly unknown[]) => sql.query(text, [...values]);
  await insertPersons(
    run,
    sealer,
    figures.map((figure) => personOf(figure, since, passwordHash)),
  );
  const posts = figures.map(({ id: personId, postId: id, role, scope }): NewPost => ({
    id,
    personId,
    role,
    scope,
    startsAt: since,
  }));
  await insertPosts(run, posts);
}

function personOf(
  { id, role, scope, name, login, phone, address }: Figure,
  createdAt: Date,
  passwordHash: string,
): NewPerson {
  if (role === 'RESIDENT') return { id, kind: 'RESIDENT', name, phone, address, community: scope, createdAt };
  return { id, kind: 'STAFF', name, username: login, passwordHash, createdAt };
}
