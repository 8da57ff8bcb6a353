import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { randomUUID } from 'node:crypto';
import { aProject } from '../support/project-steps.ts';
import { does, openProjectWorld, REASON, type ProjectWorld } from '../support/project-world.ts'; // prettier-ignore
import { eventsOf } from '../support/rules.ts';
import type { Shown } from '../support/somebody.ts';
import { COMMUNITY, OTHER_COMMUNITY, STREET } from '../support/world.ts';

let people: ProjectWorld;
beforeAll(async () => {
  people = await openProjectWorld();
});
afterAll(() => people.world.close());

describe('The claim of a project', () => {
  it('is one, however many units race for it', async () => {
    const { world } = people;
    const id = await aProject(people, 'AGREED');
    const units = await Promise.all(Array.from({ length: 12 }, (_, index) => world.unit(`竞领单位${index}`, [COMMUNITY])));
    const liaisons = await world.people(units.map((unit) => ['UNIT_LIAISON', unit] as const));
    const answers = await Promise.all(liaisons.map((one) => one.calls('projectClaim', { projectId: id, idempotencyKey: randomUUID() }, 'project { unit { id } }'))); // prettier-ignore
    const winner = answers.findIndex(({ error }) => error === null);
    expect(answers.filter(({ error }) => error === null)).toHaveLength(1);
    const codes = answers.flatMap(({ error }) => (error ? [error.code] : []));
    expect(codes).toEqual(Array.from({ length: 11 }, () => 'PROJECT_ALREADY_CLAIMED'));
    expect(answers.find(({ error }) => error)!.error!.standing).toMatchObject({ state: 'CLAIMED', holder: `竞领单位${winner}` });
    const { rows } = await world.sql.query('SELECT unit_id FROM project_claim WHERE project_id = $1', [id]);
    expect(rows).toEqual([{ unit_id: units[winner] }]);
    expect(await eventsOf(world, id, 'claim')).toHaveLength(1);
  }); // prettier-ignore

  it('has one effect, however often it is called with one key', async () => {
    const { liaison, world } = people;
    const id = await aProject(people, 'AGREED');
    const call = { projectId: id, idempotencyKey: randomUUID() };
    const answers = await Promise.all(Array.from({ length: 6 }, () => liaison.calls('projectClaim', call)));
    expect(answers.map(({ error }) => error)).toEqual(Array.from({ length: 6 }, () => null));
    expect(await eventsOf(world, id, 'claim')).toHaveLength(1);
  });

  it('counts for the year of the unit, unless it is given back', async () => {
    const { world, worker } = people;
    const unit = await world.unit('年度认领单位', [COMMUNITY]);
    const [liaison] = await world.people([['UNIT_LIAISON', unit]]);
    const counted = async () => {
      const query = `query ($unit: ID!, $filter: ProjectClaimFilter) { unit(id: $unit) { projectsThisYear projects { id } }
        projectClaims(filter: $filter) { unitId claimed cleared } }`;
      const filter = { division: COMMUNITY };
      const data = await worker.reads(query, { unit, filter });
      const mine = (data['projectClaims'] as Shown[]).find(({ unitId }) => unitId === unit)!;
      expect(mine['claimed']).toBe(data['unit'].projectsThisYear);
      return mine['claimed'] as number;
    };
    expect(await counted()).toBe(0);
    const id = await aProject(people, 'AGREED');
    await does(liaison!, 'project', 'claim', { id });
    expect(await counted()).toBe(1);
    await does(liaison!, 'project', 'release', { id, reason: REASON });
    expect(await counted()).toBe(0);
  });

  it('is owed by the unit until the project is closed off', async () => {
    const { world } = people;
    const { obligationsOf } = await import('../../api/src/platform/process/obligations.ts');
    const { inTransaction } = await import('../../api/src/platform/process/transaction.ts');
    const unit = await world.unit('义务单位', [COMMUNITY]);
    const [liaison] = await world.people([['UNIT_LIAISON', unit]]);
    const owed = (divisionCode: string | null) =>
      inTransaction(world.app.house, (transaction) => obligationsOf({ unitId: unit, divisionCode }, transaction));
    const id = await aProject(people, 'AGREED', { title: '待交接的项目' });
    await does(liaison!, 'project', 'claim', { id });
    for (const code of [null, COMMUNITY, STREET])
      expect(await owed(code)).toEqual([{ label: '共建项目“待交接的项目”' }]);
    expect(await owed(OTHER_COMMUNITY)).toEqual([]);
    await does(people.committee, 'project', 'takeBack', { id, reason: REASON });
    expect(await owed(null)).toEqual([]);
  });
});
