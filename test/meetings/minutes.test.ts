import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { acts, does, keptOf, meetingOver, minutesOf, openMinutesWorld, resolved, saves, sent, type MinutesWorld } from '../support/minutes-world.ts'; // prettier-ignore
import { clockOf, eventsOf, pass, runOut } from '../support/rules.ts';
import type { Shown, Somebody } from '../support/somebody.ts';

let people: MinutesWorld;
beforeAll(async () => void (people = await openMinutesWorld(3)));
afterAll(() => people.world.close());

const OBJECTION = { wording: '第二项应写明由物业公司配合维修。' };
const SETTLEMENT = { how: '已在会上说明由物业公司配合。' };
const textOf = (minutes: { sections: { key: string; text: string }[] } | null, key: string) =>
  minutes!.sections.find((one) => one.key === key)!.text;

/** Nothing at all has changed by what is refused. */
async function isRefused(by: Somebody, action: string, id: string, input: object, code: string): Promise<string> {
  const before = await keptOf(people, id);
  const { error } = await acts(by, action, id, input);
  expect(error?.code).toBe(code);
  expect(await keptOf(people, id)).toEqual(before);
  return error!.message;
}

describe('writing', () => {
  it('two people who save at once both have their text, and the second is asked to merge', async () => {
    const id = await meetingOver(people);
    const [one, other] = await Promise.all([
      saves(people.recorder, id, 1, { lamp: '甲的文字。' }),
      saves(people.otherRecorder, id, 1, { lamp: '乙的文字。', closing: '散会。' }),
    ]);
    const late = one ?? other!;
    expect([one, other].filter(Boolean)).toHaveLength(1);
    expect(late).toMatchObject({ n: 3, head: 2, by: '示例甲' });
    expect(late['sections'].find((part: { key: string }) => part.key === 'lamp').torn).toBe(true);
    const minutes = (await minutesOf(people.recorder, id))!;
    const texts = minutes['versions'].map((version: never) => textOf(version, 'lamp'));
    expect(texts.toSorted()).toEqual(['lamp的初稿。', '乙的文字。', '甲的文字。'].toSorted());
    expect([minutes['head'], minutes['branches']]).toEqual([2, [{ n: 3, by: '示例甲' }]]);

    const message = await isRefused(people.recorder, 'sendForCountersign', id, {}, 'MINUTES_BRANCH_OPEN');
    expect(message).toContain('第3稿还没有合并');
    const proposal = late['proposal'] as { key: string; text: string }[];
    expect(textOf({ sections: proposal }, 'lamp').split('\n').toSorted()).toEqual(['乙的文字。', '甲的文字。']);
    expect(await saves(people.otherRecorder, id, 2, { lamp: textOf({ sections: proposal }, 'lamp') }, 3)).toBeNull();
    const merged = (await minutesOf(people.recorder, id))!;
    expect([merged['head'], merged['branches'], merged['versions'][0].merges]).toEqual([4, [], 3]);
    await does(people.recorder, 'sendForCountersign', id);
  });

  it('ten people who save at once lose nothing', async () => {
    const id = await meetingOver(people);
    const said = Array.from({ length: 10 }, (_one, index) => `第${String(index)}人的文字。`);
    const conflicts = await Promise.all(said.map((lamp) => saves(people.recorder, id, 1, { lamp })));
    expect(conflicts.filter((one) => one === null)).toHaveLength(1);
    const minutes = (await minutesOf(people.recorder, id))!;
    const kept = minutes['versions'].map((version: never) => textOf(version, 'lamp'));
    expect(kept).toEqual(expect.arrayContaining(said));
    expect(minutes['branches']).toHaveLength(9);
  });

  it('every version says what it changed and who did', async () => {
    const id = await meetingOver(people);
    await saves(people.recorder, id, 1, { lamp: '修好了。' });
    const [last] = (await minutesOf(people.recorder, id))!['versions'];
    expect(last).toMatchObject({ n: 2, basedOn: 1, branch: false, by: '示例甲' });
    expect(last.changes).toEqual([{ key: 'lamp', before: 'lamp的初稿。', after: '修好了。' }]);
    const [event] = await eventsOf(people.world, id, 'saveMinutes');
    expect(event!.data).toMatchObject({ n: 2, branch: false, changed: ['lamp'] });
  });

  it.each([
    ['a version that is not there', { basedOn: 9, sections: [], texts: [] }, 'MINUTES_VERSION_UNKNOWN'],
    ['a part that is not there', { basedOn: 1, sections: ['x'], texts: ['y'] }, 'MINUTES_SECTION_UNKNOWN'],
    ['texts without parts', { basedOn: 1, sections: [], texts: ['y'] }, 'MINUTES_TEXTS_UNMATCHED'],
    ['taking up what is no branch', { basedOn: 1, merges: 1, sections: [], texts: [] }, 'MINUTES_BRANCH_CLOSED'],
  ] as const)('refuses %s', async (_what, input, code) => {
    await isRefused(people.recorder, 'saveMinutes', await meetingOver(people), input, code);
  });

  it('a unit cannot write', async () => {
    await isRefused(people.heads[0]!, 'saveMinutes', await meetingOver(people), { basedOn: 1, sections: [], texts: [] }, 'NOT_ALLOWED');
  }); // prettier-ignore
});

