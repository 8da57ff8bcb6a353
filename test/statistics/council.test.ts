import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { v7 } from 'uuid';
import { openMeetingWorld, type MeetingWorld } from '../support/meeting-world.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

/** What was resolved: state, when it went out, its last day, when the work was reported done, whether it was found overdue, who leads. */
const RESOLVED = [
  ['RECORDED', null, '2026-08-31', null, false, 0],
  ['ACCEPTED', '2026-07-06T02:00:00Z', '2026-12-31', null, false, 0],
  ['IN_PROGRESS', '2026-07-06T02:00:00Z', '2026-10-01', null, true, 0],
  ['TO_CHECK', '2026-07-06T02:00:00Z', '2026-10-01', '2026-10-02T02:00:00Z', true, 1],
  // 15:30 UTC is still the same day in Shanghai, 16:30 the next.
  ['CLEARED', '2026-07-06T02:00:00Z', '2026-08-31', '2026-08-31T15:30:00Z', false, 1],
  ['CLEARED', '2026-07-31T16:30:00Z', '2026-08-31', '2026-08-31T16:30:00Z', true, 1],
  ['CLEARED', '2026-10-08T02:00:00Z', '2026-10-20', '2026-10-15T02:00:00Z', false, 0],
  ['CANCELLED', '2026-10-08T02:00:00Z', '2026-10-20', null, false, 0],
] as const;

let people: MeetingWorld;
beforeAll(async () => {
  people = await openMeetingWorld({ units: 2 });
  const { world } = people;
  await world.sql.query(`UPDATE alliance_member SET term = tstzrange('2026-02-10', NULL)`);
  const [first] = [await held('2026-05-08T02:00:00Z'), await held('2026-07-01T02:00:00Z'), await held('2026-07-20T02:00:00Z', 'SPECIAL')]; // prettier-ignore
  await resolve(first);
});
afterAll(() => people.world.close());

async function held(at: string, kind = 'REGULAR'): Promise<string> {
  const { world, allianceId, secretary } = people;
  const id = v7();
  await world.sql.query(
    `INSERT INTO joint_meeting (id, state, entered_at, created_at, alliance_id, convener_code, district_code, street_code, community_code, kind, year, ordinal, title,
       place, starts_at, ends_at, quorum_percent, planner_id, topics_until, notice_by, reply_by, locked_at, opened_at, adjourned_at, quorum_reached)
     SELECT $5, 'MINUTES_DRAFT', $2, $2, id, division_code, '610303000000', '610303001000', division_code, $3, 2026, (SELECT count(*) + 1 FROM joint_meeting),
       '演示会议', '会议室', $2, $2::timestamptz + interval '1 hour', 50, $4, $2, $2, $2, $2, $2, $2, true FROM alliance WHERE id = $1`,
    [allianceId, at, kind, secretary.who.id, id],
  );
  return id;
}

async function resolve(meetingId: string): Promise<void> {
  const { world, units, secretary } = people;
  const topic = v7();
  await world.sql.query(
    `INSERT INTO meeting_topic (id, meeting_id, position, title, about, minutes, source, created_at) VALUES ($1, $2, 1, '停车', '停车难', 10, 'PROPOSED', now())`,
    [topic, meetingId],
  );
  const other = await held('2026-09-01T02:00:00Z', 'SPECIAL');
  const rows = RESOLVED.map(([state, dispatched, dueOn, finished, overdue, unit], n) => ({
    ...{ id: v7(), state, dispatched_at: dispatched, due_on: dueOn, finished_at: finished, ordinal: n + 1 },
    ...{ overdue_at: overdue ? dueOn : null, lead_unit_id: units[unit]!.id, co_unit_ids: n === 1 ? [units[1]!.id] : [] },
    ...(state === 'CLEARED' ? { serial: `销-${String(n)}`, cleared_at: finished, cleared_meeting_id: other } : {}),
  })); // prettier-ignore
  await world.sql.query(
    `INSERT INTO resolution SELECT (jsonb_populate_record(NULL::resolution, change || jsonb_build_object('version', 1, 'entered_at', now(), 'created_at', now(),
       'meeting_id', m.id, 'topic_id', $2::uuid, 'alliance_id', m.alliance_id, 'district_code', m.district_code, 'street_code', m.street_code,
       'community_code', m.community_code, 'recorder_id', $4::uuid, 'text', '划线', 'deliverable', '划好', 'percent', 0, 'extend_count', 0, 'rework_count', 0,
       'checker_unit_ids', '{}'::uuid[], 'round', 1))).* FROM joint_meeting m, jsonb_array_elements($3::jsonb) change WHERE m.id = $1`,
    [meetingId, topic, JSON.stringify(rows), secretary.who.id],
  );
}

const resolved = async (who: Somebody, filter: object = {}): Promise<Shown[]> =>
  (await who.reads(
    'query ($filter: ResolutionFigureFilter) { resolutionFigures(filter: $filter) { key resolutions open overdue cleared inTime inTimePercent } }',
    { filter },
  ))['resolutionFigures'] as Shown[]; // prettier-ignore

