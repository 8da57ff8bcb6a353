import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { does as doesMeeting, openMeetingWorld, type MeetingWorld, type Sitting } from '../support/meeting-world.ts';
import { eventsOf, runOut } from '../support/rules.ts';
import { bring, calls, copyOf, dispatched, does, FINISHED, isRefused, keptOf, PASSED, REASON, RECORD, recorded, recordOf, resolution, resolving, sendMinutes } from '../support/resolution-world.ts'; // prettier-ignore
import { COMMUNITY, OTHER_COMMUNITY, OTHER_STREET, STREET } from '../support/world.ts';

let people: MeetingWorld;
/** Given to the first unit, who has said nothing yet. Tests act on copies. */
let given: string;
/** Sits and has resolved its first item. */
let sits: Sitting;

beforeAll(async () => {
  people = await openMeetingWorld();
  given = await dispatched(people);
  sits = await resolving(people);
});
afterAll(() => people.world.close());

const lead = () => people.units[0]!.lead;
const liaison = () => people.units[0]!.liaison;
const copy = (change: object = {}) => copyOf(people, given, change);
const inState = async (state: string) => bring(people, await copy(), state);

describe('What a meeting resolved', () => {
  it('is written down by whoever keeps the record, put right, and goes out with the minutes', async () => {
    const sitting = await resolving(people);
    const bare = { leadUnitId: null, coUnitIds: [], deliverable: null, dueOn: null };
    const id = await recorded(people, sitting, bare);
    const second = await recorded(people, sitting, { text: '另一事项' });
    expect(await resolution(people.worker, id, 'state ordinal leadUnit { id }')).toEqual({
      state: 'RECORDED',
      ordinal: 1,
      leadUnit: null,
    });
    await does(people.secretary, 'drop', second, { reason: REASON });
    expect(await resolution(lead(), second)).toBeNull();
    // Nobody can give out what nobody answers for.
    await expect(
      people.world.sql.query(`UPDATE resolution SET state = 'DISPATCHED' WHERE id = $1`, [id]),
    ).rejects.toMatchObject({ constraint: 'resolution_incomplete' });
    for (const missing of ['leadUnitId', 'deliverable', 'dueOn']) {
      const { text, leadUnitId, coUnitIds, deliverable, dueOn } = recordOf(people, sitting, { [missing]: null });
      await does(people.worker, 'edit', id, { text, leadUnitId, coUnitIds, deliverable, dueOn });
      const values = [id, leadUnitId, deliverable, dueOn];
      await expect(
        people.world.sql.query(
          `UPDATE resolution SET state = 'DISPATCHED', lead_unit_id = $2, deliverable = $3, due_on = $4 WHERE id = $1`,
          values,
        ),
      ).rejects.toMatchObject({ constraint: 'resolution_incomplete' });
    }
    await expect(sendMinutes(people, sitting)).rejects.toThrow('MINUTES_RESOLUTION_INCOMPLETE');
    await does(people.worker, 'edit', id, { ...RECORD, leadUnitId: people.units[0]!.id, coUnitIds: [] });
    await doesMeeting(people.worker, 'sendForCountersign', sitting.id, { publicSections: [] });
    expect(
      await isRefused(people, people.worker, [
        'edit',
        id,
        { ...RECORD, leadUnitId: people.units[1]!.id, coUnitIds: [] },
      ]),
    ).toMatchObject({ code: 'RESOLUTION_MEETING_CLOSED' });
    for (const unit of people.units) await doesMeeting(unit.lead, 'countersign', sitting.id, {});
    expect(await resolution(lead(), id, 'state meeting { state }')).toEqual({
      state: 'DISPATCHED',
      meeting: { state: 'ISSUED' },
    });
  });

  it('keeps the outcome on which it rests, as long as it stands in the record', async () => {
    const sitting = await resolving(people);
    const id = await recorded(people, sitting);
    const topicId = sitting.topicIds[0];
    const input = { jointMeetingId: sitting.id, topicId, outcome: 'REJECT', text: '经重新表决未通过' };
    const rejects = () => people.worker.calls('jointMeetingRecordOutcome', input);
    expect((await rejects()).error).toMatchObject({ code: 'MEETING_TOPIC_RECORDED', path: ['input', 'outcome'] });
    await doesMeeting(people.worker, 'recordOutcome', sitting.id, { topicId, outcome: 'RESOLVE', text: '划定停车位' });
    await does(people.worker, 'drop', id, { reason: REASON });
    expect((await rejects()).error).toBeNull();
  });

  it.each<[string, () => object, string]>([
    ['of an item that was not resolved', () => ({ topicId: 'second' }), 'RESOLUTION_TOPIC_NOT_RESOLVED'],
    ['led by a stranger', () => ({ leadUnitId: 'stranger' }), 'RESOLUTION_UNIT_NOT_MEMBER'],
    ['with the leading unit twice', () => ({ coUnitIds: [people.units[0]!.id] }), 'RESOLUTION_LEAD_TWICE'],
    ['until today', () => ({ dueOn: '2026-11-02' }), 'RESOLUTION_DUE_PAST'],
    ['at a meeting that nobody knows', () => ({ meetingId: randomUUID() }), 'RESOLUTION_MEETING_UNKNOWN'],
  ])('is not recorded %s', async (_, more, code) => {
    const stranger = await people.world.unit(`演示外单位${randomUUID().slice(0, 6)}`, [OTHER_STREET], OTHER_STREET);
    const given_ = more() as Record<string, unknown>;
    if (given_['topicId']) given_['topicId'] = sits.topicIds[1];
    if (given_['leadUnitId']) given_['leadUnitId'] = stranger;
    const count = async () =>
      (await people.world.sql.query('SELECT (SELECT count(*) FROM resolution) AS r, (SELECT count(*) FROM event) AS e'))
        .rows[0] as unknown;
    const before = await count();
    const { error } = await calls(people.worker, 'create', recordOf(people, sits, given_));
    expect(error).toMatchObject({ code });
    expect(await count()).toEqual(before);
  });
});

