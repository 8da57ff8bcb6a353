import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { does, meetingOver, openMinutesWorld, sent, type MinutesWorld } from '../support/minutes-world.ts';
import { Somebody } from '../support/somebody.ts';
import { unzipped } from '../support/unzipped.ts';
import { OTHER_STREET } from '../support/world.ts';

let people: MinutesWorld;
let stranger: Somebody;
beforeAll(async () => {
  people = await openMinutesWorld(2);
  stranger = await people.world.somebody('STREET_COMMITTEE', OTHER_STREET);
});
afterAll(() => people.world.close());

async function fetched(by: Somebody, path: string) {
  const authorization = by.who.token === '' ? {} : { authorization: `Bearer ${by.who.token}` };
  const response = await fetch(`${people.world.app.url}${path}`, { headers: authorization });
  return { status: response.status, headers: response.headers, body: Buffer.from(await response.arrayBuffer()) };
}

/** The text of a Word file, a paragraph each. */
function textOf(file: Buffer): string[] {
  const paragraphs = unzipped(file).get('word/document.xml')!.split('</w:p>');
  const said = paragraphs.map((one) => [...one.matchAll(/<w:t(?: [^>]*)?>([^<]*)/g)].map(([, text]) => text).join(''));
  return said.filter((one) => one !== '');
}

const calendarOf = (file: Buffer) => file.toString('utf8').replaceAll('\r\n ', '').split('\r\n');

async function issued(): Promise<string> {
  const id = await sent(people);
  for (const head of people.heads) await does(head, 'countersign', id);
  await does(people.convener, 'addErratum', id, { text: '“三号门”应为“二号门”。' });
  return id;
}

describe('Word', () => {
  it('is the whole of the issued minutes to those inside, with its corrections behind', async () => {
    const id = await issued();
    const { status, headers, body } = await fetched(people.heads[0]!, `/meetings/${id}/minutes.docx`);
    expect(status).toBe(200);
    expect(headers.get('content-type')).toContain('wordprocessingml');
    expect(decodeURIComponent(headers.get('content-disposition')!)).toContain('联席会议纪要.docx');
    expect(headers.get('cache-control')).toBe('private, no-store');
    const said = textOf(body);
    expect(said[0]).toBe('演示联盟联席会议纪要');
    expect(said[1]).toMatch(/^〔2026〕\d+号$/);
    expect(said).toEqual(
      expect.arrayContaining([
        ...['opening的初稿。', '一、路灯维修', 'lamp的初稿。', 'closing的初稿。'],
        ...['出席：示例甲（演示单位1）、示例甲（演示单位2）', '记录：示例甲', '抄送：演示单位1，演示单位2。'],
      ]),
    );
    expect(said.at(-1)).toMatch(/^1\.“三号门”应为“二号门”。（2026年11月2日）$/);
  });

  it('is the public parts alone to a resident', async () => {
    const { body } = await fetched(people.resident, `/meetings/${await issued()}/minutes.docx`);
    const said = textOf(body).join('\n');
    expect(said).toContain('lamp的初稿。');
    expect(said).toContain('公开部分');
    for (const hidden of ['opening', 'closing', '示例甲', '抄送', '更正']) expect(said).not.toContain(hidden);
  });

  it('says of a version on the way that it is none', async () => {
    const draft = await fetched(people.recorder, `/meetings/${await meetingOver(people)}/minutes.docx`);
    expect(textOf(draft.body)[1]).toBe('（草稿，第1稿）');
    const sending = await fetched(people.heads[0]!, `/meetings/${await sent(people)}/minutes.docx`);
    expect(textOf(sending.body)[1]).toBe('（会签稿，第1稿）');
  });
});

describe('calendar', () => {
  it('keeps its identity and rises when the meeting is put off or cancelled', async () => {
    const id = await meetingOver(people);
    const stands = async (more: string) => {
      await people.world.sql.query(`UPDATE joint_meeting SET ${more} WHERE id = $1`, [id]);
      return calendarOf((await fetched(people.heads[0]!, `/meetings/${id}/meeting.ics`)).body);
    };
    const instants = `starts_at = '2026-11-20T06:00:00Z', ends_at = '2026-11-20T08:00:00Z'`;
    const planned = await stands(`state = 'TOPICS_OPEN', ${instants}`);
    const called = await stands(`state = 'NOTICED'`);
    const later = await stands(`postponed_count = 1, starts_at = '2026-11-27T06:00:00Z', ends_at = '2026-11-27T08:00:00Z'`);
    const cancelled = await stands(`state = 'CANCELLED'`);
    const all = [planned, called, later, cancelled];
    for (const lines of all) expect(lines).toContain(`UID:${id}@gongzhi`);
    expect(all.map((lines) => lines.find((one) => one.startsWith('SEQUENCE')))).toEqual(['SEQUENCE:0', 'SEQUENCE:1', 'SEQUENCE:2', 'SEQUENCE:3']);
    expect(all.map((lines) => lines.find((one) => one.startsWith('STATUS')))).toEqual(['STATUS:TENTATIVE', 'STATUS:CONFIRMED', 'STATUS:CONFIRMED', 'STATUS:CANCELLED']);
    expect(called).toEqual(expect.arrayContaining(['DTSTART:20261120T060000Z', 'DTEND:20261120T080000Z', 'LOCATION:红色驿站']));
    expect(later).toContain('DTSTART:20261127T060000Z');
    expect(planned.find((one) => one.startsWith('SUMMARY'))).toMatch(/演示联盟2026年第\d+次联席会议：第四季度例会/);
  }); // prettier-ignore
});

describe('whoever may not see the meeting', () => {
  it.each(['minutes.docx', 'meeting.ics'])('is told of %s what is told of a meeting that does not exist', async (file) => {
    const id = await sent(people);
    const nobody = Somebody.nobody(people.world.app.url);
    for (const [by, status] of [[stranger, 404], [people.resident, 404], [nobody, 401]] as const) {
      const there = await fetched(by, `/meetings/${id}/${file}`);
      const nowhere = await fetched(by, `/meetings/0190f0a0-0000-7000-8000-000000000001/${file}`);
      expect([there.status, there.body.toString()]).toEqual([status, nowhere.body.toString()]);
    }
    expect((await fetched(people.convener, `/meetings/x/${file}`)).status).toBe(404);
  }); // prettier-ignore
});
