import { randomUUID } from 'node:crypto';
import { v7 } from 'uuid';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { COMMUNITY, DISTRICT, STREET, World, type WorldOptions } from './world.ts';

/** Those who have to do with the minutes of a meeting of a street's alliance. */
export interface MinutesWorld {
  readonly world: World;
  readonly convener: Somebody;
  readonly recorder: Somebody;
  readonly otherRecorder: Somebody;
  readonly resident: Somebody;
  readonly supervisor: Somebody;
  /** Heads of the member units, and their units in the same order. */
  readonly heads: readonly Somebody[];
  readonly units: readonly string[];
}

export async function openMinutesWorld(units: number, options: WorldOptions = {}): Promise<MinutesWorld> {
  const world = await World.open(options);
  const unitIds: string[] = [];
  for (let index = 0; index < units; index += 1) unitIds.push(await world.unit(`演示单位${String(index + 1)}`));
  const [convener, recorder, otherRecorder, resident, supervisor, ...heads] = await world.people([
    ...([
      ['STREET_COMMITTEE', STREET],
      ['STREET_REVIEWER', STREET],
      ['STREET_REVIEWER', STREET],
      ['RESIDENT', COMMUNITY],
      ['SUPERVISOR', DISTRICT],
    ] as const),
    ...unitIds.map((unit) => ['UNIT_LEAD', unit] as const),
  ]);
  return {
    ...{ world, heads, units: unitIds, convener: convener!, recorder: recorder!, otherRecorder: otherRecorder! },
    ...{ resident: resident!, supervisor: supervisor! },
  };
}

export const SECTIONS = ['opening', 'lamp', 'closing'] as const;
let ordinal = 0;

/** A meeting that is over, all units of the world having come, with a first draft of three parts. */
export async function meetingOver({ world, units, convener, recorder }: MinutesWorld): Promise<string> {
  const id = v7();
  const at = new Date(world.now().getTime() - 3_600_000);
  await world.sql.query(
    `INSERT INTO joint_meeting (id, state, entered_at, created_at, alliance_id, convener_code, district_code, street_code, kind, year, ordinal, title, place,
       starts_at, ends_at, quorum_percent, planner_id, recorder_id, chair_id, topics_until, notice_by, reply_by, locked_at, opened_at, adjourned_at,
       quorum_reached, entitled_unit_ids, head_n)
     SELECT $1, 'MINUTES_DRAFT', $2, $2, id, $3, $4, $3, 'REGULAR', 2026, $5, '第四季度例会', '红色驿站', $2::timestamptz - interval '2 hours', $2, 50, $6, $7, $6,
       $2, $2, $2, $2, $2::timestamptz - interval '2 hours', $2, true, $8::uuid[], 1
     FROM alliance WHERE division_code = $3`,
    [id, at, STREET, DISTRICT, (ordinal += 1), convener.who.id, recorder.who.id, units],
  );
  await world.sql.query(
    `INSERT INTO meeting_attendee (meeting_id, unit_id, entitled, checked_in_at, present_name)
     SELECT $1, unit_id, true, $3, '示例甲' FROM unnest($2::uuid[]) AS u (unit_id)`,
    [id, units, at],
  );
  const sections = SECTIONS.map((key) => ({
    key,
    heading: key === 'lamp' ? '路灯维修' : null,
    text: `${key}的初稿。`,
  }));
  await world.sql.query(
    `INSERT INTO minutes_version (meeting_id, n, branch, sections, at) VALUES ($1, 1, false, $2, $3)`,
    [id, JSON.stringify(sections), at],
  );
  return id;
}

