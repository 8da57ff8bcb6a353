import 'reflect-metadata';
import { randomUUID } from 'node:crypto';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { ahead, codeOf, does, inSession, meeting, noticed, openMeetingWorld, passToStart, REASON, type MeetingWorld } from '../support/meeting-world.ts'; // prettier-ignore
import type { Shown, Somebody } from '../support/somebody.ts';

let people: MeetingWorld;
beforeAll(async () => void (people = await openMeetingWorld({ units: 3 })));
afterAll(() => people.world.close());

const fetched = async (by: Somebody, path: string) => {
  const response = await fetch(`${people.world.app.url}${path}`, { headers: { authorization: `Bearer ${by.who.token}` } });
  return { status: response.status, text: await response.text(), headers: response.headers };
}; // prettier-ignore

const MINUTES = 'minutes { head sections { key heading text } issued { number } }';
const draftOf = async (id: string) => (await meeting(people.worker, id, MINUTES))!['minutes'] as Shown;

/** Writes down what an item resolved. */
async function resolve(id: string, topicId: string, more: object = {}): Promise<string> {
  const input = {
    ...{ meetingId: id, topicId, text: '划定三十个停车位', deliverable: '停车位', leadUnitId: people.units[0]!.id },
    ...{ coUnitIds: [people.units[1]!.id], dueOn: '2026-12-25', idempotencyKey: randomUUID() },
  };
  const { payload, error, answer } = await people.worker.calls('resolutionCreate', { ...input, ...more }, 'resolution { id }');
  if (error || !payload) throw new Error(`create: ${error?.code ?? ''} ${error?.message ?? ''} ${JSON.stringify(answer.errors)}`);
  return (payload['resolution'] as Shown)['id'] as string;
} // prettier-ignore

/** A meeting that is over: its first item resolved, of the others the units took note. */
async function over(): Promise<{ id: string; resolvedId: string }> {
  const { id, topicIds } = await inSession(people);
  const { topics } = (await meeting(people.worker, id, 'topics { id }'))!;
  for (const { id: topicId } of topics as { id: string }[]) {
    const outcome = topicId === topicIds[0] ? 'RESOLVE' : 'INFORM';
    await does(people.worker, 'recordOutcome', id, { topicId, outcome, text: '划定停车位' });
  }
  await does(people.secretary, 'adjourn', id, {});
  return { id, resolvedId: topicIds[0]! };
}

describe('the first draft', () => {
  it('is made of the agenda and what was recorded, when the meeting is over', async () => {
    const { id, topicIds } = await inSession(people, 2);
    const [first, second] = topicIds;
    expect(await meeting(people.worker, id, 'minutes { head }')).toEqual({ minutes: null });
    await does(people.worker, 'recordOutcome', id, { topicId: first, outcome: 'RESOLVE', text: '同意划定停车位' });
    await does(people.worker, 'recordOutcome', id, { topicId: second, outcome: 'DEFER', text: '下次再议' });
    await resolve(id, first!);
    await does(people.secretary, 'adjourn', id, { observers: '街道办事处演示科' });
    const { head, sections } = await draftOf(id);
    expect([head, (sections as Shown[]).map(({ key, heading }) => [key, heading])]).toEqual([
      1,
      [['opening', null], [first, '小区停车难'], [second, '冬季供暖准备'], ['closing', null]],
    ]);
    const [opening, resolved, deferred] = (sections as Shown[]).map(({ text }) => text as string);
    expect(opening).toMatch(/^2026年.*，演示联盟在社区会议室召开2026年第\d+次专题联席会议，示例甲主持。应到3家单位，实到2家，达到规定人数。/);
    expect(resolved).toBe('会议研究决定：\n同意划定停车位\n1.划定三十个停车位，演示单位01牵头，演示单位02配合，2026年12月25日前完成。成果：停车位。');
    expect(deferred).toContain('留待下次会议研究');
  });

  it('goes from the draft to the issue, and what was resolved goes out with it', async () => {
    const { id, resolvedId } = await over();
    const resolution = await resolve(id, resolvedId);
    await does(people.worker, 'sendForCountersign', id, { publicSections: [resolvedId] });
    for (const { lead } of people.units) await does(lead, 'countersign', id);
    expect((await draftOf(id))['issued'].number).toMatch(/^〔2026〕\d+号$/);
    const data = await people.worker.reads('query ($id: ID!) { resolution(id: $id) { state } }', { id: resolution });
    expect(data['resolution']).toEqual({ state: 'DISPATCHED' });
  });
}); // prettier-ignore

describe('the calendar file', () => {
  it('is the same entry with a higher number when the meeting is put off', async () => {
    const { id } = await noticed(people);
    const stands = async () => (await fetched(people.units[0]!.lead, `/meetings/${id}/meeting.ics`)).text;
    const before = await stands();
    await does(people.secretary, 'postpone', id, { startsAt: ahead(people, 48), endsAt: ahead(people, 50), reason: REASON });
    const after = await stands();
    const of = (text: string, name: string) => new RegExp(`^${name}:(.*)$`, 'm').exec(text)![1]!.trim();
    expect(of(after, 'UID')).toBe(of(before, 'UID'));
    expect(Number(of(after, 'SEQUENCE'))).toBe(Number(of(before, 'SEQUENCE')) + 1);
    expect(of(after, 'DTSTART') > of(before, 'DTSTART')).toBe(true);
    await does(people.secretary, 'cancel', id, { reason: REASON });
    expect(of(await stands(), 'STATUS')).toBe('CANCELLED');
  });
}); // prettier-ignore

describe('the sign-in poster', () => {
  it('shows the code by which units sign in, to those who may show it', async () => {
    const { id } = await noticed(people);
    await passToStart(people, id, -10);
    const { status, text, headers } = await fetched(people.worker, `/meetings/${id}/sign-in.svg`);
    expect([status, headers.get('content-type'), headers.get('cache-control')]).toEqual([200, 'image/svg+xml; charset=utf-8', 'no-store']);
    expect(headers.get('content-security-policy')).toContain('sandbox');
    const code = /(\d{3}) (\d{3})</.exec(text)!.slice(1).join('');
    expect(text).toContain('社区会议室');
    await does(people.units[0]!.lead, 'checkIn', id, { code });
    expect(await codeOf(people, id)).toHaveLength(6);
    expect((await fetched(people.units[0]!.lead, `/meetings/${id}/sign-in.svg`)).status).toBe(404);
  });

  it('is not there for a meeting at which nobody can sign in', async () => {
    const { id } = await over();
    const { status, text } = await fetched(people.worker, `/meetings/${id}/sign-in.svg`);
    expect([status, text]).toEqual([400, expect.stringContaining('MEETING_NO_SIGN_IN')]);
  });
}); // prettier-ignore
