import { randomUUID } from 'node:crypto';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, OTHER_COMMUNITY, OTHER_STREET, STREET, World, type WorldOptions } from './world.ts';

/** The people of needs and projects, and the world they live in. */
export interface ProjectWorld {
  readonly world: World;
  readonly grid: Somebody;
  readonly worker: Somebody;
  readonly otherWorker: Somebody;
  readonly secretary: Somebody;
  readonly neighbours: Somebody;
  readonly reviewer: Somebody;
  readonly committee: Somebody;
  readonly supervisor: Somebody;
  readonly resident: Somebody;
  readonly foreigner: Somebody;
  /** Of two members of the alliances of the street and of the community, and of a unit that is a member of neither. */
  readonly liaison: Somebody;
  readonly rival: Somebody;
  readonly outsider: Somebody;
  readonly unitId: string;
  readonly rivalUnitId: string;
}

export const GRID = `${COMMUNITY}001`;
export const REASON = '这是一条足够长的理由说明';

export async function openProjectWorld(options: WorldOptions = {}): Promise<ProjectWorld> {
  const world = await World.open(options);
  const unitId = await world.unit('演示学校甲', [STREET, COMMUNITY]);
  const rivalUnitId = await world.unit('演示物业乙', [STREET, COMMUNITY]);
  const outsideId = await world.unit('演示外街单位', [OTHER_STREET]);
  const roles = {
    ...({ grid: ['GRID_WORKER', GRID], worker: ['COMMUNITY_WORKER', COMMUNITY] } as const),
    ...({ otherWorker: ['COMMUNITY_WORKER', COMMUNITY], secretary: ['COMMUNITY_SECRETARY', COMMUNITY] } as const),
    ...({ neighbours: ['COMMUNITY_WORKER', OTHER_COMMUNITY], reviewer: ['STREET_REVIEWER', STREET] } as const),
    ...({ committee: ['STREET_COMMITTEE', STREET], supervisor: ['SUPERVISOR', DISTRICT] } as const),
    ...({ resident: ['RESIDENT', COMMUNITY], foreigner: ['RESIDENT', OTHER_COMMUNITY] } as const),
    ...({ liaison: ['UNIT_LIAISON', unitId], rival: ['UNIT_LEAD', rivalUnitId] } as const),
    outsider: ['UNIT_LIAISON', outsideId],
  } as const;
  const people = await world.people(Object.values(roles).map(([role, scope]) => [role, scope] as const));
  const named = Object.fromEntries(Object.keys(roles).map((name, index) => [name, people[index]!]));
  return { world, unitId, rivalUnitId, ...(named as Record<keyof typeof roles, Somebody>) };
}

type Noun = 'need' | 'project' | 'booking';
const KEYED = ['acceptMatch', 'claim', 'reserve'];
const nameOf = (noun: Noun, action: string) => `${noun}${action.charAt(0).toUpperCase()}${action.slice(1)}`;
const keyFor = (action: string) => (KEYED.includes(action) ? { idempotencyKey: randomUUID() } : {});

/** Acts on a case, and expects that it is done. */
export async function does(
  by: Somebody,
  noun: Noun,
  action: string,
  {
    id,
    shown = 'id state version',
    ...input
  }: { readonly id: string; readonly shown?: string } & Readonly<Record<string, unknown>>,
): Promise<Shown> {
  const name = nameOf(noun, action);
  const given = { [`${noun}Id`]: id, ...keyFor(action), ...input };
  const { payload, error, answer } = await by.calls(name, given, `${noun} { ${shown} }`);
  if (error || !payload)
    throw new Error(`${name}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return payload[noun] as Shown;
}

/** Acts on a case, and expects that it is refused and that nothing has changed. */
export async function isRefused(
  { world }: ProjectWorld,
  by: Somebody,
  noun: Noun,
  action: string,
  { id, ...input }: { readonly id: string } & Readonly<Record<string, unknown>>,
): Promise<UserError> {
  const before = await keptOf(world, noun, id);
  const name = nameOf(noun, action);
  const { error, payload, answer } = await by.calls(
    name,
    { [`${noun}Id`]: id, ...keyFor(action), ...input },
    `${noun} { id }`,
  );
  if (!error) throw new Error(`${name} was not refused: ${JSON.stringify(payload ?? answer.errors)}`);
  const after = await keptOf(world, noun, id);
  if (before !== after) throw new Error(`${name} was refused and changed something:\n${before}\n${after}`);
  return error;
}

/** Everything that is kept of a case, as text. */
export async function keptOf({ sql }: World, noun: Noun, id: string): Promise<string> {
  const { rows } = await sql.query<{ kept: string }>(
    `SELECT jsonb_build_array(to_jsonb(t),
       (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.action) FROM process_clock c WHERE c.subject_id = t.id),
       (SELECT count(*) FROM event e WHERE e.subject_id = t.id), (SELECT count(*) FROM booking), (SELECT count(*) FROM orders),
       (SELECT count(*) FROM need_match), (SELECT count(*) FROM project_claim), (SELECT count(*) FROM project_milestone),
       (SELECT count(*) FROM project_voice), (SELECT count(*) FROM closing), (SELECT count(*) FROM file WHERE subject_id IS NOT NULL))::text AS kept
     FROM ${noun} t WHERE t.id = $1`,
    [id],
  );
  return rows[0]?.kept ?? 'nothing';
}

export const opened = async (by: Somebody, noun: Noun, input: object): Promise<string> => {
  const name = `${noun}Create`;
  const { payload, error, answer } = await by.calls(name, { ...input, idempotencyKey: randomUUID() }, `${noun} { id }`);
  if (error || !payload)
    throw new Error(`${name}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return (payload[noun] as Shown)['id'] as string;
};