describe('countersigning', () => {
  it('issues with the last signature, and not before', async () => {
    const id = await sent(people);
    for (const [index, head] of people.heads.entries()) {
      const { state } = await does(head, 'countersign', id);
      expect(state).toBe(index < 2 ? 'COUNTERSIGN' : 'ISSUED');
    }
    const minutes = (await minutesOf(people.convener, id))!;
    expect(minutes['signatures'].map((one: { kind: string }) => one.kind)).toEqual(['SIGNED', 'SIGNED', 'SIGNED']);
    expect(minutes['issued'].number).toMatch(/^〔2026〕\d+号$/);
    expect(minutes['issued'].digest).toMatch(/^[0-9a-f]{64}$/);
  });

  it('a unit says one thing to a version', async () => {
    const id = await sent(people);
    await does(people.heads[0]!, 'countersign', id);
    await isRefused(people.heads[0]!, 'countersign', id, {}, 'MINUTES_SIGNED_BEFORE');
    await isRefused(people.heads[0]!, 'object', id, OBJECTION, 'MINUTES_SIGNED_BEFORE');
  });

  it('an objection blocks the issue until it is settled, and says how', async () => {
    const id = await sent(people);
    const [first, second, third] = people.heads as [Somebody, Somebody, Somebody];
    await does(first, 'object', id, OBJECTION);
    expect(await clockOf(people.world, id, 'settle')).toBeDefined();
    await does(second, 'countersign', id);
    expect((await does(third, 'countersign', id))['state']).toBe('COUNTERSIGN');
    const unitId = people.units[1];
    await isRefused(people.convener, 'settle', id, { unitId, ...SETTLEMENT }, 'MINUTES_NO_OBJECTION');
    const issued = await does(people.convener, 'settle', id, { unitId: people.units[0], ...SETTLEMENT });
    expect(issued['state']).toBe('ISSUED');
    const objected = (await minutesOf(people.supervisor, id))!['signatures'].find(
      (one: { kind: string }) => one.kind === 'OBJECTED',
    );
    expect(objected).toMatchObject({ ...OBJECTION, settledHow: SETTLEMENT.how, label: '有异议' });
  });

  it('taken back to be changed, every unit signs the new version', async () => {
    const id = await sent(people);
    await does(people.heads[0]!, 'object', id, OBJECTION);
    await does(people.heads[1]!, 'countersign', id);
    await does(people.convener, 'redraft', id, { reason: '按照意见写明配合单位。' });
    await isRefused(people.recorder, 'sendForCountersign', id, {}, 'MINUTES_SENT_BEFORE');
    await saves(people.recorder, id, 1, { lamp: '由物业公司配合。' });
    await does(people.recorder, 'sendForCountersign', id);
    for (const head of people.heads) await does(head, 'countersign', id);
    const minutes = (await minutesOf(people.convener, id))!;
    expect(minutes['issued'].n).toBe(2);
    const settled = minutes['signatures'].find((one: { kind: string }) => one.kind === 'OBJECTED');
    expect(settled.settledHow).toContain('退回修改后重新会签');
  });

  it('silence counts as agreed when the time is over, and is marked so', async () => {
    const id = await sent(people);
    await does(people.heads[0]!, 'countersign', id);
    await runOut(people.world, id, 'silence');
    const minutes = (await minutesOf(people.convener, id))!;
    expect(minutes['signatures'].map((one: { label: string }) => one.label).toSorted()).toEqual(['已会签', '默认同意', '默认同意']);
    expect(minutes['issued']).not.toBeNull();
  }); // prettier-ignore

  it('silence does not get past an objection', async () => {
    const id = await sent(people);
    await does(people.heads[0]!, 'object', id, OBJECTION);
    await runOut(people.world, id, 'silence');
    expect((await minutesOf(people.convener, id))!['issued']).toBeNull();
    expect(await clockOf(people.world, id, 'silence')).toBeUndefined();
    const { state } = await does(people.convener, 'settle', id, { unitId: people.units[0], ...SETTLEMENT });
    expect(state).toBe('ISSUED');
    await pass(people.world, { days: -10 });
  });

  it.each([
    ['a leading unit', { lead: null }, '牵头单位'],
    ['a deadline', { dueOn: null }, '完成时限'],
    ['anything to deliver', { deliverable: null }, '交付成果'],
  ] as const)('a resolution without %s is named, and nothing is sent', async (_what, more, missing) => {
    const id = await meetingOver(people);
    await resolved(people, id, more);
    const message = await isRefused(people.recorder, 'sendForCountersign', id, {}, 'MINUTES_RESOLUTION_INCOMPLETE');
    expect(message).toContain('“修好三号门的路灯”');
    expect(message).toContain(missing);
  });

  it('a resolution that lost its unit meanwhile is named, and nothing is issued', async () => {
    const id = await sent(people);
    const [first, second, third] = people.heads as [Somebody, Somebody, Somebody];
    await does(first, 'countersign', id);
    await does(second, 'countersign', id);
    await resolved(people, id, { lead: null });
    const message = await isRefused(third, 'countersign', id, {}, 'MINUTES_RESOLUTION_INCOMPLETE');
    expect(message).toContain('不能印发');
  });

  it('only heads of units that came sign', async () => {
    const id = await sent(people);
    await people.world.sql.query(
      'UPDATE meeting_attendee SET checked_in_at = NULL, present_name = NULL WHERE meeting_id = $1 AND unit_id = $2',
      [id, people.units[2]],
    );
    await isRefused(people.heads[2]!, 'countersign', id, {}, 'NOT_ALLOWED');
    await does(people.heads[0]!, 'countersign', id);
    expect((await does(people.heads[1]!, 'countersign', id))['state']).toBe('ISSUED');
  });
});