describe('The unit', () => {
  it('accepts', async () => {
    expect(await does(lead(), 'accept', await copy())).toMatchObject({ state: 'ACCEPTED' });
  });

  it('objects once; the street holds to it, gives it to another, or takes it back', async () => {
    const held = await copy();
    await does(lead(), 'object', held, { reason: REASON });
    await does(people.committee, 'confirm', held, { reason: REASON });
    expect(await isRefused(people, lead(), ['object', held, { reason: REASON }])).toMatchObject({
      code: 'RESOLUTION_CONFIRMED',
    });

    const moved = await copy();
    await does(lead(), 'object', moved, { reason: REASON });
    expect(
      await isRefused(people, people.committee, [
        'changeUnit',
        moved,
        { leadUnitId: people.units[0]!.id, reason: REASON },
      ]),
    ).toMatchObject({ code: 'RESOLUTION_SAME_UNIT' });
    const shown = 'state leadUnit { id } coUnits { id }';
    const after = await does(
      people.committee,
      'changeUnit',
      moved,
      { leadUnitId: people.units[1]!.id, reason: REASON },
      shown,
    );
    expect(after).toEqual({ state: 'DISPATCHED', leadUnit: { id: people.units[1]!.id }, coUnits: [] });
    expect(await isRefused(people, lead(), ['accept', moved])).toMatchObject({ code: 'NOT_ALLOWED' });
    await does(people.units[1]!.lead, 'accept', moved);

    const back = await copy();
    await does(lead(), 'object', back, { reason: REASON });
    expect(await does(people.committee, 'cancel', back, { reason: REASON })).toMatchObject({ state: 'CANCELLED' });
  });

  it('reports, never backwards', async () => {
    const id = await inState('IN_PROGRESS');
    const report = { text: '正在划线', photos: [] };
    expect(await does(liaison(), 'report', id, { ...report, percent: 40 })).toMatchObject({ progress: 40 });
    expect(await isRefused(people, liaison(), ['report', id, { ...report, percent: 30 }])).toMatchObject({
      code: 'RESOLUTION_BACKWARDS',
    });
  });

  it('shows what it did, and does not check it itself', async () => {
    const id = await inState('IN_PROGRESS');
    expect(await isRefused(people, liaison(), ['finish', id, { ...FINISHED, evidenceText: null }])).toMatchObject({
      code: 'RESOLUTION_EVIDENCE_REQUIRED',
    });
    await does(liaison(), 'finish', id, FINISHED);
    expect(await isRefused(people, lead(), ['pass', id, PASSED])).toMatchObject({ code: 'NOT_ALLOWED' });
    // Somebody of the community who also works for one of the units.
    const [both] = await people.world.people([['COMMUNITY_WORKER', COMMUNITY]]);
    await people.world.sql.query(
      `INSERT INTO post (id, person_id, role, scope, starts_at) VALUES (gen_random_uuid(), $1, 'UNIT_LIAISON', $2, now() - interval '9 years')`,
      [both!.who.id, people.units[1]!.id],
    );
    for (const [action, input] of [
      ['pass', PASSED],
      ['rework', { defects: REASON, photos: [] }],
    ] as const)
      expect(await isRefused(people, both!, [action, id, input])).toMatchObject({
        code: 'RESOLUTION_CHECKER_INVOLVED',
      });
    expect(await does(people.worker, 'rework', id, { defects: REASON, photos: [] })).toMatchObject({
      state: 'IN_PROGRESS',
    });
    await does(liaison(), 'finish', id, FINISHED);
    expect(await does(people.worker, 'pass', id, PASSED)).toMatchObject({ state: 'TO_CLEAR', progress: 100 });
  });
});

