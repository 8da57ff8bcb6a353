import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { aProject, inputFor, takeStep } from '../support/project-steps.ts';
import { does, isRefused, mayDo, openProjectWorld, reads, REASON, type ProjectWorld } from '../support/project-world.ts'; // prettier-ignore
import { clockOf, pass } from '../support/rules.ts';
import type { Somebody } from '../support/somebody.ts';
import { COMMUNITY } from '../support/world.ts';

let people: ProjectWorld;
beforeAll(async () => {
  people = await openProjectWorld();
});
afterAll(() => people.world.close());

/** Gives somebody a second post. */
const alsoOf = (who: Somebody, role: string, scope: string) =>
  people.world.sql.query(
    `INSERT INTO post (id, person_id, role, scope, starts_at) VALUES (uuidv7(), $1, $2, $3, '2026-01-01')`,
    [who.who.id, role, scope],
  );

describe('Closing a project off', () => {
  it('is refused to whoever belongs to the unit that did it', async () => {
    const { world, unitId } = people;
    const id = await aProject(people, 'DELIVERED');
    const [both, neighbour] = await world.people([['COMMUNITY_WORKER', COMMUNITY], ['RESIDENT', COMMUNITY]]); // prettier-ignore
    for (const one of [both!, neighbour!]) await alsoOf(one, 'UNIT_LIAISON', unitId);
    const input = await inputFor(people, both!, 'appraise', id);
    expect(await isRefused(people, both!, 'project', 'appraise', { id, ...input })).toMatchObject({ code: 'PROJECT_CHECKER_INVOLVED' }); // prettier-ignore
    await takeStep(people, 'appraise', id);
    expect(await isRefused(people, neighbour!, 'project', 'rate', { id, satisfied: true })).toMatchObject({ code: 'PROJECT_RATER_INVOLVED' }); // prettier-ignore
  });

  it('wants the word of those for whom it was done, or the end of the time in which they could say it', async () => {
    const { worker, world, resident, foreigner } = people;
    const id = await aProject(people, 'APPRAISED');
    expect(await isRefused(people, worker, 'project', 'clear', { id, publicNotice: true })).toMatchObject({ code: 'CLOSING_NO_VOICE' }); // prettier-ignore
    expect(await isRefused(people, foreigner, 'project', 'rate', { id, satisfied: true })).toMatchObject({ code: 'NOT_FOUND' }); // prettier-ignore
    await pass(world, { days: 14 });
    await does(worker, 'project', 'clear', { id, publicNotice: true });
    const { rows } = await world.sql.query('SELECT voice, notice_given FROM closing WHERE subject_id = $1', [id]);
    expect(rows).toEqual([{ voice: 'WINDOW_PASSED', notice_given: true }]);
    const heard = await aProject(people, 'APPRAISED', { dueOn: '2027-03-01' });
    expect(await mayDo(resident, 'project', heard)).toEqual(['rate']);
    await takeStep(people, 'rate', heard);
    expect(await mayDo(resident, 'project', heard)).toEqual([]);
    expect(await isRefused(people, resident, 'project', 'rate', { id: heard, satisfied: false })).toMatchObject({ code: 'PROJECT_ALREADY_RATED' }); // prettier-ignore
    const counted = { id: heard, asked: 3, pleased: 4, text: '听取了三户的意见' };
    expect(await isRefused(people, worker, 'project', 'recordVoice', counted)).toMatchObject({ code: 'PROJECT_VOICE_COUNT' }); // prettier-ignore
  });

  it('wants public notice, or a reason against it', async () => {
    const { worker, world } = people;
    const id = await aProject(people, 'APPRAISED', { dueOn: '2027-03-01' });
    await takeStep(people, 'recordVoice', id);
    for (const notPublicReason of [null, '涉及隐私'])
      expect(await isRefused(people, worker, 'project', 'clear', { id, publicNotice: false, notPublicReason })).toMatchObject({ code: 'CLOSING_NO_NOTICE' }); // prettier-ignore
    const notPublicReason = '照片涉及未成年人，不宜公开';
    expect(await does(worker, 'project', 'clear', { id, publicNotice: false, notPublicReason })).toMatchObject({ state: 'CLEARED' }); // prettier-ignore
    const { rows } = await world.sql.query("SELECT voice, no_notice_reason, evidence -> 0 ->> 'sha256' AS hash FROM closing WHERE subject_id = $1", [id]); // prettier-ignore
    expect(rows).toEqual([{ voice: 'HEARD', no_notice_reason: notPublicReason, hash: expect.stringMatching(/^[0-9a-f]{64}$/) }]); // prettier-ignore
  });

  it('is undone by a relapse within 180 days: the same number, one round more', async () => {
    const { world, worker } = people;
    const id = await aProject(people, 'CLEARED', { dueOn: '2027-03-01' });
    const { serial } = (await reads(worker, 'project', id, 'serial'))!;
    await takeStep(people, 'reopen', id, { dueOn: '2027-06-01' });
    expect(await reads(worker, 'project', id, 'state round serial')).toEqual({ state: 'EXECUTING', round: 2, serial });
    for (const action of ['deliver', 'appraise', 'rate', 'clear']) await takeStep(people, action, id);
    expect(await reads(worker, 'project', id, 'state round serial')).toEqual({ state: 'CLEARED', round: 2, serial });
    const { rows } = await world.sql.query('SELECT round, serial FROM closing WHERE subject_id = $1 ORDER BY round', [id]); // prettier-ignore
    expect(rows).toEqual([{ round: 1, serial }, { round: 2, serial }]); // prettier-ignore
    await pass(world, { days: 181 });
    const late = { id, reason: REASON, dueOn: '2027-12-01' };
    expect(await isRefused(people, worker, 'project', 'reopen', late)).toMatchObject({ code: 'CLOSING_RELAPSE_LATE' });
  });
});

describe('Work that is not good enough', () => {
  it('goes back to the unit, which has some days for it', async () => {
    const { worker, liaison, world } = people;
    const id = await aProject(people, 'DELIVERED', { dueOn: '2027-12-01' });
    await does(worker, 'project', 'rework', { id, reason: REASON });
    expect(await reads(liaison, 'project', id, 'state reworkCount')).toEqual({ state: 'EXECUTING', reworkCount: 1 });
    expect(await clockOf(world, id, 'deliver')).toBeDefined();
    await takeStep(people, 'deliver', id);
    expect(await clockOf(world, id, 'appraise')).toMatchObject({ limit: '3WD' });
  });
});
