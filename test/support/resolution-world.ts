import { randomUUID } from 'node:crypto';
import type { Shown, Somebody, UserError } from './somebody.ts';
import { does as doesMeeting, inSession, type MeetingWorld, type Sitting } from './meeting-world.ts';
import { REASON } from './order-world.ts';

const RESOLUTION = 'id state version round serial progress dueOn overdueAt';

/** What is written down of a resolution in the ordinary course. */
export const RECORD = { text: '划定停车位二十个', deliverable: '停车位划线完成并公示', dueOn: '2026-12-18' };

export async function calls(by: Somebody, action: string, input: object, shown = RESOLUTION) {
  const name = `resolution${action.charAt(0).toUpperCase()}${action.slice(1)}`;
  const { payload, error, answer } = await by.calls(name, input, `resolution { ${shown} }`);
  if (!payload) throw new Error(`${name}: ${JSON.stringify(answer.errors)}`);
  return { resolution: (payload['resolution'] as Shown | null) ?? null, error };
}

/** Acts on a resolution and expects that it is done. Gives it as it stands then. */
export async function does(
  by: Somebody,
  action: string,
  id: string,
  input: object = {},
  shown = RESOLUTION,
): Promise<Shown> {
  const { resolution, error } = await calls(by, action, { resolutionId: id, ...input }, shown);
  if (error || !resolution) throw new Error(`${action}: ${error?.code ?? ''} ${error?.message ?? ''}`);
  return resolution;
}

/** Everything that is kept of a resolution. */
export async function keptOf({ world }: MeetingWorld, id: string): Promise<unknown> {
  const { rows } = await world.sql.query(
    `SELECT to_jsonb(r) AS row, (SELECT jsonb_agg(e.id ORDER BY e.id) FROM event e WHERE e.subject_id = r.id) AS events,
       (SELECT jsonb_agg(to_jsonb(c) ORDER BY c.action) FROM process_clock c WHERE c.subject_id = r.id) AS clocks,
       (SELECT jsonb_agg(to_jsonb(c)) FROM closing c WHERE c.subject_id = r.id) AS closings,
       (SELECT count(*) FROM orders) AS orders, (SELECT count(*) FROM project) AS projects
     FROM resolution r WHERE id = $1`,
    [id],
  );
  return rows[0];
}

/** Acts and expects that it is refused and nothing has changed. */
export async function isRefused(
  people: MeetingWorld,
  by: Somebody,
  [action, id, input = {}]: readonly [string, string, object?],
): Promise<UserError> {
  const before = await keptOf(people, id);
  const { error } = await calls(by, action, { resolutionId: id, ...input });
  if (!error) throw new Error(`${action} was not refused`);
  const after = await keptOf(people, id);
  if (JSON.stringify(after) !== JSON.stringify(before)) throw new Error(`${action} was refused and changed something`);
  return error;
}

export const resolution = async (who: Somebody, id: string, shown = RESOLUTION): Promise<Shown | null> =>
  (await who.reads(`query ($id: ID!) { resolution(id: $id) { ${shown} } }`, { id }))['resolution'] as Shown | null;

/** A meeting that sits and has resolved its first item. */
export async function resolving(people: MeetingWorld): Promise<Sitting> {
  const sitting = await inSession(people);
  const [first, second] = sitting.topicIds;
  const record = (topicId: string | undefined, outcome: string) =>
    doesMeeting(people.worker, 'recordOutcome', sitting.id, { topicId, outcome, text: '会议研究意见' });
  await record(first, 'RESOLVE');
  await record(second, 'INFORM');
  return sitting;
}

/** What the recorder writes down: led by the first unit, the second takes part. */
export const recordOf = (people: MeetingWorld, { id, topicIds }: Sitting, more: object = {}) => ({
  ...{ meetingId: id, topicId: topicIds[0], ...RECORD, idempotencyKey: randomUUID() },
  ...{ leadUnitId: people.units[0]!.id, coUnitIds: [people.units[1]!.id], ...more },
});