/** What the meeting resolved, as it was recorded. Gives its id. */
export async function resolved(
  { world, units, recorder }: MinutesWorld,
  meetingId: string,
  more: { lead?: string | null; dueOn?: string | null; deliverable?: string | null } = {},
): Promise<string> {
  const [id, topic] = [v7(), v7()];
  const { lead = units[0], dueOn = '2026-12-05', deliverable = '路灯全亮' } = more;
  const now = world.now();
  await world.sql.query(
    `INSERT INTO meeting_topic (id, meeting_id, position, title, about, minutes, source, created_at, outcome, outcome_text, recorded_at, recorded_by)
     VALUES ($1, $2, 1, '路灯维修', '三号门的路灯不亮', 20, 'PROPOSED', $3, 'RESOLVE', '同意维修', $3, $4)`,
    [topic, meetingId, now, recorder.who.id],
  );
  await world.sql.query(
    `INSERT INTO resolution (id, state, entered_at, created_at, meeting_id, topic_id, alliance_id, district_code, street_code, recorder_id, ordinal, text,
       deliverable, lead_unit_id, due_on)
     SELECT $1, 'RECORDED', $3, $3, id, $2, alliance_id, district_code, street_code, $4,
       1 + (SELECT count(*) FROM resolution WHERE meeting_id = m.id), '修好三号门的路灯', $6, $7, $8
     FROM joint_meeting m WHERE id = $5`,
    [id, topic, now, recorder.who.id, meetingId, deliverable, lead, dueOn],
  );
  return id;
}

const MEETING = 'id state version minutesNumber';

/** Acts on a meeting: what the payload shows of it, and the refusal. */
export async function acts(
  by: Somebody,
  action: string,
  meetingId: string,
  input: object = {},
  shown = '',
): Promise<{ meeting: Shown | null; payload: Shown | null; error: UserError | null }> {
  const name = `jointMeeting${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  const { payload, error, answer } = await by.calls(
    name,
    { jointMeetingId: meetingId, ...input },
    `jointMeeting { ${MEETING} } ${shown}`,
  );
  if (!payload) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  return { meeting: (payload['jointMeeting'] as Shown | null) ?? null, payload, error };
}

/** Acts and expects that it is done. */
export async function does(by: Somebody, action: string, meetingId: string, input: object = {}): Promise<Shown> {
  const { meeting, error } = await acts(by, action, meetingId, input);
  if (error || !meeting) throw new Error(`${action}: ${error?.code ?? ''} ${error?.message ?? ''}`);
  return meeting;
}

const CONFLICT = 'conflict { n head by at sections { key before theirs mine torn } proposal { key heading text } }';

/** Saves texts by their parts; gives the conflict, if there is one. */
export async function saves(
  by: Somebody,
  meetingId: string,
  basedOn: number,
  texts: Record<string, string>,
  merges: number | null = null,
): Promise<Shown | null> {
  const input = { basedOn, merges, sections: Object.keys(texts), texts: Object.values(texts) };
  const { payload, error } = await acts(by, 'saveMinutes', meetingId, input, CONFLICT);
  if (error) throw new Error(`saveMinutes: ${error.code} ${error.message}`);
  return payload!['conflict'] as Shown | null;
}

export const MINUTES = `head objectionsOpen wordUrl sections { key heading text } versions { n basedOn merges branch by changes { key before after } sections { key text } }
  branches { n by } signatures { n kind label wording settledHow by unit { id } } issued { number year seq n digest } published { key text public } errata { k text }`;

export async function minutesOf(by: Somebody, meetingId: string, shown = MINUTES): Promise<Shown | null> {
  const data = await by.reads(`query ($id: ID!) { jointMeeting(id: $id) { minutes { ${shown} } } }`, { id: meetingId });
  return ((data['jointMeeting'] as Shown | null)?.['minutes'] as Shown | undefined) ?? null;
}

/** Minutes sent for countersigning. */
export async function sent(people: MinutesWorld, more: object = {}): Promise<string> {
  const id = await meetingOver(people);
  await does(people.recorder, 'sendForCountersign', id, { publicSections: ['lamp'], ...more });
  return id;
}

/** Everything that the database keeps of a meeting's minutes: to see that nothing has changed. */
export async function keptOf({ world }: MinutesWorld, meetingId: string): Promise<unknown> {
  const tables = ['minutes_version', 'minutes_sending', 'minutes_signature', 'minutes_settlement', 'issued_minutes', 'minutes_erratum']; // prettier-ignore
  const found = await Promise.all(
    tables.map((table) =>
      world.sql.query(`SELECT * FROM ${table} WHERE meeting_id = $1 ORDER BY 1, 2, 3`, [meetingId]),
    ),
  );
  const meeting = await world.sql.query('SELECT * FROM joint_meeting WHERE id = $1', [meetingId]);
  const events = await world.sql.query('SELECT id FROM event WHERE subject_id = $1 ORDER BY id', [meetingId]);
  return [...found, meeting, events].map(({ rows }) => rows as unknown[]);
}

export const key = (): string => randomUUID();
