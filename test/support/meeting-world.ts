import { randomUUID } from 'node:crypto';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, STREET, World, type WorldOptions } from './world.ts';

/** The people of the joint meetings of one community, and the world they live in. */
export interface MeetingWorld {
  readonly world: World;
  readonly allianceId: string;
  /** Convenes. */
  readonly secretary: Somebody;
  /** Keeps the record. */
  readonly worker: Somebody;
  readonly committee: Somebody;
  readonly supervisor: Somebody;
  /** A part-time member of the committee. */
  readonly member: Somebody;
  /** The member units with their leads, in the order of their names. */
  readonly units: readonly { readonly id: string; readonly name: string; readonly lead: Somebody; readonly liaison: Somebody }[];
} // prettier-ignore

export interface MeetingWorldOptions extends WorldOptions {
  readonly units?: number;
}

export async function openMeetingWorld({ units = 3, ...options }: MeetingWorldOptions = {}): Promise<MeetingWorld> {
  const world = await World.open(options);
  const made: { id: string; name: string }[] = [];
  for (let index = 1; index <= units; index += 1) {
    const name = `演示单位${String(index).padStart(2, '0')}`;
    made.push({ id: await world.unit(name, [COMMUNITY]), name });
  }
  const people = await world.people([
    ...([
      ['COMMUNITY_SECRETARY', COMMUNITY],
      ['COMMUNITY_WORKER', COMMUNITY],
      ['STREET_COMMITTEE', STREET],
      ['SUPERVISOR', DISTRICT],
      ['COMMITTEE_MEMBER', COMMUNITY],
    ] as const),
    ...made.flatMap(({ id }) => [['UNIT_LEAD', id] as const, ['UNIT_LIAISON', id] as const]),
  ]);
  const [secretary, worker, committee, supervisor, member] = people as [Somebody, Somebody, Somebody, Somebody, Somebody];
  const ofUnits = people.slice(5);
  const { rows } = await world.sql.query<{ id: string }>('SELECT id FROM alliance WHERE division_code = $1', [COMMUNITY]);
  return {
    ...{ world, allianceId: rows[0]!.id, secretary, worker, committee, supervisor, member },
    units: made.map((unit, index) => ({ ...unit, lead: ofUnits[index * 2]!, liaison: ofUnits[index * 2 + 1]! })),
  };
} // prettier-ignore

export const REASON = '这是一条足够长的理由说明';
const HOUR = 3_600_000;
/** So many hours from now, as callers write it. */
export const ahead = ({ world }: MeetingWorld, hours: number): string =>
  new Date(world.now().getTime() + hours * HOUR).toISOString();

/** A plan of a special meeting in a day. */
export const planIn = (people: MeetingWorld, hours = 24) => ({
  ...{ title: '演示联席会议', place: '社区会议室', kind: 'SPECIAL', quorumPercent: 50 },
  ...{ startsAt: ahead(people, hours), endsAt: ahead(people, hours + 2) },
});

const MEETING = 'id state version';

/** Acts on a meeting and expects that it is done. Gives the meeting as it stands then. */
export async function does(by: Somebody, action: string, id: string, input: object = {}, shown = MEETING): Promise<Shown> {
  const { payload, error, answer } = await by.calls(nameOf(action), { jointMeetingId: id, ...input }, `jointMeeting { ${shown} }`);
  if (error || !payload) throw new Error(`${action}: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return payload['jointMeeting'] as Shown;
} // prettier-ignore

/** Acts on a meeting and expects that it is refused. Gives the refusal. */
export async function isRefused(by: Somebody, action: string, id: string, input: object = {}): Promise<UserError> {
  const { payload, error, answer } = await by.calls(nameOf(action), { jointMeetingId: id, ...input });
  if (!error) throw new Error(`${action} was not refused: ${JSON.stringify(payload ?? answer.errors)}`);
  return error;
}

const nameOf = (action: string) => `jointMeeting${action.charAt(0).toUpperCase()}${action.slice(1)}`;

/** Plans a meeting. */
export async function planned(people: MeetingWorld, more: object = {}, by = people.secretary): Promise<string> {
  const input = { allianceId: people.allianceId, ...planIn(people), ...more, idempotencyKey: randomUUID() };
  const { payload, error, answer } = await by.calls('jointMeetingCreate', input, 'jointMeeting { id }');
  if (error || !payload) throw new Error(`create: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return (payload['jointMeeting'] as Shown)['id'] as string;
} // prettier-ignore

/** Reads a meeting. */
export const meeting = async (who: Somebody, id: string, shown: string): Promise<Shown | null> =>
  (await who.reads(`query ($id: ID!) { jointMeeting(id: $id) { ${shown} } }`, { id }))['jointMeeting'] as Shown | null;

/** Proposes an item and gives its id. */
export async function topicOf(id: string, by: Somebody, title = '小区停车难'): Promise<string> {
  const shown = 'topics { id title }';
  const { topics } = await does(by, 'proposeTopic', id, { title, about: '说明情况' }, shown);
  return (topics as Shown[]).find((topic) => topic['title'] === title)!['id'] as string;
}

/** Moves the clock to so many minutes after the beginning (before it, when negative); everybody stays signed in. */
export async function passToStart({ world }: MeetingWorld, id: string, minutes = 0): Promise<void> {
  const { rows } = await world.sql.query<{ at: Date }>('SELECT starts_at AS at FROM joint_meeting WHERE id = $1', [id]);
  world.later({ minutes: (rows[0]!.at.getTime() - world.now().getTime()) / 60_000 + minutes });
  await world.sql.query('UPDATE session SET last_seen_at = $1', [world.now()]);
}

/** The code that is shown on the spot now. */
export const codeOf = async (people: MeetingWorld, id: string): Promise<string> =>
  (await meeting(people.worker, id, 'checkInCode'))!['checkInCode'] as string;

export interface Sitting {
  readonly id: string;
  readonly topicIds: readonly string[];
}

/** A meeting with two items of which the units have the notice. */
export async function noticed(people: MeetingWorld, more: object = {}): Promise<Sitting> {
  const id = await planned(people, more);
  const first = await topicOf(id, people.units[0]!.liaison, '小区停车难');
  const second = await topicOf(id, people.worker, '冬季供暖准备');
  await does(people.secretary, 'lockAgenda', id, { noticeText: '请准时参加' });
  return { id, topicIds: [first, second] };
}

/** The same, opened, with so many units signed in. */
export async function inSession(people: MeetingWorld, present = people.units.length): Promise<Sitting> {
  const sitting = await noticed(people);
  await passToStart(people, sitting.id, -10);
  for (const { id: unitId } of people.units.slice(0, present))
    await does(people.worker, 'signInFor', sitting.id, { unitId, presentName: '示例甲' });
  await does(people.secretary, 'open', sitting.id);
  return sitting;
}

/** The same, adjourned: the first item resolved, the second deferred. */
export async function adjourned(people: MeetingWorld, present = people.units.length): Promise<Sitting> {
  const sitting = await inSession(people, present);
  const [first, second] = sitting.topicIds;
  const { worker, secretary } = people;
  await does(worker, 'recordOutcome', sitting.id, { topicId: first, outcome: 'RESOLVE', text: '划定停车位' });
  await does(worker, 'recordOutcome', sitting.id, { topicId: second, outcome: 'DEFER', text: '下次再议' });
  await does(secretary, 'adjourn', sitting.id, { observers: '街道办事处演示科' });
  return sitting;
}
