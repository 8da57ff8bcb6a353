import {
  allianceOf,
  INSERT_ALLIANCES,
  INSERT_KEPT_AGREEMENTS,
  type AllianceRow,
  type KeptAgreement,
} from '../api/src/modules/alliance/index.ts';
import { dayOf, startOfDay } from '../api/src/kernel/calendar.ts';
import { between, pickSome, uuidOf, type Random } from './random.ts';
import type { Sql } from './sql.ts';

type Place = Parameters<typeof allianceOf>[0];

interface Unit {
  readonly id: string;
  readonly path: readonly string[];
}

const DAY = 86_400_000;

/** Alliances, and agreements of two or three years by which units are, or were, their members. */
export async function seedAlliance(sql: Sql, random: Random, at: Date): Promise<void> {
  const { agreements } = await formAlliances(sql, random, at);
  await sql.query(INSERT_KEPT_AGREEMENTS, [JSON.stringify(agreements)]);
}

/**
 * Forms the alliance of every street, town and urban community, and says which units shall join it by agreement, and when: their street's
 * and some communities'.
 */
export async function formAlliances(
  sql: Sql,
  random: Random,
  at: Date,
): Promise<{ readonly alliances: readonly AllianceRow[]; readonly agreements: readonly KeptAgreement[] }> {
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
  const agreements = (units.rows as Unit[]).flatMap((unit) =>
    joined(unit, alliances, random).map((id) => agreementOf(id, unit.id, random, at)),
  );
  return { alliances, agreements };
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

/** Agreements of two or three years that began some time ago; a few were ended: lists of an earlier day still name their units. */
function agreementOf(allianceId: string, unitId: string, random: Random, at: Date): KeptAgreement {
  const since = startOfDay(dayOf(new Date(at.getTime() - between(random, 30, 700) * DAY)));
  const ended = random() < 0.02 ? new Date(at.getTime() - between(random, 1, 20) * DAY) : null;
  const endsOn = dayOf(new Date(since.getTime() + (between(random, 2, 3) * 365 + 30) * DAY));
  const until = ended?.toISOString() ?? null;
  return {
    id: uuidOf(random, since),
    allianceId,
    unitId,
    startsOn: dayOf(since),
    endsOn,
    since: since.toISOString(),
    until,
  };
}
