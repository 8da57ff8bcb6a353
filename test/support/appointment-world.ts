import { randomUUID } from 'node:crypto';
import type { Role } from '../../api/src/kernel/viewer.ts';
import { pass, settle } from './rules.ts';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, STREET, World, type WorldOptions } from './world.ts';

export const REASON = '这是一条足够长的理由说明';
/** Last day of the terms that tests set; the world begins on 2026-11-02. */
export const LAST_DAY = '2027-10-31';

/** The people of an appointment, and the world they live in. */
export interface AppointmentWorld {
  readonly world: World;
  readonly secretary: Somebody;
  readonly worker: Somebody;
  readonly street: Somebody;
  readonly resident: Somebody;
  readonly neighbour: Somebody;
  readonly stranger: Somebody;
  readonly supervisor: Somebody;
  /** A property company with an agreement: its lead, its liaison, a colleague. */
  readonly unitId: string;
  readonly lead: Somebody;
  readonly liaison: Somebody;
  readonly colleague: Somebody;
  /** Another unit with an agreement, and one without. */
  readonly rivalId: string;
  readonly rivalLead: Somebody;
  readonly outsideId: string;
  readonly outsideLead: Somebody;
}

const PEOPLE = (units: { unitId: string; rivalId: string; outsideId: string }) =>
  ({
    secretary: ['COMMUNITY_SECRETARY', COMMUNITY],
    worker: ['COMMUNITY_WORKER', COMMUNITY],
    street: ['STREET_COMMITTEE', STREET],
    resident: ['RESIDENT', COMMUNITY],
    neighbour: ['RESIDENT', COMMUNITY],
    stranger: ['RESIDENT', OTHER_COMMUNITY],
    supervisor: ['SUPERVISOR', DISTRICT],
    lead: ['UNIT_LEAD', units.unitId],
    liaison: ['UNIT_LIAISON', units.unitId],
    colleague: ['UNIT_LIAISON', units.unitId],
    rivalLead: ['UNIT_LEAD', units.rivalId],
    outsideLead: ['UNIT_LEAD', units.outsideId],
  }) as const satisfies Record<string, readonly [Role, string]>;

export async function openAppointmentWorld(options: WorldOptions = {}): Promise<AppointmentWorld> {
  const world = await World.open(options);
  const unitId = await world.unit('演示物业甲', [COMMUNITY]);
  const rivalId = await world.unit('演示派出所乙', [STREET]);
  const outsideId = await world.unit('演示学校丙', []);
  await world.sql.query(`UPDATE unit SET kind = 'PROPERTY_COMPANY' WHERE id = $1`, [unitId]);
  await world.sql.query(`UPDATE unit SET kind = 'POLICE_STATION' WHERE id = $1`, [rivalId]);
  const roles = PEOPLE({ unitId, rivalId, outsideId });
  const people = await world.people(Object.values(roles));
  // Terms last longer than a session.
  await world.sql.query(`UPDATE session SET expires_at = expires_at + interval '10 years'`);
  const named = Object.fromEntries(Object.keys(roles).map((name, index) => [name, people[index]!]));
  return { world, unitId, rivalId, outsideId, ...(named as unknown as Record<keyof typeof roles, Somebody>) };
}

const upper = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);

