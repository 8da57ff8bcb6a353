import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { COMMUNITY } from '../support/world.ts';
import {
  codeOf, does, inSession, isRefused, meeting, noticed, openMeetingWorld, passToStart, type MeetingWorld,
} from '../support/meeting-world.ts'; // prettier-ignore

let people: MeetingWorld;
beforeAll(async () => void (people = await openMeetingWorld({ units: 50 })));
afterAll(() => people.world.close());

let latecomers = 0;
/** A unit that joins the alliance now. */
async function latecomer() {
  latecomers += 1;
  const id = await people.world.unit(`演示新单位${String(latecomers)}`, [COMMUNITY]);
  return { id, lead: await people.world.somebody('UNIT_LEAD', id) };
}

describe('a unit that joins after the notice', () => {
  it('sees the meeting, is not entitled, and is told so', async () => {
    const { id, topicIds } = await noticed(people);
    const { id: unitId, lead } = await latecomer();
    expect(await meeting(lead, id, 'quorum { entitled } viewerActions { action }')).toMatchObject({ quorum: { entitled: 50 }, viewerActions: [] });
    for (const [action, input] of [['reply', { reply: 'ATTEND' }], ['checkIn', { code: '123456' }]] as const) {
      const { code, message } = await isRefused(lead, action, id, input);
      expect([code, message]).toEqual(['MEETING_NOT_ENTITLED', expect.stringContaining('演示新单位1')]);
    }
    await passToStart(people, id, -5);
    await does(people.secretary, 'open', id);
    expect((await isRefused(lead, 'vote', id, { topicId: topicIds[0], vote: 'FOR' })).code).toBe('MEETING_NOT_ENTITLED');
    await does(people.secretary, 'invite', id, { unitId });
    expect((await isRefused(people.secretary, 'invite', id, { unitId })).code).toBe('MEETING_UNIT_INVITED');
    await does(lead, 'checkIn', id, { code: await codeOf(people, id) });
    expect((await isRefused(lead, 'vote', id, { topicId: topicIds[0], vote: 'FOR' })).code).toBe('MEETING_NO_VOTE');
    expect(await meeting(lead, id, 'quorum { entitled present } viewerReply { entitled }')).toEqual({ quorum: { entitled: 50, present: 0 }, viewerReply: { entitled: false } });
  }); // prettier-ignore

  it('has no vote by the database itself', async () => {
    const { id, topicIds } = await noticed(people);
    const { id: unitId, lead } = await latecomer();
    const insert = `INSERT INTO meeting_vote (meeting_id, topic_id, unit_id, vote, person_id, at) VALUES ($1, $2, $3, 'FOR', $4, now())`;
    const vote = () => people.world.sql.query(insert, [id, topicIds[0], unitId, lead.who.id]);
    await expect(vote()).rejects.toThrow('meeting_vote_entitled');
    await does(people.secretary, 'invite', id, { unitId });
    await expect(vote()).rejects.toThrow('meeting_vote_entitled');
  });
});

describe('signing in', () => {
  it('by the code of this minute or the one before, of this meeting', async () => {
    const [{ id }, other] = [await noticed(people), await noticed(people)];
    const [first, second, third] = people.units;
    expect((await isRefused(first!.lead, 'checkIn', id, { code: await codeOf(people, id) })).code).toBe('MEETING_CHECK_IN_EARLY');
    expect(await meeting(first!.lead, id, 'checkInCode')).toEqual({ checkInCode: null });
    await passToStart(people, id, -30);
    const refused = async (code: string) => (await isRefused(first!.lead, 'checkIn', id, { code })).code;
    const old = await codeOf(people, id);
    expect(await refused(await codeOf(people, other.id))).toBe('MEETING_CODE_WRONG');
    expect(await refused(old === '000000' ? '000001' : '000000')).toBe('MEETING_CODE_WRONG');
    people.world.later({ minutes: 1 });
    await does(first!.lead, 'checkIn', id, { code: old });
    expect((await isRefused(first!.liaison, 'checkIn', id, { code: old })).code).toBe('MEETING_CHECKED_IN');
    expect((await isRefused(first!.liaison, 'reply', id, { reply: 'LEAVE', reason: '外出' })).code).toBe('MEETING_PRESENT');
    people.world.later({ minutes: 1 });
    expect((await isRefused(second!.lead, 'checkIn', id, { code: old })).code).toBe('MEETING_CODE_WRONG');
    await passToStart(people, id, 1);
    await does(second!.lead, 'checkIn', id, { code: await codeOf(people, id) });
    await does(people.worker, 'signInFor', id, { unitId: third!.id, presentName: '示例丙' });
    const { attendees } = (await meeting(people.worker, id, 'attendees { late signedFor presentName }'))!;
    expect(attendees.slice(0, 4)).toEqual([
      { late: false, signedFor: false, presentName: '示例甲' }, { late: true, signedFor: false, presentName: '示例甲' },
      { late: true, signedFor: true, presentName: '示例丙' }, { late: false, signedFor: false, presentName: null },
    ]);
  }); // prettier-ignore

  it('fifty units at once: none is lost, none counted twice', async () => {
    const { id } = await noticed(people);
    await passToStart(people, id, -10);
    const code = await codeOf(people, id);
    const both = people.units.flatMap(({ lead, liaison }) => [lead, liaison]);
    const answers = await Promise.all(both.map((by) => by.calls('jointMeetingCheckIn', { jointMeetingId: id, code })));
    const codes = answers.map(({ error }) => error?.code ?? 'OK');
    expect([codes.filter((one) => one === 'OK').length, new Set(codes)]).toEqual([50, new Set(['OK', 'MEETING_CHECKED_IN'])]);
    expect(await meeting(people.worker, id, 'quorum { present reached }')).toEqual({ quorum: { present: 50, reached: true } });
    const { rows } = await people.world.sql.query(`SELECT count(*) FROM event WHERE subject_id = $1 AND action = 'checkIn'`, [id]);
    expect(rows).toEqual([{ count: '50' }]);
  }); // prettier-ignore

  it('one who has not signed in does not vote', async () => {
    const { id, topicIds } = await inSession(people, 49);
    const vote = { topicId: topicIds[0], vote: 'FOR' };
    expect((await isRefused(people.units[49]!.lead, 'vote', id, vote)).code).toBe('MEETING_NOT_PRESENT');
  });
});

const PAGE = `id state stateLabel title startsAt place alliance { name } checkInCode quorum { entitled present needed reached }
  topics { id position title source outcome outcomeText proposerUnit { name } order { id number } votes { vote unit { name } } }
  attendees { unit { id name } entitled reply presentName late } viewerReply { reply } viewerActions { action label mutation dueAt } viewerRelations
  events(first: 5) { action label at } resolutions { id text stateLabel leadUnit { name } }
  minutes { issued { number } versions { n sections { key text } } signatures { kind unit { name } } }`;

it.each(['secretary', 'unit', 'supervisor'] as const)('the page of a meeting is one statement for the %s', async (who) => {
  const { id } = await inSession(people);
  const by = who === 'unit' ? people.units[0]!.lead : people[who];
  const asked = () => by.reads(`query Page($id: ID!) { jointMeeting(id: $id) { ${PAGE} } }`, { id });
  await asked();
  await people.world.app.house.calendar();
  const statements = await people.world.statements(asked);
  // The look-up of the session is the other.
  expect(statements.length).toBeLessThanOrEqual(2);
}); // prettier-ignore
