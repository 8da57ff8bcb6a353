import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { Somebody } from '../support/somebody.ts';
import {
  ahead, does, inSession, isRefused, meeting, noticed, openMeetingWorld, planIn, planned, REASON, topicOf, type MeetingWorld,
} from '../support/meeting-world.ts'; // prettier-ignore

let people: MeetingWorld;
import { COMMUNITY } from '../support/world.ts';
beforeAll(async () => void (people = await openMeetingWorld()));
afterAll(() => people.world.close());

/** Everything that is kept of a meeting. */
async function kept(id: string): Promise<unknown> {
  const { sql } = people.world;
  const tables = ['joint_meeting m WHERE m.id = $1', 'meeting_topic m WHERE m.meeting_id = $1', 'meeting_attendee m WHERE m.meeting_id = $1',
    'meeting_vote m WHERE m.meeting_id = $1', 'event m WHERE m.subject_id = $1', 'process_clock m WHERE m.subject_id = $1']; // prettier-ignore
  const read = tables.map((table) => sql.query(`SELECT to_jsonb(m) AS row FROM ${table} ORDER BY 1`, [id]));
  return (await Promise.all(read)).map(({ rows }) => rows as unknown);
}

/** Is refused, and nothing changes. */
async function refused(by: Somebody, action: string, id: string, input: object = {}): Promise<string> {
  const before = await kept(id);
  const { code } = await isRefused(by, action, id, input);
  expect(await kept(id)).toEqual(before);
  return code;
}

describe('planning', () => {
  it.each([
    ['in the past', { startsAt: -1, endsAt: 1 }, 'MEETING_PAST'],
    ['over a year ahead', { startsAt: 24 * 370, endsAt: 24 * 370 + 1 }, 'MEETING_TOO_FAR'],
    ['ending before it begins', { startsAt: 30, endsAt: 29 }, 'MEETING_ENDS_FIRST'],
    ['a regular one at short notice', { startsAt: 24, endsAt: 25, kind: 'REGULAR' }, 'MEETING_TOO_SOON'],
  ])('%s is refused', async (_what, { startsAt, endsAt, ...more }, code) => {
    const times = { startsAt: ahead(people, startsAt), endsAt: ahead(people, endsAt) };
    await expect(planned(people, { ...times, ...more })).rejects.toThrow(code);
  });

  it('belongs to the street or community of the alliance', async () => {
    await expect(planned(people, {}, people.committee)).rejects.toThrow('MEETING_NOT_YOURS');
    await expect(planned(people, {}, people.units[0]!.lead)).rejects.toThrow('NOT_ALLOWED');
  });

  it('counts the meetings of a year', async () => {
    const [first, second] = [await planned(people), await planned(people)];
    const ordinals = await Promise.all([first, second].map((id) => meeting(people.worker, id, 'year ordinal')));
    expect(ordinals[1]!['ordinal']).toBe((ordinals[0]!['ordinal'] as number) + 1);
  });

  it('works the days of a regular meeting out by the working calendar', async () => {
    // Monday to the Wednesday of the week after: 3 working days before it is the Friday.
    const id = await planned(people, { kind: 'REGULAR', startsAt: '2026-11-11T07:00:00Z', endsAt: '2026-11-11T09:00:00Z' });
    expect(await meeting(people.secretary, id, 'topicsUntil noticeBy replyBy dueAt')).toEqual({
      ...{ topicsUntil: '2026-11-04T16:00:00.000Z', noticeBy: '2026-11-06T16:00:00.000Z' },
      ...{ replyBy: '2026-11-10T16:00:00.000Z', dueAt: '2026-11-06T16:00:00.000Z' },
    });
  }); // prettier-ignore
});

