import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { inSession, meeting, openMeetingWorld, planned, type MeetingWorld } from '../support/meeting-world.ts';
import { delivered, inboxOf } from '../support/inbox-world.ts';
import { eventsOf, pass, passTo, settle } from '../support/rules.ts';
import { bring, CIRCULAR, copyOf, dispatched, does, FINISHED, isRefused, REASON, RECORD, resolution } from '../support/resolution-world.ts'; // prettier-ignore
import { COMMUNITY, DISTRICT } from '../support/world.ts';

let people: MeetingWorld;
/** Given to the first unit. Tests act on copies. */
let given: string;

beforeAll(async () => {
  people = await openMeetingWorld();
  given = await dispatched(people);
});
afterAll(() => people.world.close());

const inState = async (state: string) => bring(people, await copyOf(people, given), state);
const liaison = () => people.units[0]!.liaison;
const SERIAL = /^销610303001-2026-\d{5}$/;

it('is read out at a later meeting, closed off under a number, and keeps it when it comes back', async () => {
  const { secretary, committee, worker, world } = people;
  const id = await inState('TO_CLEAR');
  const [{ meeting_id: resolvedAt }] = (await world.sql.query('SELECT meeting_id FROM resolution WHERE id = $1', [id])).rows as [{ meeting_id: string }];
  const neither = { publicNotice: true };
  expect(await isRefused(people, secretary, ['clear', id, neither])).toMatchObject({ code: 'RESOLUTION_HOW_CLEARED' });
  expect(await isRefused(people, secretary, ['clear', id, { ...neither, readOutAtId: resolvedAt }])).toMatchObject({ code: 'RESOLUTION_READ_OUT_EARLIER' });
  const ahead = await planned(people);
  expect(await isRefused(people, secretary, ['clear', id, { ...neither, readOutAtId: ahead }])).toMatchObject({ code: 'RESOLUTION_READ_OUT_EARLIER' });
  const { id: readOutAtId } = await inSession(people);
  expect(await isRefused(people, secretary, ['clear', id, { readOutAtId, publicNotice: false }])).toMatchObject({ code: 'CLOSING_NO_NOTICE' });
  expect(await isRefused(people, worker, ['clear', id, { readOutAtId, publicNotice: true }])).toMatchObject({ code: 'NOT_ALLOWED' });

  const shown = 'state serial round clearedMeeting { id } closings { round serial evidence noticeGiven }';
  const cleared = await does(secretary, 'clear', id, { readOutAtId, publicNotice: true }, shown);
  expect(cleared).toMatchObject({ state: 'CLEARED', clearedMeeting: { id: readOutAtId } });
  const serial = cleared['serial'] as string;
  expect(serial).toMatch(SERIAL);
  expect(cleared['closings']).toEqual([{ round: 1, serial, evidence: [expect.stringMatching(/^[0-9a-f]{64}$/)], noticeGiven: true }]);

  const again = { dueOn: '2027-03-01', reason: REASON };
  expect(await does(committee, 'reopen', id, again)).toMatchObject({ state: 'IN_PROGRESS', round: 2, serial, progress: 0 });
  await does(liaison(), 'finish', id, FINISHED);
  await does(worker, 'pass', id, { onSite: true, finding: '已恢复', photos: [] });
  expect(await does(secretary, 'clear', id, CIRCULAR)).toMatchObject({ state: 'CLEARED', serial, round: 2 });
  await world.sql.query(`UPDATE resolution SET cleared_at = cleared_at - interval '181 days' WHERE id = $1`, [id]);
  expect(await isRefused(people, committee, ['reopen', id, again])).toMatchObject({ code: 'CLOSING_RELAPSE_LATE' });
}); // prettier-ignore

it('goes back to the unit when the members object', async () => {
  const id = await inState('TO_CLEAR');
  expect(await does(people.secretary, 'sendBack', id, { reason: REASON })).toMatchObject({ state: 'IN_PROGRESS' });
});

it('gives way to a later one of the same alliance, and to no other', async () => {
  const id = await inState('ACCEPTED');
  const { secretary, world } = people;
  expect(await isRefused(people, secretary, ['supersede', id, { byId: id, reason: REASON }])).toMatchObject({ code: 'RESOLUTION_SUPERSEDED_BY' });
  const later = await copyOf(people, given, { created_at: new Date(world.now().getTime() + 1000).toISOString() });
  expect(await isRefused(people, secretary, ['supersede', later, { byId: id, reason: REASON }])).toMatchObject({ code: 'RESOLUTION_SUPERSEDED_BY' });
  expect(await does(secretary, 'supersede', id, { byId: later, reason: REASON }, 'state supersededBy { id }')).toEqual({ state: 'SUPERSEDED', supersededBy: { id: later } });
}); // prettier-ignore