describe('Whoever sees a resolution', () => {
  it('reads what was resolved; what was said on the way is the business of those who work on it', async () => {
    const id = await inState('TO_CHECK');
    const { world, units, secretary, worker, committee, supervisor, member } = people;
    const [outside, elsewhere, resident] = await world.people([
      ['STREET_COMMITTEE', OTHER_STREET],
      ['COMMUNITY_SECRETARY', OTHER_COMMUNITY],
      ['RESIDENT', COMMUNITY],
    ]);
    const seen = async (who: typeof secretary) => resolution(who, id, 'text result events { person }');
    for (const who of [secretary, worker, committee, supervisor, units[0]!.lead, units[1]!.liaison])
      expect(await seen(who)).toMatchObject({ text: RECORD.text, result: FINISHED.result });
    for (const who of [units[2]!.lead, member]) {
      const found = await seen(who);
      expect(found).toMatchObject({ text: RECORD.text, result: null });
      expect((found!['events'] as { person: unknown }[]).every(({ person }) => person === null)).toBe(true);
    }
    for (const who of [outside!, elsewhere!, resident!]) expect(await seen(who)).toBeNull();
    const before = await keptOf(people, id);
    expect((await calls(outside!, 'pass', { resolutionId: id, ...PASSED })).error).toMatchObject({ code: 'NOT_FOUND' });
    expect(await keptOf(people, id)).toEqual(before);
    expect(
      (
        await people.committee.reads(
          `{ resolutions(first: 5, filter: { division: "${STREET}", open: true }) { nodes { id } } }`,
        )
      )['resolutions'].nodes.length,
    ).toBeGreaterThan(0);
  });
});

// Last: time passes for all.
it('The silence of the unit counts as accepting', async () => {
  const silent = await copy();
  await runOut(people.world, silent, 'acceptSilently');
  expect(await resolution(lead(), silent)).toMatchObject({ state: 'ACCEPTED' });
  expect((await eventsOf(people.world, silent, 'acceptSilently'))[0]).toMatchObject({ role: 'CLOCK' });
});