describe('topics', () => {
  it('come from members, part-time members, street and community; from nobody else', async () => {
    const id = await planned(people);
    const [first] = people.units;
    for (const [index, by] of [first!.lead, first!.liaison, people.member, people.worker, people.committee].entries())
      await topicOf(id, by, `议题${String(index)}`);
    const stranger = await people.world.somebody('UNIT_LEAD', await people.world.unit(`演示外单位${id.slice(-6)}`, []));
    expect(await refused(stranger, 'proposeTopic', id, { title: '议题', about: '说明' })).toBe('NOT_FOUND');
    expect(await refused(people.supervisor, 'proposeTopic', id, { title: '议题', about: '说明' })).toBe('NOT_ALLOWED');
  });

  it('are taken back by those who proposed them, and left out by the convener', async () => {
    const id = await planned(people);
    const [first, second] = people.units;
    const mine = await topicOf(id, first!.liaison, '停车');
    const theirs = await topicOf(id, second!.liaison, '供暖');
    expect(await refused(first!.lead, 'withdrawTopic', id, { topicId: theirs })).toBe('MEETING_TOPIC_NOT_YOURS');
    await does(first!.lead, 'withdrawTopic', id, { topicId: mine });
    expect(await refused(first!.lead, 'withdrawTopic', id, { topicId: mine })).toBe('MEETING_TOPIC_UNKNOWN');
    await does(people.secretary, 'setTopicAside', id, { topicId: theirs, reason: REASON });
    const { topics } = (await meeting(second!.lead, id, 'topics { onAgenda setAside }'))!;
    expect(topics).toEqual([{ onAgenda: false, setAside: null }, { onAgenda: false, setAside: REASON }]);
    expect(await refused(people.secretary, 'lockAgenda', id)).toBe('MEETING_NO_TOPICS');
    await does(people.secretary, 'arrangeTopic', id, { topicId: theirs });
    await does(people.secretary, 'lockAgenda', id);
  }); // prettier-ignore

  it('stand in the order that the convener gives them', async () => {
    const id = await planned(people);
    const ids: string[] = [];
    for (const title of ['甲项', '乙项', '丙项', '丁项']) ids.push(await topicOf(id, people.worker, title));
    const shown = 'topics { title position minutes }';
    const forward = await does(people.secretary, 'arrangeTopic', id, { topicId: ids[0], position: 3, minutes: 25 }, shown);
    expect(forward['topics'].map(({ title }: { title: string }) => title)).toEqual(['乙项', '丙项', '甲项', '丁项']);
    const back = await does(people.secretary, 'arrangeTopic', id, { topicId: ids[3], position: 1 }, shown);
    expect(back['topics']).toEqual([
      ...[{ title: '丁项', position: 1, minutes: 10 }, { title: '乙项', position: 2, minutes: 10 }],
      ...[{ title: '丙项', position: 3, minutes: 10 }, { title: '甲项', position: 4, minutes: 25 }],
    ]);
  }); // prettier-ignore

  it('are closed for members five working days before a regular meeting, for the convener at the notice', async () => {
    const times = { startsAt: ahead(people, 24 * 9), endsAt: ahead(people, 24 * 9 + 1) };
    const id = await planned(people, { ...times, kind: 'REGULAR' });
    await people.world.sql.query('UPDATE joint_meeting SET topics_until = $2 WHERE id = $1', [id, people.world.now()]);
    const topic = { title: '议题', about: '说明' };
    expect(await refused(people.units[0]!.lead, 'proposeTopic', id, topic)).toBe('MEETING_TOPICS_CLOSED');
    await does(people.secretary, 'proposeTopic', id, topic);
    await people.world.sql.query('UPDATE joint_meeting SET notice_by = $2 WHERE id = $1', [id, people.world.now()]);
    expect(await refused(people.secretary, 'lockAgenda', id)).toBe('MEETING_NOTICE_LATE');
  });
});

describe('answers', () => {
  it.each([
    ['leave without a reason', { reply: 'LEAVE' }, 'MEETING_REPLY_REASON'],
    ['a substitute without a name', { reply: 'SUBSTITUTE', mandate: '全权' }, 'MEETING_MANDATE_REQUIRED'],
    ['a substitute without a mandate', { reply: 'SUBSTITUTE', substituteName: '示例乙' }, 'MEETING_MANDATE_REQUIRED'],
  ])('%s is refused', async (_what, input, code) => {
    const { id } = await noticed(people);
    expect(await refused(people.units[0]!.lead, 'reply', id, input)).toBe(code);
  });

  it('are counted, the last one of a unit holds, and a new time asks anew', async () => {
    const { id } = await noticed(people);
    const [first, second] = people.units;
    await does(first!.lead, 'reply', id, { reply: 'LEAVE', reason: '外出' });
    await does(first!.liaison, 'reply', id, { reply: 'SUBSTITUTE', substituteName: '示例乙', mandate: '可代表本单位表决' });
    const mine = await does(second!.lead, 'reply', id, { reply: 'ATTEND' }, 'version viewerReply { reply } quorum { attending substituted onLeave unanswered }');
    expect(mine).toMatchObject({ viewerReply: { reply: 'ATTEND' }, quorum: { attending: 1, substituted: 1, onLeave: 0, unanswered: 1 } });
    const { startsAt, endsAt } = planIn(people, 72);
    expect(await refused(people.secretary, 'postpone', id, { startsAt: ahead(people, -1), endsAt, reason: REASON })).toBe('MEETING_PAST');
    const moved = await does(people.secretary, 'postpone', id, { startsAt, endsAt, reason: REASON },
      'startsAt replyBy postponedCount state quorum { unanswered } attendees { reply previousReply substituteName }');
    expect(moved).toMatchObject({ startsAt, postponedCount: 1, state: 'NOTICED', quorum: { unanswered: 3 } });
    expect(moved['attendees']).toEqual([
      { reply: null, previousReply: 'SUBSTITUTE', substituteName: null }, { reply: null, previousReply: 'ATTEND', substituteName: null },
      { reply: null, previousReply: null, substituteName: null },
    ]);
  }); // prettier-ignore
});

