import 'reflect-metadata';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { does, meetingOver, openMinutesWorld, saves, type MinutesWorld } from '../support/minutes-world.ts';

let people: MinutesWorld;
beforeAll(async () => void (people = await openMinutesWorld(1)));
afterAll(() => people.world.close());

it('minutes of a meeting with the most items can be saved and published whole', async () => {
  const id = await meetingOver(people);
  const keys = ['opening', ...Array.from({ length: 100 }, (_, index) => `item${String(index)}`), 'closing'];
  const sections = keys.map((key) => ({ key, heading: null, text: '初稿。' }));
  await people.world.sql.query(
    `INSERT INTO minutes_version (meeting_id, n, based_on, branch, sections, at) VALUES ($1, 2, 1, false, $2, $3)`,
    [id, JSON.stringify(sections), people.world.now()],
  );
  await people.world.sql.query('UPDATE joint_meeting SET head_n = 2 WHERE id = $1', [id]);
  expect(await saves(people.recorder, id, 2, Object.fromEntries(keys.map((key) => [key, '定稿。'])))).toBeNull();
  expect(await does(people.recorder, 'sendForCountersign', id, { publicSections: keys })).toMatchObject({
    state: 'COUNTERSIGN',
  });
});
