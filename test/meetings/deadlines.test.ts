import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { eventsOf, passTo } from '../support/rules.ts';
import {
  does, inSession, isRefused, meeting, noticed, openMeetingWorld, passToStart, planIn, planned, type MeetingWorld,
} from '../support/meeting-world.ts'; // prettier-ignore

let people: MeetingWorld;
beforeAll(async () => void (people = await openMeetingWorld()));
afterAll(() => people.world.close());

it('answers end with their day: the silent are named once, whoever is late still answers', async () => {
  const { id } = await noticed(people, planIn(people, 24 * 3));
  await does(people.units[0]!.lead, 'reply', id, { reply: 'ATTEND' });
  await passTo(people.world, new Date((await meeting(people.worker, id, 'replyBy'))!['replyBy'] as string), 1);
  while ((await people.world.sweep()) > 0);
  while ((await people.world.sweep()) > 0);
  const closed = await eventsOf(people.world, id, 'closeReplies');
  const silent = people.units.slice(1).map((unit) => unit.id);
  expect(closed.map(({ data }) => (data['silentUnitIds'] as string[]).toSorted())).toEqual([silent.toSorted()]);
  await does(people.units[1]!.lead, 'reply', id, { reply: 'ATTEND' });
  await passToStart(people, id, 1);
  expect((await isRefused(people.units[2]!.lead, 'reply', id, { reply: 'ATTEND' })).code).toBe('MEETING_STARTED');
});

it('duties that are missed are told once: the notice, the opening, the end', async () => {
  const { world, secretary } = people;
  const missed = async (id: string) =>
    (await eventsOf(world, id, 'deadlineMissed')).map(({ data }) => [data['duty'], data['escalatedTo']]);
  const sweep = async () => {
    while ((await world.sweep()) > 0);
  };
  const [unlocked, unopened, endless] = [await planned(people), (await noticed(people)).id, (await inSession(people)).id];
  await passToStart(people, unlocked, 30);
  await sweep();
  await sweep();
  expect([await missed(unlocked), await missed(unopened)]).toEqual([[['lockAgenda', 'street']], [['open', 'street']]]);
  const { dueAt } = (await meeting(secretary, endless, 'dueAt'))!;
  await passTo(world, new Date(dueAt as string), 1);
  await sweep();
  expect(await missed(endless)).toEqual([['adjourn', 'street']]);
}); // prettier-ignore
