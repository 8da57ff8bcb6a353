import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { delivered, inboxOf } from '../support/inbox-world.ts';
import { anOrder, openOrderWorld, takeStep, type OrderWorld, type Reached } from '../support/order-world.ts';
import type { Somebody } from '../support/somebody.ts';
import { COMMUNITY, OTHER_COMMUNITY, OTHER_STREET } from '../support/world.ts';

/** Everybody who could be told, and some who never are. */
let all: Readonly<Record<string, Somebody>>;
let people: OrderWorld;

beforeAll(async () => {
  people = await openOrderWorld();
  const { world, unitId, rivalUnitId } = people;
  const { resident, reviewer, otherReviewer, committee, community, supervisor, liaison, rival } = people;
  const [lead, neighbour, elsewhere, otherStreet, rivalLead] = await world.people([
    ['UNIT_LEAD', unitId],
    ['RESIDENT', COMMUNITY],
    ['COMMUNITY_WORKER', OTHER_COMMUNITY],
    ['STREET_REVIEWER', OTHER_STREET],
    ['UNIT_LEAD', rivalUnitId],
  ]);
  all = {
    ...{ resident, reviewer, otherReviewer, committee, community, supervisor, liaison, rival },
    ...{ lead: lead!, neighbour: neighbour!, elsewhere: elsewhere!, otherStreet: otherStreet!, rivalLead: rivalLead! },
  };
});
afterAll(() => people.world.close());

/** Who has an item of this act of this case, in alphabetical order, with the kind they were told. */
async function toldOf(subjectId: string, action: string): Promise<Record<string, string>> {
  await delivered(people.world);
  const found = await Promise.all(
    Object.entries(all).map(async ([name, who]) => {
      const items = (await inboxOf(who)).filter((item) => item['subjectId'] === subjectId && item['action'] === action);
      expect(items.length).toBeLessThanOrEqual(1);
      return items.map(({ kind }) => [name, kind as string] as const);
    }),
  );
  return Object.fromEntries(found.flat());
}

const to = (kind: string, ...names: string[]) => Object.fromEntries(names.map((name) => [name, kind]));

// Who takes the step is never told of it: the resident submits, the liaison claims, the first reviewer decides.
const TABLE: readonly (readonly [before: Reached, action: string, told: Record<string, string>])[] = [
  ['DRAFT', 'edit', {}],
  ['DRAFT', 'submit', to('DECISION_ASKED', 'reviewer', 'otherReviewer')],
  ['SUBMITTED', 'askMore', to('DECISION_ASKED', 'resident')],
  ['SUBMITTED', 'approve', to('DECIDED', 'resident')],
  ['SUBMITTED', 'reject', to('DECIDED', 'resident')],
  ['SUBMITTED', 'withdraw', {}],
  ['SUBMITTED', 'follow', {}],
  ['OPEN', 'claim', to('CHANGED', 'resident')],
  ['OPEN', 'claimJoint', to('NEW', 'resident', 'rival', 'rivalLead')],
  ['OPEN', 'assign', to('ASSIGNED', 'resident', 'liaison', 'lead')],
  ['CLAIMED', 'note', {}],
  ['CLAIMED', 'revealContact', {}],
  ['CLAIMED', 'start', to('CHANGED', 'resident')],
  ['IN_PROGRESS', 'urge', to('CHANGED', 'liaison', 'lead', 'reviewer', 'otherReviewer')],
  ['IN_PROGRESS', 'supervise', to('ASSIGNED', 'liaison', 'lead', 'reviewer', 'otherReviewer')],
  ['IN_PROGRESS', 'report', {}],
  ['IN_PROGRESS', 'requestRelease', to('DECISION_ASKED', 'reviewer', 'otherReviewer', 'committee')],
  ['RELEASE_PENDING', 'acceptRelease', to('DECIDED', 'resident', 'liaison', 'lead')],
  ['RELEASE_PENDING', 'refuseRelease', to('DECIDED', 'liaison', 'lead')],
  ['SUSPEND_PENDING', 'grantSuspend', to('DECIDED', 'resident', 'liaison', 'lead')],
  ['IN_PROGRESS', 'finish', to('DECISION_ASKED', 'community')],
  ['DONE_PENDING_CHECK', 'pass', to('DECIDED', 'resident', 'liaison', 'lead')],
  ['DONE_PENDING_CHECK', 'rework', to('DECIDED', 'liaison', 'lead')],
  ['AWAITING_RATING', 'dispute', to('DECISION_ASKED', 'reviewer', 'otherReviewer', 'liaison', 'lead')],
  ['DISPUTED', 'closeDispute', to('DECIDED', 'resident', 'liaison', 'lead')],
]; // prettier-ignore

describe('exactly those are told whom an act concerns, and nobody else', () => {
  it.each(TABLE)('%s: %s', async (before, action, told) => {
    const id = await anOrder(people, before);
    await takeStep(people, action, id);
    expect(await toldOf(id, action)).toEqual(told);
  });

  it('what the house does of its own is told to everybody whom it concerns', async () => {
    const id = await anOrder(people, 'AWAITING_RATING');
    await people.resident.does('rate', id, { score: 5, text: '很满意' });
    expect(await toldOf(id, 'rate')).toEqual(to('CHANGED', 'liaison', 'lead'));
    expect(await toldOf(id, 'clear')).toEqual(to('ENDED', 'resident', 'liaison', 'lead'));
  });

  it('a missed limit is told to those who owe it and to the level above', async () => {
    const id = await anOrder(people, 'DONE_PENDING_CHECK');
    const clocks = `UPDATE process_clock SET moment = 'DUE', next_at = $2 WHERE subject_id = $1 AND action = 'pass'`;
    await people.world.sql.query(clocks, [id, people.world.now()]);
    await people.world.sweep();
    expect(await toldOf(id, 'deadlineMissed')).toEqual(to('OVERDUE', 'community', 'committee'));
    const [item] = await inboxOf(people.community, 'first: 1');
    expect(item).toMatchObject({ label: '超过期限', dutyLabel: '核查通过', kindLabel: '逾期', nounLabel: '点单' });
  });
});

it('nothing of what the case holds is in an item but its number', async () => {
  const secret = { title: '独特标题', content: '独特内容', estate: '独特小区', door: '9-9-999' };
  const id = await anOrder(people, 'CLAIMED', secret);
  const number = (await people.resident.order(id))!['number'] as string;
  await delivered(people.world);
  for (const who of Object.values(all)) {
    const items = (await inboxOf(who)).filter(({ subjectId }) => subjectId === id);
    expect(JSON.stringify(items)).not.toMatch(/独特|9-9-999/);
    for (const { action, headline } of items) expect([action, headline]).toEqual([action, `点单 ${number}`]);
  }
  const { rows } = await people.world.sql.query(`SELECT * FROM inbox_item WHERE subject_id = $1`, [id]);
  expect(rows.length).toBeGreaterThan(2);
  expect(JSON.stringify(rows)).not.toMatch(/独特|9-9-999/);
});
