import { randomUUID } from 'node:crypto';
import type { Answer, Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET, World } from './world.ts';

/** A unit that offers, one that books, and those who look on. */
export interface OfferWorld {
  readonly world: World;
  readonly unitId: string;
  readonly otherUnitId: string;
  /** Liaison of the unit that offers. */
  readonly unit: Somebody;
  /** Liaison of another member unit. */
  readonly member: Somebody;
  /** Liaison of a unit that belongs to another street. */
  readonly stranger: Somebody;
  readonly community: Somebody;
  readonly otherCommunity: Somebody;
  readonly reviewer: Somebody;
  readonly committee: Somebody;
  readonly otherCommittee: Somebody;
  readonly supervisor: Somebody;
  readonly resident: Somebody;
}

export async function openOfferWorld(): Promise<OfferWorld> {
  const world = await World.open();
  const unitId = await world.unit('演示文化站甲', [STREET, COMMUNITY]);
  const otherUnitId = await world.unit('演示学校乙', [STREET]);
  const strangerId = await world.unit('演示公司丙', [OTHER_STREET]);
  const people = await world.people([
    ...([
      ['UNIT_LIAISON', unitId],
      ['UNIT_LIAISON', otherUnitId],
      ['UNIT_LIAISON', strangerId],
      ['COMMUNITY_WORKER', COMMUNITY],
      ['COMMUNITY_WORKER', OTHER_COMMUNITY],
    ] as const),
    ...([
      ['STREET_REVIEWER', STREET],
      ['STREET_COMMITTEE', STREET],
      ['STREET_COMMITTEE', OTHER_STREET],
      ['SUPERVISOR', DISTRICT],
      ['RESIDENT', COMMUNITY],
    ] as const),
  ]);
  const [unit, member, stranger, community, otherCommunity] = people as Five;
  const [reviewer, committee, otherCommittee, supervisor, resident] = people.slice(5) as Five;
  return {
    ...{ world, unitId, otherUnitId, unit, member, stranger, community, otherCommunity },
    ...{ reviewer, committee, otherCommittee, supervisor, resident },
  };
}

type Five = [Somebody, Somebody, Somebody, Somebody, Somebody];

export const WHY = '这是一条足够长的理由说明';
export const PHONE = '13900001234';
const WORDS = {
  ...{ title: '演示活动室', about: '可容纳40人', category: 'CULTURE_SPORT', conditions: '用后打扫' },
  ...{ contactName: '示例联系人', contactPhone: PHONE },
};
const HALL = { kind: 'VENUE', amount: 1, measure: '间', exclusive: true };
const OFFICE_DAYS = ['MONDAY', 'TUESDAY', 'WEDNESDAY', 'THURSDAY', 'FRIDAY'];
export const EDITED = WORDS;
export const VENUE = {
  ...{ ...WORDS, ...HALL, division: COMMUNITY },
  ...{ weekdays: OFFICE_DAYS, opensAt: '09:00', closesAt: '18:00' },
};
/** A hundred chairs that are lent at any time. */
export const CHAIRS = {
  ...{ ...WORDS, title: '折叠椅', kind: 'GOODS', amount: 100, measure: '把', exclusive: false },
  ...{ division: STREET, weekdays: [] },
};

/** Calls a verb of a noun and expects that it is done. Gives the case as it stands then. */
export async function done(who: Somebody, name: string, input: object, shown = 'id state version'): Promise<Shown> {
  const noun = name.startsWith('booking') ? 'booking' : 'resourceOffer';
  const { payload, error, answer } = await who.calls(name, input, `${noun} { ${shown} }`);
  if (error || !payload?.[noun])
    throw new Error(`${name}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return payload[noun] as Shown;
}

/** Calls it and expects a refusal, after which nothing has changed. */
export async function refused(world: World, who: Somebody, name: string, input: object): Promise<UserError> {
  const before = await everything(world);
  const { payload, error: said, answer } = await who.calls(name, input);
  const error = said ?? atTheDoor(answer);
  if (!error) throw new Error(`${name} was not refused: ${JSON.stringify(payload)}`);
  const after = await everything(world);
  if (after !== before) throw new Error(`${name} was refused with ${error.code}, and yet something changed`);
  return error;
}

/** Whoever may not call a mutation at all is told so before it runs. */
function atTheDoor({ errors }: Answer): UserError | null {
  const [first] = errors;
  return first ? { code: first.extensions.code, message: first.message, path: [], standing: null } : null;
}

/** A digest of all offers and bookings with what hangs on them, and of how much happened. */
async function everything({ sql }: World): Promise<string> {
  const tables = ['resource_offer', 'offer_hours', 'booking', 'process_clock', 'idempotency_key'];
  const digests = tables.map((table) => `(SELECT md5(coalesce(string_agg(t::text, ';' ORDER BY t::text), '')) FROM ${table} t)`);
  const { rows } = await sql.query<{ all: string }>(
    `SELECT concat_ws(' ', ${digests.join(', ')}, (SELECT count(*) FROM event)) AS "all"`,
  );
  return rows[0]!.all;
} // prettier-ignore

export const key = (): { readonly idempotencyKey: string } => ({ idempotencyKey: randomUUID() });

/** An offer that can be booked. */
export async function anOffer({ unit, community, reviewer }: OfferWorld, input: object = VENUE): Promise<string> {
  const { id } = await done(unit, 'resourceOfferCreate', { ...input, ...key() });
  const office = (input as { division?: string }).division === STREET ? reviewer : community;
  await done(office, 'resourceOfferVerify', { resourceOfferId: id });
  return id as string;
}

/** An instant so many days after the Monday on which the world begins, at a time of the day in Beijing. */
export const at = (day: number, time: string): string =>
  new Date(Date.parse(`2026-11-02T${time}:00+08:00`) + day * 86_400_000).toISOString();

/** What a booking says. */
export const wish = (offerId: string, from: string, to: string, parts = 1): object => ({
  ...{ offerId, from, to, parts, purpose: '居民议事会' },
  ...key(),
});
