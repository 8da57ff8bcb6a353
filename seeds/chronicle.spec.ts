import 'reflect-metadata';
import { describe, expect, it } from '@jest/globals';
import { defineEntity, p, type InferEntity } from '@mikro-orm/core';
import { WorkingCalendar } from '../api/src/kernel/calendar.ts';
import { days, workdays } from '../api/src/kernel/limit.ts';
import { CLOCK, defineProcess, SAME } from '../api/src/kernel/process.ts';
import type { Role } from '../api/src/kernel/viewer.ts';
import { defineCase } from '../api/src/platform/process/case.ts';
import { Chronicle, type Act } from './chronicle.ts';
import type { Figure } from './people.seed.ts';
import { mulberry32 } from './random.ts';

const process = defineProcess({
  ...{ noun: 'wish', label: '心愿', about: 'A small wish.', initial: 'OPEN', ends: ['DONE'] },
  states: { OPEN: ['待认领', 'Nobody has it.'], TAKEN: ['已认领', 'Somebody has it.'], DONE: ['已实现', 'Over.'] },
  who: { ANYBODY: ['志愿者', 'person'], OFFICE: ['社区', 'community'] },
  steps: [
    ['OPEN', 'take', 'ANYBODY', 'TAKEN', workdays(2)],
    ['OPEN', 'note', 'OFFICE', SAME],
    ['TAKEN', 'finish', CLOCK, 'DONE', days(3)],
  ],
});

const WishSchema = defineEntity({
  name: 'Wish',
  tableName: 'wish',
  properties: {
    ...{ id: p.uuid().primary(), state: p.text().$type<keyof typeof process.states>(), version: p.integer().version() },
    ...{ enteredAt: p.datetime(), yellowAt: p.datetime().nullable(), dueAt: p.datetime().nullable() },
    takerId: p.uuid().nullable(),
  },
});
type Wish = InferEntity<typeof WishSchema>;

const wishCase = defineCase<Wish, { friend?: boolean }>({
  process,
  row: WishSchema,
  type: () => Object,
  shown: () => Promise.resolve([]),
  policy: {
    links: () => Promise.reject(new Error('a chronicle lends its links')),
    relations: (_row, { post }, { friend }) =>
      new Set([post?.role === 'COMMUNITY_WORKER' ? 'OFFICE' : '', post?.role === 'VOLUNTEER' && friend ? 'ANYBODY' : '']),
    ...{ visible: () => true, seesFile: () => false },
  },
  places: () => ({ district: '610303000000', street: null, community: null, grid: null }),
  concerned: () => ({ unitIds: [], personIds: [] }),
}); // prettier-ignore

const somebody = (role: Role): Figure => ({
  ...{ id: `person of ${role}`, postId: `post of ${role}`, role, scope: '610303001002', where: '', name: '演示甲' },
  ...{ login: '', phone: null, address: null },
});
const [worker, volunteer] = [somebody('COMMUNITY_WORKER'), somebody('VOLUNTEER')];
// A Monday.
const at = (day: number) => new Date(Date.parse('2026-11-02T02:00:00Z') + day * 86_400_000);
const take = (day: number, more: Partial<Act<Wish>> = {}): Act<Wish> => ({
  ...{ action: 'take', at: at(day), by: volunteer, links: { friend: true } },
  change: (row) => void (row.takerId = volunteer.id),
  ...more,
});

async function tell(acts: readonly Act<Wish>[], until = at(30)) {
  const calendar = new WorkingCalendar([], [2026]);
  const chronicle = new Chronicle({ of: wishCase, calendar, random: mulberry32(1), until });
  const row = await chronicle.tell({
    row: { id: '00000000-0000-7000-8000-000000000001', takerId: null },
    opened: { at: at(0), by: worker },
    acts,
  });
  return { chronicle, row };
}

/** What a chronicle would write. */
async function written({ chronicle }: Awaited<ReturnType<typeof tell>>) {
  const found: Record<string, Record<string, unknown>[]> = {};
  const query = (text: string, [rows]: unknown[] = []) => {
    found[/INTO (\w+)/.exec(text)![1]!] = JSON.parse(rows as string) as Record<string, unknown>[];
    return Promise.resolve({ rows: [] });
  };
  await chronicle.write({ query });
  return found;
}

describe('a chronicle', () => {
  it('takes the steps of the table, and those of the clock by itself', async () => {
    const told = await tell([{ action: 'note', at: at(0), by: worker, effect: { data: { text: '已联系' } } }, take(1)]);
    expect(told.row).toMatchObject({ state: 'DONE', version: 3, takerId: volunteer.id, dueAt: null });
    const { event, wish, process_clock } = await written(told);
    expect(event!.map(({ action, from_state, to_state, role }) => [action, from_state, to_state, role])).toEqual([
      ['create', null, 'OPEN', 'COMMUNITY_WORKER'],
      ['note', 'OPEN', 'OPEN', 'COMMUNITY_WORKER'],
      ['take', 'OPEN', 'TAKEN', 'VOLUNTEER'],
      ['deadlineNear', 'TAKEN', 'TAKEN', 'CLOCK'],
      ['finish', 'TAKEN', 'DONE', 'CLOCK'],
    ]);
    expect(event!.map(({ id }) => id)).toEqual(event!.map(({ id }) => id).toSorted());
    expect(event![2]!['clocks']).toMatchObject([{ action: 'take', light: 'GREEN' }]);
    expect(wish).toMatchObject([{ state: 'DONE', taker_id: volunteer.id }]);
    expect(process_clock).toBeUndefined();
  });

  it('leaves out what has not happened yet, and the clocks run', async () => {
    const told = await tell([take(1)], at(0.5));
    expect(told.row.state).toBe('OPEN');
    const { process_clock } = await written(told);
    expect(process_clock).toMatchObject([{ noun: 'wish', action: 'take', moment: 'YELLOW', limit_text: '2WD' }]);
  });

  it('records what was missed', async () => {
    const { event } = await written(await tell([take(4)], at(4.1)));
    expect(event!.map(({ action }) => action)).toEqual(['create', 'deadlineNear', 'deadlineMissed', 'take']);
  });

  it.each([
    ['in another state', [take(1), take(1.5)], 'wish in TAKEN: take by VOLUNTEER: WRONG_STATE'],
    ['by somebody else', [take(1, { by: worker })], 'wish in OPEN: take by COMMUNITY_WORKER: NOT_ALLOWED'],
    ['without the link', [take(1, { links: {} })], 'wish in OPEN: take by VOLUNTEER: NOT_ALLOWED'],
    ['that the table does not know', [take(1, { action: 'steal' })], 'wish in OPEN: steal by VOLUNTEER: Error: there is no such action'],
  ])('does not tell a step %s', async (_, acts, why) => {
    await expect(tell(acts)).rejects.toThrow(why);
  }); // prettier-ignore
});
