import { v7 } from 'uuid';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../../support/world.ts';
import type { RichCast } from './rich-world.ts';

const STATES = ['OFFERED', 'AVAILABLE', 'AVAILABLE', 'PAUSED', 'WITHDRAWN'] as const;
const KINDS = ['VENUE', 'GOODS', 'SKILL', 'PEOPLE', 'SERVICE', 'FUNDS_IN_KIND'] as const;
const PLACES = [
  [STREET, null],
  [STREET, COMMUNITY],
  [STREET, OTHER_COMMUNITY],
  [OTHER_STREET, null],
] as const;

const day = (days: number, rest = '') => new Date(Date.UTC(2026, 10, 2 + days, 3)).toISOString().replace('Z', `${rest}Z`); // prettier-ignore

/** Offers of members and strangers, in every state and for every kind of place, with open hours and bookings of units and offices. */
export async function offersAndBookings(rich: RichCast): Promise<void> {
  const { world, unitId, extraUnitId, outsideUnitId, everybody } = rich;
  const units = [unitId, extraUnitId, outsideUnitId];
  const offers = STATES.flatMap((state, s) =>
    PLACES.map(([street, community], p) => {
      const n = s * PLACES.length + p;
      return {
        ...{ id: v7(), state, version: n, entered_at: day(-n), unit_id: units[n % 3], kind: KINDS[n % 6] },
        ...{ category_code: n % 3 ? null : 'CULTURE_SPORT', title: `"演示"资源\\${String(n)}`, about: '可用\n两行', amount: n + 1 },
        ...{ conditions: n % 2 ? null : '用后打扫', measure: '间', exclusive: n % 2 === 0, contact_sealed: '\\x00' },
        ...{ contact_name: '示**', contact_phone: '139****1234', district_code: DISTRICT, street_code: street },
        ...{ community_code: community, search: 'yanshi ziyuan 演示', verified_at: state === 'OFFERED' ? null : day(-9, '123') },
        ...{ sent_back_at: n % 4 ? null : day(-1), created_at: day(-20), due_at: n % 2 ? null : day(3), yellow_at: null },
      };
    }),
  );
  await write(world, 'resource_offer', offers);
  const hours = offers.flatMap(({ id }, n) => (n % 3 ? [{ offer_id: id, weekday: 1 + (n % 7), opens: 545, closes: 1440 }, { offer_id: id, weekday: 1 + (n % 7), opens: 0, closes: 60 }] : []));
  await write(world, 'offer_hours', hours);
  const bookings = offers.flatMap((offer, n) =>
    (['RESERVED', 'IN_USE', 'RETURNED', 'DECLINED', 'CANCELLED'] as const).slice(n % 3).map((state, s) => ({
      ...{ id: v7(), state, version: 1, entered_at: day(0), offer_id: offer.id, offer_unit_id: offer.unit_id },
      ...((n + s) % 2 ? { unit_id: units[(n + s) % 3] } : { booker_code: offer.community_code ?? offer.street_code }),
      ...{ person_id: everybody.reviewer.who.id, purpose: `用途"${String(s)}"`, starts_at: day(s * 3, '456'), ends_at: day(s * 3 + 2) },
      ...{ held: '{[1,2)}', parts: 1, decline_until: day(s), created_at: day(-2), returned_at: state === 'RETURNED' ? day(5) : null },
      ...{ district_code: DISTRICT, street_code: offer.street_code, community_code: offer.community_code },
    })),
  );
  await write(world, 'booking', bookings);
} // prettier-ignore

/** Writes rows of a table, each with its columns by name. */
export async function write({ sql }: RichCast['world'], table: string, given: readonly object[]): Promise<void> {
  const { rows: known } = await sql.query<{ name: string }>(
    `SELECT column_name AS name FROM information_schema.columns WHERE table_name = $1 AND is_generated = 'NEVER' ORDER BY ordinal_position`,
    [table],
  );
  const names = known.map(({ name }) => name).join(', ');
  const text = `INSERT INTO ${table} (${names}) SELECT ${names} FROM jsonb_populate_recordset(null::${table}, $1::jsonb)`;
  await sql.query(text, [JSON.stringify(given)]);
}
