import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { adjourned, meeting, openMeetingWorld, type MeetingWorld } from '../support/meeting-world.ts';

let people: MeetingWorld;
beforeAll(async () => void (people = await openMeetingWorld()));
afterAll(() => people.world.close());

it('goes the whole way from the planning to the end of the sitting', async () => {
  const { id } = await adjourned(people, 2);
  const shown = await meeting(
    people.secretary,
    id,
    `state kind ordinal quorumReached observers quorum { entitled present needed reached attending unanswered }
      topics { title position source outcome outcomeText onAgenda proposerUnit { name } }
      attendees { unit { name } entitled presentName signedFor late } viewerReply { late } events(first: 20) { action label person }`,
  );
  expect(shown).toMatchObject({
    ...{ state: 'MINUTES_DRAFT', kind: 'SPECIAL', ordinal: 1, quorumReached: true, observers: '街道办事处演示科' },
    quorum: { entitled: 3, present: 2, needed: 2, reached: true, unanswered: 3 },
    topics: [
      { title: '小区停车难', position: 1, source: 'PROPOSED', outcome: 'RESOLVE', proposerUnit: { name: '演示单位01' } },
      { title: '冬季供暖准备', position: 2, outcome: 'DEFER', proposerUnit: null },
    ],
    attendees: [{ unit: { name: '演示单位01' }, presentName: '示例甲', signedFor: true, late: false }, {}, { presentName: null }],
    viewerReply: null,
  });
}); // prettier-ignore