export async function recorded(people: MeetingWorld, sitting: Sitting, more: object = {}): Promise<string> {
  const { resolution: made, error } = await calls(people.worker, 'create', recordOf(people, sitting, more));
  if (error || !made) throw new Error(`create: ${error?.code ?? ''} ${error?.message ?? ''}`);
  return made['id'] as string;
}

/** The minutes go out, signed by every unit; what was recorded is dispatched with them. */
export async function issue(people: MeetingWorld, sitting: Sitting): Promise<void> {
  await sendMinutes(people, sitting);
  for (const { lead } of people.units) await doesMeeting(lead, 'countersign', sitting.id, {});
}

/** The meeting is over and its minutes wait for the signatures; what was carried over is taken note of. */
export async function sendMinutes(people: MeetingWorld, { id }: Sitting): Promise<void> {
  const { rows } = await people.world.sql.query<{ id: string }>(
    `SELECT id FROM meeting_topic WHERE meeting_id = $1 AND on_agenda AND outcome IS NULL`,
    [id],
  );
  for (const { id: topicId } of rows)
    await doesMeeting(people.worker, 'recordOutcome', id, { topicId, outcome: 'INFORM', text: '听取情况' });
  await doesMeeting(people.secretary, 'adjourn', id, { observers: null });
  await doesMeeting(people.worker, 'sendForCountersign', id, { publicSections: [] });
}

/** A resolution that was given to its unit. */
export async function dispatched(people: MeetingWorld, more: object = {}): Promise<string> {
  const sitting = await resolving(people);
  const id = await recorded(people, sitting, more);
  await issue(people, sitting);
  return id;
}

/** A copy that stands exactly where the first one does, with a number of its own; `change` is for its columns. */
export async function copyOf({ world }: MeetingWorld, id: string, change: object = {}): Promise<string> {
  const copy = randomUUID();
  const { rows } = await world.sql.query<{ ordinal: number }>(
    `SELECT 1 + max(ordinal) AS ordinal FROM resolution WHERE meeting_id = (SELECT meeting_id FROM resolution WHERE id = $1)`,
    [id],
  );
  await world.sql.query(
    `INSERT INTO resolution SELECT (jsonb_populate_record(r, $2::jsonb)).* FROM resolution r WHERE r.id = $1`,
    [id, JSON.stringify({ ...change, id: copy, ordinal: rows[0]!.ordinal })],
  );
  await world.sql.query(
    `INSERT INTO process_clock SELECT (jsonb_populate_record(c, jsonb_build_object('subject_id', $2::text))).* FROM process_clock c WHERE c.subject_id = $1`,
    [id, copy],
  );
  return copy;
}

export const FINISHED = {
  result: '停车位二十个已划线并投入使用',
  evidenceText: '竣工验收单编号演示第三号，附现场清单',
  photos: [],
};
export const PASSED = { onSite: true, finding: '现场查看，划线完成', photos: [] };
export const CIRCULAR = { circular: '已于会后书面通报各成员单位，无异议', publicNotice: true };

/** From the dispatch to a state, by those whose steps they are. */
const WAY: readonly (readonly [state: string, who: (people: MeetingWorld) => Somebody, action: string, input: object])[] = [
  ['ACCEPTED', ({ units }) => units[0]!.lead, 'accept', {}],
  ['IN_PROGRESS', ({ units }) => units[0]!.liaison, 'start', {}],
  ['TO_CHECK', ({ units }) => units[0]!.liaison, 'finish', FINISHED],
  ['TO_CLEAR', ({ worker }) => worker, 'pass', PASSED],
  ['CLEARED', ({ secretary }) => secretary, 'clear', CIRCULAR],
]; // prettier-ignore

/** Takes a dispatched resolution on to a state. */
export async function bring(people: MeetingWorld, id: string, to: string): Promise<string> {
  for (const [state, who, action, input] of WAY) {
    await does(who(people), action, id, input);
    if (state === to) break;
  }
  return id;
}

export { REASON };
