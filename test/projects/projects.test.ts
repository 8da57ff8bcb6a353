import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aProject, PLAN, proposed, takeStep } from '../support/project-steps.ts';
import { anOffer, does, isRefused, mayDo, openProjectWorld, published, reads, REASON, type ProjectWorld } from '../support/project-world.ts'; // prettier-ignore
import { photo } from '../support/order-world.ts';
import { clockOf, eventsOf, pass, settle } from '../support/rules.ts';
import type { Somebody } from '../support/somebody.ts';
import { OTHER_COMMUNITY } from '../support/world.ts';

let people: ProjectWorld;
beforeAll(async () => {
  people = await openProjectWorld();
});
afterAll(() => people.world.close());

const needState = async (id: string) => (await reads(people.committee, 'need', id, 'state giver { id }'))!;

describe('A project', () => {
  it('brings needs and offers together, and answers the needs when it is claimed and closed off', async () => {
    const { unitId, worker, liaison, committee } = people;
    const need = await published(people);
    const offer = await anOffer(people, { unitId });
    const id = await proposed(people, { needs: [need], offers: [offer] });
    for (const action of ['addMilestone', 'agree']) await takeStep(people, action, id);
    expect(await needState(need)).toEqual({ state: 'PUBLISHED', giver: null });
    await takeStep(people, 'claim', id);
    expect(await needState(need)).toEqual({ state: 'MATCHED', giver: { id: unitId } });
    expect(await isRefused(people, worker, 'need', 'rematch', { id: need, reason: REASON })).toMatchObject({ code: 'NEED_OF_PROJECT' }); // prettier-ignore
    for (const action of ['start', 'report', 'reachMilestone', 'deliver', 'appraise', 'rate', 'clear'])
      await takeStep(people, action, id);
    const shown = 'state serial round served needs { id state result } offers { id } milestones { title doneOn }';
    const project = await reads(liaison, 'project', id, shown);
    expect(project).toMatchObject({ state: 'CLEARED', serial: '销610303001-2026-00001', round: 1, served: 58 });
    expect(project).toMatchObject({ offers: [{ id: offer }], milestones: [{ title: '开放活动室', doneOn: '2026-11-02' }] });
    expect(project!['needs']).toEqual([{ id: need, state: 'FULFILLED', result: expect.stringContaining('活动室') }]);
    expect(await eventsOf(people.world, id)).toHaveLength(11);
    expect(await reads(committee, 'need', need, 'events { action role }')).toMatchObject({ events: [{ action: 'settle', role: '系统' }, { action: 'takeUp' }, { action: 'review' }, { action: 'create' }] }); // prettier-ignore
  }); // prettier-ignore

  it('lets its needs go when it loses its unit', async () => {
    const { liaison, rival, rivalUnitId, committee, world } = people;
    const need = await published(people);
    const id = await aProject(people, 'CLAIMED', { needs: [need] });
    await does(liaison, 'project', 'release', { id, reason: REASON });
    expect(await needState(need)).toEqual({ state: 'PUBLISHED', giver: null });
    await does(rival, 'project', 'claim', { id });
    expect(await needState(need)).toEqual({ state: 'MATCHED', giver: { id: rivalUnitId } });
    await does(committee, 'project', 'takeBack', { id, reason: REASON });
    expect(await reads(committee, 'project', id, 'state unit { id }')).toEqual({ state: 'AGREED', unit: null });
    await does(committee, 'project', 'abort', { id, reason: REASON });
    expect(await needState(need)).toEqual({ state: 'PUBLISHED', giver: null });
    const { rows } = await world.sql.query('SELECT released_at IS NULL AS live FROM project_claim WHERE project_id = $1', [id]); // prettier-ignore
    expect(rows).toEqual([{ live: false }, { live: false }]);
  });

  it.each([
    ['a day that is over', { dueOn: '2026-11-02' }, 'PROJECT_DUE_PAST'],
    ['a day too far ahead', { dueOn: '2029-01-01' }, 'PROJECT_DUE_FAR'],
    ['a need that is on no list', { needs: [randomUUID()] }, 'PROJECT_NEED_UNKNOWN'],
    ['an offer that is on no list', { offers: [randomUUID()] }, 'PROJECT_OFFER_UNKNOWN'],
    ['a place where one does not work', { division: OTHER_COMMUNITY }, 'AREA_OUTSIDE'],
    ['a goal of a word', { goal: '好' }, 'INPUT_TOO_SHORT'],
  ])('with %s is refused', async (_title, wrong, code) => {
    const { error } = await people.worker.calls('projectCreate', { ...PLAN, ...wrong, idempotencyKey: randomUUID() });
    expect(error).toMatchObject({ code });
  });

  it('of a unit does not name a need that is kept from it', async () => {
    const { liaison } = people;
    const need = await published(people, { privacy: 'INSIDERS' });
    const { error } = await liaison.calls('projectCreate', { ...PLAN, needs: [need], idempotencyKey: randomUUID() });
    expect(error).toMatchObject({ code: 'PROJECT_NEED_UNKNOWN' });
  });

  it('is a secret of the alliance’s office until it is agreed', async () => {
    const { liaison, resident, foreigner, outsider, neighbours, supervisor, grid } = people;
    const id = await aProject(people, 'PROPOSED');
    const seen = async () => {
      const all: Readonly<Record<string, Somebody>> = { liaison, resident, foreigner, outsider, neighbours, supervisor, grid }; // prettier-ignore
      const answers = await Promise.all(Object.entries(all).map(async ([name, who]) => ((await reads(who, 'project', id)) ? name : ''))); // prettier-ignore
      return answers.filter((name) => name !== '').toSorted();
    };
    expect(await seen()).toEqual(['supervisor']);
    for (const action of ['addMilestone', 'agree']) await takeStep(people, action, id);
    expect(await seen()).toEqual(['grid', 'liaison', 'resident', 'supervisor']);
    expect(await mayDo(liaison, 'project', id)).toEqual(['claim']);
    expect(await isRefused(people, outsider, 'project', 'claim', { id })).toMatchObject({ code: 'NOT_FOUND' });
  });
});