it('becomes an order, waits for it, and is as far as the order is', async () => {
  const id = await inState('ACCEPTED');
  const { worker, world } = people;
  const order = { category: 'PUBLIC_FACILITY', title: '划停车位', place: COMMUNITY, publishConsent: true };
  const shown = 'state progress order { id state channel resolution { id } }';
  const spawned = await does(worker, 'spawnOrder', id, order, shown);
  expect(spawned).toMatchObject({ state: 'IN_PROGRESS', progress: 0, order: { state: 'SUBMITTED', channel: 'MEETING', resolution: { id } } });
  expect(await isRefused(people, worker, ['spawnOrder', id, order])).toMatchObject({ code: 'RESOLUTION_WORK_THERE' });
  expect(await isRefused(people, liaison(), ['finish', id, FINISHED])).toMatchObject({ code: 'RESOLUTION_WORK_OPEN' });
  await world.sql.query(`UPDATE orders SET state = 'CLEARED', serial = 'X', closing = 'RATED' WHERE id = $1`, [spawned['order'].id]);
  expect(await resolution(liaison(), id)).toMatchObject({ progress: 100 });
  await does(liaison(), 'finish', id, FINISHED);
}); // prettier-ignore

it('becomes a project of the alliance', async () => {
  const id = await inState('IN_PROGRESS');
  const input = { title: '停车位改造', measures: '划线、编号、公示', beneficiaries: 300 };
  const shown = 'project { id state goal resolution { id } }';
  const spawned = await does(people.units[0]!.lead, 'spawnProject', id, input, shown);
  expect(spawned).toMatchObject({ project: { state: 'PROPOSED', goal: RECORD.deliverable, resolution: { id } } });
  expect(await isRefused(people, people.secretary, ['spawnProject', id, input])).toMatchObject({ code: 'RESOLUTION_WORK_THERE' }); // prettier-ignore
});

it('asks for more time; the street decides', async () => {
  const id = await inState('IN_PROGRESS');
  const ask = (until: string) => ['requestExtend', id, { until, reason: REASON }] as const;
  expect(await isRefused(people, people.committee, ['grantExtend', id])).toMatchObject({
    code: 'RESOLUTION_NO_EXTENSION',
  });
  expect(await isRefused(people, liaison(), ask(RECORD.dueOn))).toMatchObject({
    code: 'RESOLUTION_EXTEND_NOT_LATER',
  });
  await does(liaison(), 'requestExtend', id, { until: '2026-12-31', reason: REASON });
  expect(await isRefused(people, liaison(), ask('2027-01-05'))).toMatchObject({ code: 'RESOLUTION_EXTEND_PENDING' });
  expect(await isRefused(people, people.secretary, ['grantExtend', id])).toMatchObject({ code: 'NOT_ALLOWED' });
  await does(people.committee, 'refuseExtend', id, { reason: REASON });
  await does(liaison(), 'requestExtend', id, { until: '2026-12-31', reason: REASON });
  expect(await does(people.committee, 'grantExtend', id, {})).toMatchObject({ dueOn: '2026-12-31' });
  const { rows } = await people.world.sql.query(
    `SELECT due_at AS due FROM process_clock WHERE subject_id = $1 AND action IN ('finish', 'markOverdue')`,
    [id],
  );
  expect(rows).toEqual([{ due: new Date('2026-12-31T16:00:00Z') }, { due: new Date('2026-12-31T16:00:00Z') }]);
});

it('is told overdue once, to the unit, the conveners and the supervision, and leads the next agenda', async () => {
  const { world, units, secretary, committee, supervisor } = people;
  const id = await inState('IN_PROGRESS');
  await passTo(world, new Date('2026-12-18T16:00:00Z'), 1);
  await Promise.all([settle(world), settle(world)]);
  await settle(world);
  expect(await eventsOf(world, id, 'markOverdue')).toHaveLength(1);
  expect(await resolution(secretary, id)).toMatchObject({ state: 'IN_PROGRESS', overdueAt: expect.any(String) });
  const overdue = await supervisor.reads(`{ resolutions(first: 50, filter: { overdue: true, division: "${DISTRICT}" }) { nodes { id } } }`);
  expect(overdue['resolutions'].nodes).toContainEqual({ id });
  await delivered(world);
  for (const who of [units[0]!.lead, units[1]!.liaison, secretary, committee, supervisor])
    expect((await inboxOf(who)).filter(({ action, kind, subjectId }) => action === 'markOverdue' && kind === 'OVERDUE' && subjectId === id)).toHaveLength(1);
  const next = await planned(people);
  const { topics } = (await meeting(secretary, next, 'topics { source title about }'))!;
  const carried = (topics as { source: string; about: string }[]).filter(({ source }) => source === 'CARRIED_RESOLUTION');
  expect(carried[0]!.about).toContain('已逾期');
  await does(liaison(), 'requestExtend', id, { until: '2027-02-26', reason: REASON });
  expect(await does(committee, 'grantExtend', id, {})).toMatchObject({ overdueAt: null });
  await pass(world, { days: 1 });
  await settle(world);
  expect(await eventsOf(world, id, 'markOverdue')).toHaveLength(1);
}); // prettier-ignore