/** Calls a verb and expects that it is done. */
export async function done(who: Somebody, name: string, input: object, shown: string): Promise<Shown> {
  const { payload, error, answer } = await who.calls(name, input, shown);
  if (error || !payload)
    throw new Error(`${name}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return payload;
}

export const SHOWN = 'id state version endedBy termNo startsAt endsAt openObjections onNotice';

/** Acts on an appointment and expects that it is done. */
export async function does(who: Somebody, action: string, id: string, input: object = {}): Promise<Shown> {
  const payload = await done(
    who,
    `appointment${upper(action)}`,
    { appointmentId: id, ...input },
    `appointment { ${SHOWN} }`,
  );
  return payload['appointment'] as Shown;
}

/** Acts on an appointment, expects that it is refused and that nothing has changed. */
export async function isRefused(
  people: AppointmentWorld,
  who: Somebody,
  [action, id]: readonly [string, string],
  input: object = {},
): Promise<UserError> {
  const before = await keptOf(people, id);
  const { error, payload, answer } = await who.calls(`appointment${upper(action)}`, { appointmentId: id, ...input });
  if (!error) throw new Error(`${action} was not refused: ${JSON.stringify(payload ?? answer.errors)}`);
  const after = await keptOf(people, id);
  if (before !== after) throw new Error(`${action} was refused and changed ${before} to ${after}`);
  return error;
}

/** Everything that is kept of an appointment, and how many events there are. */
export async function keptOf({ world }: AppointmentWorld, id: string): Promise<string> {
  const { rows } = await world.sql.query(
    `SELECT a.*, (SELECT count(*) FROM event) AS events, (SELECT json_agg(t ORDER BY t.term) FROM seat_term t) AS terms,
       (SELECT count(*) FROM appointment_objection) AS objections, (SELECT count(*) FROM post) AS posts,
       (SELECT json_agg(c ORDER BY c.action) FROM process_clock c WHERE c.subject_id = a.id) AS clocks
     FROM appointment a WHERE a.id = $1`,
    [id],
  );
  return JSON.stringify(rows);
}

let bodies = 0;

/** A body of the community; each self-governing one is another. */
export async function aBody({ secretary }: AppointmentWorld, input: object = {}): Promise<string> {
  bodies += 1;
  const given = { kind: 'SELF_GOVERNING_BODY', division: COMMUNITY, name: `演示小区${String(bodies)}自治会` };
  const payload = await done(secretary, 'bodyFound', { ...given, termEndsOn: '2031-12-31', ...input }, 'body { id }');
  return (payload['body'] as Shown)['id'] as string;
}

export async function aSeat(
  people: AppointmentWorld,
  kind: string,
  bodyId?: string,
  input: object = {},
): Promise<string> {
  const given = { bodyId: bodyId ?? (await aBody(people)), kind, duties: '参与议事，反映居民诉求', ...input };
  const payload = await done(people.secretary, 'seatAdd', given, 'seat { id }');
  return (payload['seat'] as Shown)['id'] as string;
}

/** Opens a seat to be filled. */
export async function opened(people: AppointmentWorld, seatId: string, input: object = {}): Promise<string> {
  const given = { seatId, endsOn: LAST_DAY, idempotencyKey: randomUUID(), ...input };
  const payload = await done(people.secretary, 'appointmentOpenSeat', given, 'appointment { id }');
  return (payload['appointment'] as Shown)['id'] as string;
}

/** The committee of the community and the party organisation of the unit are there once. */
const onlyOnes = new WeakMap<AppointmentWorld, Map<string, Promise<string>>>();
export function theBody(
  people: AppointmentWorld,
  kind: 'COMMUNITY_COMMITTEE' | 'UNIT_PARTY' | 'PROPERTY_COMMITTEE',
): Promise<string> {
  const known = onlyOnes.get(people) ?? new Map<string, Promise<string>>();
  onlyOnes.set(people, known);
  const where = kind === 'UNIT_PARTY' ? { division: null, unitId: people.unitId } : {};
  const body = known.get(kind) ?? aBody(people, { kind, name: null, ...where });
  known.set(kind, body);
  return body;
}

/** A seat of a part-time member, and one of an adviser. */
export const memberSeat = async (people: AppointmentWorld): Promise<string> =>
  aSeat(people, 'PART_TIME_MEMBER', await theBody(people, 'COMMUNITY_COMMITTEE'));
export const adviserSeat = async (people: AppointmentWorld): Promise<string> =>
  aSeat(people, 'PARTY_ADVISER', await theBody(people, 'UNIT_PARTY'));

const WAY = ['SEAT_OPEN', 'NOMINATED', 'STUDIED', 'APPROVED', 'IN_NOTICE', 'APPOINTED', 'ACTIVE'] as const;
export type Reached = (typeof WAY)[number];

export interface Wanted {
  readonly state: Reached;
  readonly nominee: Somebody;
  /** Whoever sends; the lead of the property company when left out. */
  readonly by?: Somebody;
  readonly endsOn?: string;
}

/** An inbound appointment into a seat, brought to a state by those whose steps they are. */
export async function inbound(people: AppointmentWorld, seatId: string, wanted: Wanted): Promise<string> {
  const id = await opened(people, seatId, wanted.endsOn ? { endsOn: wanted.endsOn } : {});
  await walk(people, id, wanted, people.secretary);
  return id;
}

/** An outbound one: the community sends, the unit receives. */
export async function outbound(people: AppointmentWorld, seatId: string, wanted: Wanted): Promise<string> {
  const id = await opened(people, seatId, wanted.endsOn ? { endsOn: wanted.endsOn } : {});
  await walk(people, id, { by: people.secretary, ...wanted }, people.lead);
  return id;
}

async function walk(people: AppointmentWorld, id: string, wanted: Wanted, head: Somebody): Promise<void> {
  const { state, nominee, by = people.lead } = wanted;
  const until = WAY.indexOf(state);
  if (until >= 1) await does(by, 'nominate', id, { personId: nominee.who.id, consent: true });
  if (until >= 2) await does(head, 'study', id, study(people));
  if (until >= 3) await does(people.street, 'approve', id, APPROVAL);
  if (until >= 4) await does(people.worker, 'publicise', id, { place: '社区公示栏' });
  if (until >= 5) await noticePasses(people);
  if (until >= 6) await does(nominee, 'accept', id);
}

export const APPROVAL = { documentNumber: '演示党发〔2026〕12号' };
export const study = ({ world }: AppointmentWorld) => ({ studiedOn: dayIn(world, 0), opinion: '同意，符合条件' });

/** The day so many days from now in Shanghai. */
export const dayIn = (world: World, days: number): string =>
  new Date(world.now().getTime() + (days * 24 + 8) * 3_600_000).toISOString().slice(0, 10);

/** Every public notice that stands is over. */
export async function noticePasses({ world }: AppointmentWorld): Promise<void> {
  await pass(world, { days: 9 });
  await settle(world);
}

/** An appointment as somebody sees it, or null. */
export const seen = (who: Somebody, id: string, shown = 'state'): Promise<Shown | null> =>
  who
    .reads(`query ($id: ID!) { appointment(id: $id) { ${shown} } }`, { id })
    .then((data) => data['appointment'] as Shown | null);

/** Names of actions that somebody may take now. */
export async function mayDo(who: Somebody, id: string): Promise<string[]> {
  const appointment = await seen(who, id, 'viewerActions { action }');
  return ((appointment?.['viewerActions'] ?? []) as Shown[]).map(({ action }) => action as string);
}

/** Who sat in a body at a moment, by id of the seat, and whether they stood in. */
export async function membersAt(who: Somebody, bodyId: string, at: Date | null): Promise<Shown[]> {
  const query = `query ($id: ID!, $at: DateTimeISO) { body(id: $id) { members(at: $at) { totalCount nodes { acting since until seat { id } homeUnit { id } } } } }`;
  const data = await who.reads(query, { id: bodyId, at: at?.toISOString() ?? null });
  return data['body'].members.nodes as Shown[];
}

/** The posts that somebody holds, as the house lets them choose among them. */
export async function rolesOf(who: Somebody): Promise<string[]> {
  const data = await who.reads('{ viewer { posts { role } } }');
  return (data['viewer'].posts as Shown[]).map(({ role }) => role as string).toSorted();
}

/** The same person, acting in the post that an appointment gave. */
export async function actAs(who: Somebody, role: string): Promise<void> {
  const data = await who.reads('{ viewer { posts { id role } } }');
  const post = (data['viewer'].posts as Shown[]).find((one) => one['role'] === role);
  await done(who, 'sessionActAs', { postId: post?.['id'] as string }, 'viewer { id }');
}