it('counts resolutions that went out, and those done by their day', async () => {
  const all = { resolutions: 7, open: 3, overdue: 1, cleared: 3, inTime: 2, inTimePercent: 66.7 };
  expect(await resolved(people.supervisor)).toEqual([{ key: 'ALL', ...all }]);
  const months = await resolved(people.committee, { by: 'MONTH' });
  expect(months.map(({ key, resolutions }) => [key, resolutions])).toEqual([['2026-07', 4], ['2026-08', 1], ['2026-10', 2]]); // prettier-ignore
  const states = await resolved(people.committee, { by: 'STATE', division: COMMUNITY });
  expect(states.map(({ key, resolutions }) => [key, resolutions])).toEqual([
    ['ACCEPTED', 1],
    ['IN_PROGRESS', 1],
    ['TO_CHECK', 1],
    ['CLEARED', 3],
    ['CANCELLED', 1],
  ]);
});

it('counts of a unit what it leads and takes part in', async () => {
  const [first, second] = people.units;
  const units = await resolved(people.supervisor, { by: 'UNIT' });
  expect(units).toEqual([
    { key: first!.id, resolutions: 4, open: 2, overdue: 1, cleared: 1, inTime: 1, inTimePercent: 100 },
    { key: second!.id, resolutions: 3, open: 1, overdue: 0, cleared: 2, inTime: 1, inTimePercent: 50 },
  ]);
  expect(await resolved(people.supervisor, { unit: second!.id })).toMatchObject([{ resolutions: 4, open: 2 }]);
});

const met = async (who: Somebody, filter: object = {}): Promise<Shown[]> =>
  (await who.reads(
    'query ($filter: MeetingFigureFilter) { meetingFigures(filter: $filter) { alliance streetCode perYear held expected lastHeldOn due behind } }',
    { filter },
  ))['meetingFigures'] as Shown[]; // prettier-ignore

it('holds regular meetings against the cadence', async () => {
  // The first member joined in the first quarter, which asks for nothing; two quarters have ended since.
  const year = { streetCode: STREET, perYear: 4, held: 2, expected: 2, lastHeldOn: '2026-07-01', due: '2026-12-31', behind: false }; // prettier-ignore
  expect(await met(people.supervisor)).toMatchObject([year]);
  const first = { from: '2025-12-31T16:00:00Z', before: '2026-06-30T16:00:00Z' };
  expect(await met(people.committee, first)).toMatchObject([{ held: 1, expected: 1 }]);
  // What has not ended yet is not asked for.
  expect(await met(people.committee, { ...first, before: '2027-12-31T16:00:00Z' })).toMatchObject([{ held: 2, expected: 2 }]); // prettier-ignore
  await people.committee.calls('meetingCadenceSet', { allianceId: people.allianceId, perYear: 12 });
  expect(await met(people.supervisor, { division: COMMUNITY })).toMatchObject([{ held: 2, expected: 8, behind: true }]);
});

it('opens as many as the figures say', async () => {
  const [from, before] = ['2026-07-10T00:00:00Z', '2026-10-31T00:00:00Z'];
  const [figures] = await resolved(people.supervisor, { from, before });
  const lists = { resolutions: {}, open: { open: true }, overdue: { overdue: true }, cleared: { states: ['CLEARED'] }, inTime: { states: ['CLEARED'], inTime: true } }; // prettier-ignore
  for (const [name, filter] of Object.entries(lists)) {
    const given = { ...filter, dispatchedFrom: from, dispatchedBefore: before };
    const { resolutions } = await people.supervisor.reads('query ($filter: ResolutionFilter) { resolutions(filter: $filter) { totalCount } }', { filter: given }); // prettier-ignore
    expect([name, resolutions.totalCount]).toEqual([name, figures![name]]);
  }
  const [alliance] = await met(people.supervisor, { from: '2026-06-30T16:00:00Z', before });
  const list = 'query ($from: DateTimeISO, $before: DateTimeISO) { jointMeetings(kind: REGULAR, held: true, openedFrom: $from, openedBefore: $before) { totalCount } }'; // prettier-ignore
  expect((await people.supervisor.reads(list, { from: '2026-06-30T16:00:00Z', before }))['jointMeetings'].totalCount).toBe(alliance!['held']); // prettier-ignore
});

it('shows another street nothing of it', async () => {
  const other = await people.world.somebody('STREET_COMMITTEE', OTHER_STREET);
  expect(await met(other)).toEqual([]);
  expect(await resolved(other)).toEqual([]);
});

it('takes one statement each beside the look for the session', async () => {
  for (const ask of [met, resolved]) {
    await ask(people.supervisor);
    const seen = await people.world.statements(() => ask(people.supervisor));
    expect(seen.filter((text) => !/FROM session/.test(text))).toHaveLength(1);
  }
});