export const NEED = {
  ...{
    owner: 'RESIDENTS',
    source: 'HOME_VISIT',
    category: 'PUBLIC_FACILITY',
    kind: 'VENUE',
    title: '儿童假期活动场地',
  },
  ...{ content: '假期里孩子们没有地方活动', amount: 1, measure: '场', urgency: 'NORMAL', privacy: 'ALLIANCE' },
  division: COMMUNITY,
};

/** Saturday the seventh, nine to eleven in Shanghai, when nothing else is said. */
export const WANTED = { wantedFrom: '2026-11-07T01:00:00.000Z', wantedUntil: '2026-11-07T03:00:00.000Z' };

export const collected = ({ worker }: ProjectWorld, more: object = {}, by = worker): Promise<string> =>
  opened(by, 'need', { ...NEED, ...more });

export async function published(people: ProjectWorld, more: object = {}, by = people.worker): Promise<string> {
  const id = await collected(people, more, by);
  await does(people.reviewer, 'need', 'review', { id });
  return id;
}

interface OfferSpec {
  readonly unitId: string;
  readonly kind?: string;
  readonly category?: string | null;
  readonly community?: string | null;
  readonly title?: string;
  readonly exclusive?: boolean;
  readonly amount?: number;
  /** Weekday, opens and closes, in minutes. */
  readonly hours?: readonly (readonly [number, number, number])[];
}

/** An offer that can be had, put where it is: how offers come about is tested elsewhere. */
export async function anOffer({ world, worker }: ProjectWorld, spec: OfferSpec): Promise<string> {
  const { unitId, kind = 'VENUE', category = 'PUBLIC_FACILITY', community = COMMUNITY } = spec;
  const { title = '演示活动室', exclusive = true, amount = 1, hours = [] } = spec;
  const now = world.now();
  const { rows } = await world.sql.query<{ id: string }>(
    `INSERT INTO resource_offer (id, state, entered_at, unit_id, kind, category_code, title, about, amount, measure, exclusive, contact_sealed,
       contact_name, contact_phone, district_code, street_code, community_code, search, verifier_id, verified_at, created_at)
     VALUES (uuidv7(), 'AVAILABLE', $1, $2, $3, $4, $5, '演示说明', $6, '间', $7, '\\x00', '示**', '139****0000', $8, $9, $10, $5, $11, $1, $1)
     RETURNING id`,
    [now, unitId, kind, category, title, amount, exclusive, DISTRICT, STREET, community, worker.who.id],
  );
  const { id } = rows[0]!;
  for (const [weekday, opens, closes] of hours)
    await world.sql.query('INSERT INTO offer_hours (offer_id, weekday, opens, closes) VALUES ($1, $2, $3, $4)', [id, weekday, opens, closes]);
  return id;
} // prettier-ignore

export const reads = (by: Somebody, noun: Noun, id: string, shown = 'id state'): Promise<Shown | null> =>
  by.reads(`query ($id: ID!) { ${noun}(id: $id) { ${shown} } }`, { id }).then((data) => data[noun] as Shown | null);

/** Names what somebody may do with a case now. */
export async function mayDo(by: Somebody, noun: Noun, id: string): Promise<string[]> {
  const found = await reads(by, noun, id, 'viewerActions { action }');
  return ((found?.['viewerActions'] as Shown[] | undefined) ?? []).map(({ action }) => action as string);
}