describe('reading', () => {
  it('shows residents the public parts of issued minutes, and nothing before', async () => {
    const id = await sent(people);
    expect(await minutesOf(people.resident, id)).toBeNull();
    for (const head of people.heads) await does(head, 'countersign', id);
    await does(people.convener, 'addErratum', id, { text: '“三号门”应为“二号门”。' });
    const seen = (await minutesOf(people.resident, id))!;
    expect(seen['published']).toEqual([{ key: 'lamp', text: 'lamp的初稿。', public: true }]);
    expect([seen['head'], seen['sections'], seen['versions'], seen['signatures'], seen['errata']]).toEqual([null, [], [], [], []]);
    expect((await minutesOf(people.heads[0]!, id))!['published']).toHaveLength(3);
    // Which unit voted, objected and signed is no business of theirs.
    const acts = async (who: Somebody) =>
      (await who.reads('query ($id: ID!) { jointMeeting(id: $id) { events { action unit { id } } } }', { id }))['jointMeeting'].events as Shown[];
    expect(await acts(people.resident)).toEqual([]);
    expect(await acts(people.heads[0]!)).not.toEqual([]);
  }); // prettier-ignore

  it('takes one statement, planned', async () => {
    const id = await sent(people);
    await minutesOf(people.recorder, id);
    await people.world.app.house.calendar();
    const statements = await people.world.statements(() => minutesOf(people.recorder, id));
    expect(statements.length).toBeLessThanOrEqual(2);
  });
});