describe('outcomes', () => {
  it('need a quorum to resolve, fitting votes, and one for every item', async () => {
    const { id, topicIds } = await inSession(people, 1);
    const [topicId, other] = topicIds;
    const record = (more: object) => ({ topicId, outcome: 'RESOLVE', text: '同意', ...more });
    expect(await refused(people.worker, 'recordOutcome', id, record({}))).toBe('MEETING_NO_QUORUM');
    const second = people.units[1]!;
    await does(people.worker, 'signInFor', id, { unitId: second.id, presentName: '示例乙' });
    const hands = (votesFor: number, votesAgainst: number | null, votesAbstained: number) => record({ votesFor, votesAgainst, votesAbstained });
    expect(await refused(people.worker, 'recordOutcome', id, hands(1, null, 0))).toBe('MEETING_VOTES_INCOMPLETE');
    expect(await refused(people.worker, 'recordOutcome', id, hands(2, 1, 0))).toBe('MEETING_VOTES_TOO_MANY');
    expect(await refused(people.worker, 'recordOutcome', id, hands(1, 1, 0))).toBe('MEETING_NOT_CARRIED');
    expect(await refused(second.lead, 'recordOutcome', id, hands(2, 0, 0))).toBe('NOT_ALLOWED');
    await does(people.worker, 'recordOutcome', id, record({ votesFor: 1, votesAgainst: 0, votesAbstained: 1, dissent: '示例乙保留意见' }));
    expect(await refused(people.secretary, 'adjourn', id)).toBe('MEETING_TOPICS_LEFT');
    await does(people.secretary, 'recordOutcome', id, { topicId: other, outcome: 'INFORM', text: '已通报' });
    expect(await does(people.secretary, 'adjourn', id, {}, 'state quorumReached')).toEqual({ state: 'MINUTES_DRAFT', quorumReached: true });
  }); // prettier-ignore

  it('count what units voted themselves', async () => {
    const { id, topicIds } = await inSession(people);
    const [topicId] = topicIds;
    const [first, second, third] = people.units;
    await does(first!.lead, 'vote', id, { topicId, vote: 'AGAINST' });
    await does(first!.liaison, 'vote', id, { topicId, vote: 'FOR' });
    await does(second!.lead, 'vote', id, { topicId, vote: 'FOR' });
    await does(third!.lead, 'vote', id, { topicId, vote: 'AGAINST', dissent: '资金来源不明确' });
    const record = { topicId, outcome: 'RESOLVE', text: '同意' };
    const given = { ...record, votesFor: 3, votesAgainst: 0, votesAbstained: 0 };
    expect(await refused(people.worker, 'recordOutcome', id, given)).toBe('MEETING_VOTES_COUNTED');
    const shown = 'topics { votesFor votesAgainst votesAbstained dissent votes { vote unit { name } } }';
    const { topics } = await does(people.worker, 'recordOutcome', id, record, shown);
    expect(topics[0]).toMatchObject({
      votesFor: 2,
      votesAgainst: 1,
      votesAbstained: 0,
      dissent: `${third!.name}：资金来源不明确`,
    });
    expect(topics[0].votes).toHaveLength(3);
    expect(await refused(second!.lead, 'vote', id, { topicId, vote: 'AGAINST' })).toBe('MEETING_TOPIC_CLOSED');
  });
});

it('a meeting can be called off until it sits', async () => {
  const { id } = await noticed(people);
  expect(await refused(people.secretary, 'cancel', id, { reason: '短' })).toBe('INPUT_TOO_SHORT');
  expect(await does(people.secretary, 'cancel', id, { reason: REASON }, 'state')).toEqual({ state: 'CANCELLED' });
  const sitting = await inSession(people);
  expect(await refused(people.secretary, 'cancel', sitting.id, { reason: REASON })).toBe('WRONG_STATE');
});

it('the recorder is somebody who works there', async () => {
  const id = await planned(people);
  const stranger = people.units[0]!.lead.who.id;
  expect(await refused(people.secretary, 'nameRecorder', id, { personId: stranger })).toBe('MEETING_RECORDER_UNKNOWN');
  // Who lives there holds a post there, and works there for all that in none.
  const resident = (await people.world.somebody('RESIDENT', COMMUNITY)).who.id;
  expect(await refused(people.secretary, 'nameRecorder', id, { personId: resident })).toBe('MEETING_RECORDER_UNKNOWN');
  await does(people.secretary, 'nameRecorder', id, { personId: people.member.who.id });
  const { viewerRelations } = (await meeting(people.member, id, 'viewerRelations'))!;
  expect(viewerRelations).toContain('RECORDER');
});
