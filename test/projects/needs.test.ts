import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { collected, does, isRefused, mayDo, NEED, openProjectWorld, published, reads, REASON, WANTED, type ProjectWorld } from '../support/project-world.ts'; // prettier-ignore
import { clockOf } from '../support/rules.ts';
import type { Shown, Somebody } from '../support/somebody.ts';
import { COMMUNITY, OTHER_COMMUNITY, STREET } from '../support/world.ts';

let people: ProjectWorld;
beforeAll(async () => {
  people = await openProjectWorld();
});
afterAll(() => people.world.close());

const states = (id: string) => reads(people.committee, 'need', id, 'state giver { id } result');

describe('A need', () => {
  it('goes from the visit on which it was heard onto the list', async () => {
    const { grid, reviewer, world, liaison } = people;
    const id = await collected(people, {}, grid);
    expect(await clockOf(world, id, 'review')).toMatchObject({ limit: '2WD' });
    expect(await reads(liaison, 'need', id)).toBeNull();
    expect(await does(reviewer, 'need', 'review', { id })).toMatchObject({ state: 'PUBLISHED' });
    expect(await reads(liaison, 'need', id, 'title source')).toEqual({ title: NEED.title, source: null });
    expect(await clockOf(world, id, 'acceptMatch')).toMatchObject({ limit: '10WD' });
  });

  it('that was sent back is reviewed again once it is mended', async () => {
    const { worker, reviewer, world } = people;
    const id = await collected(people);
    await does(reviewer, 'need', 'sendBack', { id, reason: REASON });
    expect(await clockOf(world, id, 'review')).toBeUndefined();
    expect(await isRefused(people, reviewer, 'need', 'review', { id })).toMatchObject({ code: 'NEED_SENT_BACK' });
    const { division: _division, ...said } = NEED;
    await does(worker, 'need', 'edit', { id, ...said, title: '儿童寒假活动场地' });
    expect(await clockOf(world, id, 'review')).toMatchObject({ limit: '2WD' });
    expect(await does(reviewer, 'need', 'review', { id })).toMatchObject({ state: 'PUBLISHED' });
  });

  it('is found by how its leading duty stands', async () => {
    const { committee, world } = people;
    const id = await published(people);
    const lights = async () => {
      const found = ['GREEN', 'YELLOW', 'RED'].map(async (light) => {
        const query = 'query ($light: Light!) { needs(filter: { light: $light }, first: 100) { nodes { id light } } }';
        const { nodes } = (await committee.reads(query, { light }))['needs'] as { nodes: Shown[] };
        expect(nodes.every((need) => need['light'] === light)).toBe(true);
        return nodes.some((need) => need['id'] === id) ? [light] : [];
      });
      return (await Promise.all(found)).flat();
    };
    expect(await lights()).toEqual(['GREEN']);
    const put = (yellow: string, due: string) =>
      world.sql.query(
        `UPDATE need SET yellow_at = $2::timestamptz + $3::interval, due_at = $2::timestamptz + $4::interval WHERE id = $1`,
        [id, world.now(), yellow, due],
      );
    await put('-1 hour', '1 hour');
    expect(await lights()).toEqual(['YELLOW']);
    await put('-2 hours', '-1 hour');
    expect(await lights()).toEqual(['RED']);
  });

  it.each([
    ['half a time', { wantedFrom: WANTED.wantedFrom }, 'NEED_TIME_HALF'],
    ['a time that ends before it begins', { wantedFrom: WANTED.wantedUntil, wantedUntil: WANTED.wantedFrom }, 'NEED_TIME_ORDER'],
    ['a time that is over', { wantedFrom: '2026-10-01T01:00:00Z', wantedUntil: '2026-10-01T03:00:00Z' }, 'NEED_TIME_PAST'],
    ['an unknown category', { category: 'NO_SUCH_THING' }, 'NEED_CATEGORY_UNKNOWN'],
    ['a place that is none', { division: '610303001999' }, 'AREA_UNKNOWN'],
    ['a place where one does not work', { division: OTHER_COMMUNITY }, 'AREA_OUTSIDE'],
    ['a unit whose need it is, said by an office', { owner: 'UNIT' }, 'NEED_NOT_A_UNIT'],
  ])('with %s is refused', async (_title, wrong, code) => {
    const { error } = await people.worker.calls('needCreate', { ...NEED, ...wrong, idempotencyKey: randomUUID() });
    expect(error).toMatchObject({ code });
  }); // prettier-ignore

  it('of a unit is said by the unit, where it is a member', async () => {
    const { liaison, rival, outsider, reviewer } = people;
    const own = { owner: 'UNIT', division: STREET, source: 'FORM' };
    const id = await collected(people, own, liaison);
    expect(await reads(rival, 'need', id)).toBeNull();
    await does(reviewer, 'need', 'review', { id });
    expect(await reads(rival, 'need', id)).toMatchObject({ state: 'PUBLISHED' });
    const said = { ...NEED, ...own, idempotencyKey: randomUUID() };
    expect((await outsider.calls('needCreate', said)).error).toMatchObject({ code: 'AREA_OUTSIDE' });
    const theirs = { ...said, owner: 'RESIDENTS', idempotencyKey: randomUUID() };
    expect((await liaison.calls('needCreate', theirs)).error).toMatchObject({ code: 'NEED_UNIT_REQUIRED' });
  });

  it('that nobody can give is declared unmet, and may come back', async () => {
    const { reviewer, committee, worker, liaison } = people;
    const id = await published(people);
    expect(await isRefused(people, liaison, 'need', 'declareUnmet', { id, reason: REASON })).toMatchObject({ code: 'NOT_ALLOWED' });
    expect(await isRefused(people, committee, 'need', 'declareUnmet', { id, reason: '没有' })).toMatchObject({ code: 'INPUT_TOO_SHORT' });
    await does(committee, 'need', 'declareUnmet', { id, reason: REASON });
    expect(await mayDo(worker, 'need', id)).toEqual(['republish', 'withdraw']);
    await does(reviewer, 'need', 'republish', { id, reason: REASON });
    await does(worker, 'need', 'withdraw', { id, reason: REASON });
    expect(await states(id)).toMatchObject({ state: 'WITHDRAWN' });
  }); // prettier-ignore
});

describe('Who may read a need', () => {
  const READERS = ['grid', 'worker', 'neighbours', 'reviewer', 'supervisor', 'resident', 'foreigner', 'liaison', 'outsider'] as const; // prettier-ignore
  const OFFICE = ['grid', 'worker', 'reviewer', 'supervisor'];
  it.each([
    ['PUBLIC', COMMUNITY, [...READERS]],
    ['ALLIANCE', COMMUNITY, [...OFFICE, 'liaison']],
    ['INSIDERS', COMMUNITY, OFFICE],
    ['ALLIANCE', STREET, ['grid', 'worker', 'neighbours', 'reviewer', 'supervisor', 'liaison']],
    ['INSIDERS', STREET, ['reviewer', 'supervisor']],
  ])('follows its level: %s in %s', async (privacy, division, meant) => {
    const by = division === STREET ? people.committee : people.worker;
    const owner = { owner: 'COMMUNITY', privacy, division };
    const id = await published(people, owner, by);
    const found: string[] = [];
    for (const name of READERS) {
      const who: Somebody = people[name];
      const one = await reads(who, 'need', id);
      const { needs } = await who.reads('{ needs(first: 100) { nodes { id } } }');
      expect((needs.nodes as { id: string }[]).some((node) => node.id === id)).toBe(one !== null);
      if (one) found.push(name);
    }
    expect(found.toSorted()).toEqual(meant.toSorted());
  });
});
