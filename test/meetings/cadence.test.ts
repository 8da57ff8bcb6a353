import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { STREET, OTHER_STREET } from '../support/world.ts';
import { openMeetingWorld, type MeetingWorld } from '../support/meeting-world.ts';

let people: MeetingWorld;
beforeAll(async () => void (people = await openMeetingWorld({ units: 1 })));
afterAll(() => people.world.close());

async function standsAt(now: string) {
  const { world, secretary, allianceId } = people;
  world.later({ minutes: (new Date(now).getTime() - world.now().getTime()) / 60_000 });
  await world.sql.query('UPDATE session SET last_seen_at = $1, expires_at = $2', [world.now(), '2029-01-01']);
  const query = 'query ($id: ID!) { alliance(id: $id) { cadence { perYear lastHeldOn due behind thisQuarter } } }';
  return (await secretary.reads(query, { id: allianceId }))['alliance'].cadence as unknown;
}

/** A regular meeting was held at that time. */
async function held(at: string, kind = 'REGULAR') {
  const { world, allianceId, secretary } = people;
  await world.sql.query(
    `INSERT INTO joint_meeting (id, state, entered_at, created_at, alliance_id, convener_code, district_code, street_code, community_code, kind, year, ordinal, title,
       place, starts_at, ends_at, quorum_percent, planner_id, topics_until, notice_by, reply_by, locked_at, opened_at, adjourned_at, quorum_reached)
     SELECT gen_random_uuid(), 'MINUTES_DRAFT', $2, $2, id, division_code, '610303000000', '610303001000', division_code, $3, 2026,
       (SELECT count(*) + 1 FROM joint_meeting), '演示会议', '会议室', $2, $2::timestamptz + interval '1 hour', 50, $4, $2, $2, $2, $2, $2, $2, true
     FROM alliance WHERE id = $1`,
    [allianceId, at, kind, secretary.who.id],
  );
}

it('is one a quarter unless the street says otherwise, and turns with the quarter in Shanghai', async () => {
  await people.world.sql.query('DELETE FROM alliance_member');
  expect(await standsAt('2026-11-02T02:00:00Z')).toEqual({ perYear: 4, lastHeldOn: null, due: null, behind: false, thisQuarter: false });
  // 16:30 UTC on the last day of September is the first of October in Shanghai.
  await held('2026-09-30T15:30:00Z');
  const third = { perYear: 4, lastHeldOn: '2026-09-30', due: '2026-12-31' };
  expect(await standsAt('2026-11-02T03:00:00Z')).toEqual({ ...third, behind: false, thisQuarter: false });
  await held('2026-11-03T02:00:00Z', 'SPECIAL');
  expect(await standsAt('2026-12-31T15:59:00Z')).toEqual({ ...third, behind: false, thisQuarter: false });
  expect(await standsAt('2026-12-31T16:00:00Z')).toEqual({ ...third, behind: true, thisQuarter: false });
  await held('2026-12-31T16:30:00Z');
  expect(await standsAt('2026-12-31T17:00:00Z')).toEqual({ perYear: 4, lastHeldOn: '2027-01-01', due: '2027-06-30', behind: false, thisQuarter: true });
}); // prettier-ignore

it('is set by the street, in whole months', async () => {
  const { committee, secretary, allianceId } = people;
  const set = (perYear: number, by = committee) => by.calls('meetingCadenceSet', { allianceId, perYear }, 'alliance { cadence { due } }');
  expect((await set(5)).error?.code).toBe('CADENCE_UNEVEN');
  expect((await set(12, secretary)).answer.errors[0]?.extensions.code).toBe('NOT_ALLOWED');
  expect((await set(12, await people.world.somebody('STREET_COMMITTEE', OTHER_STREET))).error?.code).toBe('CADENCE_NOT_YOURS');
  expect((await set(12)).payload).toMatchObject({ alliance: { cadence: { due: '2027-02-28' } } });
}); // prettier-ignore

it('names those who are behind', async () => {
  const { committee, supervisor, allianceId } = people;
  await standsAt('2027-03-01T02:00:00Z');
  const behind = async (street: string) =>
    (await supervisor.reads('query ($street: ID) { alliancesBehind(street: $street) { nodes { due alliance { id } } } }', { street }))['alliancesBehind'].nodes as unknown;
  expect(await behind(STREET)).toEqual([{ due: '2027-02-28', alliance: { id: allianceId } }]);
  expect(await behind(OTHER_STREET)).toEqual([]);
  const asked = await people.units[0]!.lead.ask('{ alliancesBehind { nodes { due } } }');
  expect(asked.errors).toHaveLength(1);
  expect((await committee.reads('{ alliancesBehind { totalCount } }'))['alliancesBehind'].totalCount).toBe(1);
}); // prettier-ignore
