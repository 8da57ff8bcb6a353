import { loadCalendar } from '../api/src/modules/calendar/index.ts';
import type { KeptAgreement } from '../api/src/modules/alliance/index.ts';
import { discover } from '../api/src/platform/discovery.ts';
import type { Sealer } from '../api/src/platform/seal/sealer.ts';
import { seedAgreements } from './alliance/agreements.ts';
import { seedBookings } from './alliance/bookings.ts';
import { readMembers, seedOffers } from './alliance/offers.ts';
import type { Setting } from './alliance/setting.ts';
import { formAlliances } from './alliance.seed.ts';
import { seedCalendar } from './calendar.seed.ts';
import { seedCategories } from './categories.seed.ts';
import { seedDivisions, seedGrids } from './divisions.seed.ts';
import { readUnits } from './memory/world.ts';
import { MODULES } from './orders.seed.ts';
import { seedPeople } from './people.seed.ts';
import { mulberry32 } from './random.ts';
import type { Sql } from './sql.ts';
import { seedUnits } from './units.seed.ts';

/** The demo world before anything happens in it: everything that histories are told of. */
export interface Settled extends Setting {
  /** Which units shall join which alliance, and when. */
  readonly agreements: readonly KeptAgreement[];
}

interface Beginning {
  readonly sealer: Sealer;
  /** The moment at which the world begins. */
  readonly at: Date;
  readonly seed: number;
}

/** Divisions, the calendar, units, alliances and people. */
export async function settleRegistry(sql: Sql, { sealer, at, seed }: Beginning): Promise<Settled> {
  const random = mulberry32(seed);
  await seedDivisions(sql);
  await seedCalendar(sql, random, at);
  await seedCategories(sql);
  await seedGrids(sql);
  await seedUnits(sql, random, at);
  const { alliances, agreements } = await formAlliances(sql, random, at);
  const figures = await seedPeople(sql, random, { at, sealer });
  const query = async <Row>(_name: string, text: string, values: readonly unknown[] = []) =>
    (await sql.query(text, [...values])).rows as Row[];
  const calendar = await loadCalendar({ query } as Parameters<typeof loadCalendar>[0]);
  const { verbs } = await discover(MODULES);
  return {
    ...{ calendar, random: mulberry32(seed + 1), until: at, verbs, figures, units: await readUnits(sql) },
    ...{ alliances: new Map(alliances.map((alliance) => [alliance.id, alliance])), agreements },
  };
}

/** What the alliances have done: agreements, what their members offer, and who has booked it. */
export async function settleAlliances(sql: Sql, setting: Settled, sealer: Sealer): Promise<void> {
  await seedAgreements(sql, setting, setting.agreements);
  const members = await readMembers(sql, setting.until);
  const offered = await seedOffers(sql, setting, { members, sealer });
  await seedBookings(sql, setting, { offered, members });
}
