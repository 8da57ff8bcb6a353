import { allianceOf, INSERT_ALLIANCES, type AllianceRow } from '../api/src/modules/alliance/index.ts';
import { between, pickSome, uuidOf, type Random } from './random.ts';
import type { Sql } from './sql.ts';

type Place = Parameters<typeof allianceOf>[0];

interface Unit {
  readonly id: string;
  readonly path: readonly string[];
}

interface Member {
  readonly allianceId: string;
  readonly unitId: string;
  readonly since: Date;
  readonly until: Date | null;
}

const DAY = 86_400_000;

/** Forms the alliance of every street, town and urban community, and lets the units join: their street's and some communities'. */
export async function seedAlliance(sql: Sql, random: Random, at: Date): Promise<void> {
  const { rows } = await sql.query(
    "SELECT code, level, label FROM division WHERE level IN ('STREET', 'TOWN', 'COMMUNITY') ORDER BY code",
  );
  const alliances = (rows as Place[])
    .map((place) => allianceOf(place, uuidOf(random, at)))
    .filter((alliance) => alliance !== null);
  await sql.query(INSERT_ALLIANCES, [JSON.stringify(alliances)]);
  const units = await sql.query(
    'SELECT u.id, d.path FROM unit u JOIN division d ON d.code = u.division_code ORDER BY u.id',
  );
  const members = (units.rows as Unit[]).flatMap((unit) =>
    joined(unit, alliances, random).map((id) => memberOf(id, unit.id, random, at)),
  );
  await write(sql, members);
}

/** Ids of the alliances that a unit joins. */
function joined({ path }: Unit, alliances: readonly AllianceRow[], random: Random): string[] {
  const [, street, community] = path;
  const streets = alliances.filter(({ divisionCode }) => divisionCode.endsWith('000'));
  const own = streets.filter(({ divisionCode }) => divisionCode === street);
  const communities = alliances.filter(
    (alliance) => !streets.includes(alliance) && alliance.divisionCode.slice(0, 9) === street?.slice(0, 9),
  );
  if (!street) return pickSome(random, streets, 4).map(({ id }) => id);
  const near = community
    ? communities.filter(({ divisionCode }) => divisionCode === community)
    : pickSome(random, communities, between(random, 1, 4));
  return [...own, ...near].map(({ id }) => id);
}

function memberOf(allianceId: string, unitId: string, random: Random, at: Date): Member {
  const since = new Date(at.getTime() - between(random, 30, 700) * DAY);
  // A few have left: lists of an earlier day still name them.
  const until = random() < 0.02 ? new Date(at.getTime() - between(random, 1, 20) * DAY) : null;
  return { allianceId, unitId, since, until };
}

async function write(sql: Sql, members: readonly Member[]): Promise<void> {
  const column = <K extends keyof Member>(key: K) => members.map((member) => member[key]);
  await sql.query(
    `INSERT INTO alliance_member (alliance_id, unit_id, term) SELECT alliance_id, unit_id, tstzrange(since, until)
     FROM unnest($1::uuid[], $2::uuid[], $3::timestamptz[], $4::timestamptz[]) AS m (alliance_id, unit_id, since, until)`,
    [column('allianceId'), column('unitId'), column('since'), column('until')],
  );
}
