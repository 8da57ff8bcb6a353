import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';

import { clockOf, eventsOf, passTo, runOut, settle } from '../support/rules.ts';
import {
  aBody,
  aSeat,
  dayIn,
  does,
  inbound,
  isRefused,
  openAppointmentWorld,
  outbound,
  adviserSeat,
  REASON,
  rolesOf,
  seen,
  type AppointmentWorld,
} from '../support/appointment-world.ts';

let people: AppointmentWorld;
beforeAll(async () => (people = await openAppointmentWorld()));
afterAll(() => people.world.close());

const colleagueOf = (unit: string) => people.world.somebody('UNIT_LIAISON', unit);
/** Somebody who sits in a body, in a seat without a post. */
async function serving(
  days = 400,
): Promise<{ id: string; bodyId: string; seatId: string; nominee: AppointmentWorld['lead'] }> {
  const nominee = await colleagueOf(people.unitId);
  const bodyId = await aBody(people);
  const seatId = await aSeat(people, 'PROPERTY_STAFF', bodyId);
  const id = await inbound(people, seatId, { state: 'ACTIVE', nominee, endsOn: dayIn(people.world, days) });
  return { id, bodyId, seatId, nominee };
}
describe('Duties in office', () => {
  it('ask for a sign of life each quarter, whichever it is', async () => {
    const { world, lead, secretary } = people;
    const { id, nominee } = await serving(400);
    const first = (await clockOf(world, id, 'consult'))!;
    expect(first.limit).toBe('92D');
    await passTo(world, first.dueAt, -1440);
    await does(nominee, 'report', id, { topics: '通报近期工作', refersTo: [] });
    const second = (await clockOf(world, id, 'consult'))!;
    expect(second.dueAt.getTime() - first.dueAt.getTime()).toBeGreaterThan(80 * 86_400_000);
    await passTo(world, first.dueAt, 1);
    await settle(world);
    expect((await eventsOf(world, id, 'deadlineMissed')).map(({ data }) => data['duty'])).not.toContain('consult');
    await runOut(world, id, 'consult');
    expect((await eventsOf(world, id, 'deadlineMissed')).map(({ data }) => data['duty'])).toContain('consult');
    expect((await isRefused(people, lead, ['consult', id], { topics: '会商事项', refersTo: [] })).code).toBe(
      'NOT_ALLOWED',
    );
    const ahead = await isRefused(people, nominee, ['consult', id], {
      topics: '会商事项',
      refersTo: [],
      heldOn: dayIn(world, 2),
    });
    expect(ahead).toMatchObject({ code: 'APPOINTMENT_DAY_AHEAD', path: ['input', 'heldOn'] });
    await does(secretary, 'consult', id, { topics: '会商事项', refersTo: [] });
  });

  it('are reviewed each year from both sides, each once', async () => {
    const { world, lead, secretary } = people;
    const { id, nominee } = await serving(500);
    const due = (await clockOf(world, id, 'review'))!.dueAt;
    await does(secretary, 'review', id, { score: 2, text: '会商次数偏少' });
    expect((await isRefused(people, secretary, ['review', id], { score: 5, text: '又来一次' })).code).toBe('REVIEW_TWICE');
    expect((await isRefused(people, nominee, ['review', id], { score: 5, text: '自评' })).code).toBe('NOT_ALLOWED');
    expect((await clockOf(world, id, 'review'))!.dueAt).toEqual(due);
    expect((await does(lead, 'review', id, { score: 4, text: '认真负责' }))['onNotice']).toBe(true);
    const shown = await seen(nominee, id, 'reviews { year side score text reviewer } onNotice');
    expect(shown!['reviews']).toMatchObject([{ year: 1, side: 'BODY', score: 2 }, { year: 1, side: 'HOME', score: 4 }]);
    const end = new Date((await seen(secretary, id, 'endsAt'))!['endsAt'] as string);
    expect((await clockOf(world, id, 'review'))!.dueAt).toEqual(end);
    await does(lead, 'review', id, { score: 5, text: '有明显改进' });
    expect((await does(secretary, 'review', id, { score: 4, text: '有明显改进' }))['onNotice']).toBe(false);
  }); // prettier-ignore

  it('of an adviser are reviewed by the unit that received them and the community that sent them', async () => {
    const { world, lead, worker, secretary } = people;
    const id = await outbound(people, await adviserSeat(people), { state: 'ACTIVE', nominee: worker, endsOn: dayIn(world, 200) });
    await does(lead, 'review', id, { score: 5, text: '指导到位' });
    await does(secretary, 'review', id, { score: 5, text: '工作扎实' });
    expect((await seen(worker, id, 'reviews { side }'))!['reviews']).toEqual([{ side: 'BODY' }, { side: 'HOME' }]);
    expect((await isRefused(people, lead, ['recall', id], { reason: REASON })).code).toBe('NOT_ALLOWED');
    await does(secretary, 'recall', id, { reason: REASON });
    expect(await rolesOf(worker)).toEqual(['COMMUNITY_WORKER']);
  }); // prettier-ignore
});