describe('The work on a project', () => {
  it('begins with a plan, and is not done before its steps are', async () => {
    const { liaison, secretary } = people;
    const id = await proposed(people);
    await does(secretary, 'project', 'agree', { id });
    await takeStep(people, 'claim', id);
    expect(await isRefused(people, liaison, 'project', 'start', { id })).toMatchObject({ code: 'PROJECT_MILESTONES_REQUIRED' });
    const step = { id, title: '开放活动室', dueOn: '2026-11-20' };
    await does(liaison, 'project', 'addMilestone', step);
    expect(await isRefused(people, liaison, 'project', 'addMilestone', step)).toMatchObject({ code: 'PROJECT_MILESTONE_TWICE' });
    const late = { ...step, title: '太晚的一步', dueOn: '2026-12-19' };
    expect(await isRefused(people, liaison, 'project', 'addMilestone', late)).toMatchObject({ code: 'PROJECT_MILESTONE_LATE' });
    await takeStep(people, 'start', id);
    const result = { result: '活动室已经开放，每周两次', id: '', served: 1, photos: [await liaison.uploads(await photo())] };
    const refusal = await isRefused(people, liaison, 'project', 'deliver', { ...result, id });
    expect(refusal).toMatchObject({ code: 'PROJECT_MILESTONES_OPEN', message: expect.stringContaining('开放活动室') });
    await takeStep(people, 'reachMilestone', id);
    expect(await isRefused(people, liaison, 'project', 'deliver', { ...result, id, photos: [] })).toMatchObject({ code: 'PROJECT_PHOTO_REQUIRED' });
    expect(await does(liaison, 'project', 'deliver', { ...result, id })).toMatchObject({ state: 'DELIVERED' });
  }); // prettier-ignore

  it('ends with its last day; a pause moves it, once, when the day comes', async () => {
    const { world, secretary } = people;
    const id = await aProject(people, 'EXECUTING');
    const end = (day: string) => new Date(`${day}T16:00:00.000Z`);
    expect((await clockOf(world, id, 'deliver'))!.dueAt).toEqual(end('2026-12-18'));
    expect(await clockOf(world, id, 'report')).toMatchObject({ limit: '22WD' });
    const late = { id, reason: REASON, until: '2027-03-01' };
    expect(await isRefused(people, secretary, 'project', 'pause', late)).toMatchObject({
      code: 'PROJECT_PAUSE_TOO_LONG',
    });
    await does(secretary, 'project', 'pause', { id, reason: REASON, until: '2026-11-12' });
    expect((await clockOf(world, id, 'resumeDue'))!.dueAt).toEqual(end('2026-11-11'));
    await pass(world, { days: 10 });
    await settle(world);
    await settle(world);
    expect(await reads(secretary, 'project', id, 'state dueOn')).toEqual({ state: 'EXECUTING', dueOn: '2026-12-28' });
    expect((await clockOf(world, id, 'deliver'))!.dueAt).toEqual(end('2026-12-28'));
    expect(await eventsOf(world, id, 'resumeDue')).toHaveLength(1);
    await does(secretary, 'project', 'extend', { id, reason: REASON, dueOn: '2027-01-15' });
    expect((await clockOf(world, id, 'deliver'))!.dueAt).toEqual(end('2027-01-15'));
  });

  it('uses what units offer, in the name of the project', async () => {
    const { rivalUnitId, liaison, world } = people;
    const offerId = await anOffer(people, { unitId: rivalUnitId });
    const id = await aProject(people, 'EXECUTING');
    const [from, to] = ['2026-12-05T01:00:00.000Z', '2026-12-05T03:00:00.000Z'];
    const shown = 'bookings { startsAt purpose } offers { id }';
    const project = await does(liaison, 'project', 'reserve', { id, offerId, from, to, parts: 1, shown });
    expect(project).toEqual({ bookings: [{ startsAt: from, purpose: '共建项目：假期课堂' }], offers: [{ id: offerId }] });
    expect(await isRefused(people, liaison, 'project', 'reserve', { id, offerId, from, to, parts: 1 })).toMatchObject({ code: 'BOOKING_TAKEN' });
    const { rows } = await world.sql.query('SELECT count(*)::int AS count FROM booking WHERE project_id = $1', [id]);
    expect(rows).toEqual([{ count: 1 }]);
  }); // prettier-ignore
});
