import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { expect, it } from '@jest/globals';
import { meetingCalendar, type MeetingDate } from './meeting-calendar.ts';

const MEETING: MeetingDate = {
  id: '0190f0a0-0000-7000-8000-000000000001',
  title: '演示联盟2026年第3次联席会议',
  place: '红色驿站，二楼',
  startsAt: new Date('2026-11-20T06:00:00Z'),
  endsAt: new Date('2026-11-20T08:00:00Z'),
  ...{ sequence: 0, standing: 'CALLED', madeAt: new Date('2026-11-10T01:00:00Z') },
  agenda: ['一、加装电梯', '二、路灯维修'],
  address: 'http://127.0.0.1:4000/meetings/1',
};
const linesOf = (meeting: MeetingDate) => meetingCalendar(meeting).replaceAll('\r\n ', '').split('\r\n');

it('says the instants in UTC and who it is', () => {
  expect(linesOf(MEETING)).toEqual(
    expect.arrayContaining([
      'UID:0190f0a0-0000-7000-8000-000000000001@gongzhi',
      ...['DTSTART:20261120T060000Z', 'DTEND:20261120T080000Z', 'DTSTAMP:20261110T010000Z'],
      ...['SEQUENCE:0', 'STATUS:CONFIRMED', 'SUMMARY:演示联盟2026年第3次联席会议', 'LOCATION:红色驿站，二楼'],
      'DESCRIPTION:一、加装电梯\\n二、路灯维修',
    ]),
  );
});

it('keeps its identity and raises its number when the meeting is put off', () => {
  const later = linesOf({
    ...MEETING,
    sequence: 1,
    startsAt: new Date('2026-11-27T06:00:00Z'),
    endsAt: new Date('2026-11-27T08:00:00Z'),
  });
  expect(later).toContain('UID:0190f0a0-0000-7000-8000-000000000001@gongzhi');
  expect(later).toEqual(expect.arrayContaining(['SEQUENCE:1', 'DTSTART:20261127T060000Z']));
});

it.each([
  ['PLANNED', 'STATUS:TENTATIVE', 'SUMMARY:演示联盟2026年第3次联席会议'],
  ['CANCELLED', 'STATUS:CANCELLED', 'SUMMARY:（已取消）演示联盟2026年第3次联席会议'],
] as const)('says that it is %s', (standing, status, summary) => {
  expect(linesOf({ ...MEETING, standing })).toEqual(expect.arrayContaining([status, summary]));
});

it('writes no line longer than 75 octets', () => {
  const text = meetingCalendar({ ...MEETING, title: '很长的标题'.repeat(40) });
  expect(Math.max(...text.split('\r\n').map((one) => Buffer.byteLength(one)))).toBeLessThanOrEqual(75);
});

it.each(['UTC', 'America/New_York', 'Asia/Shanghai', 'Pacific/Kiritimati'])('says the same instants where the process lives in %s', (zone) => {
  const script = `import { meetingCalendar } from ${JSON.stringify(join(import.meta.dirname, 'meeting-calendar.ts'))};
    const dates = { startsAt: new Date('2026-11-20T06:00:00Z'), endsAt: new Date('2026-11-20T08:00:00Z'), madeAt: new Date('2026-11-10T01:00:00Z') };
    console.log(new Date(2026, 0, 1).toISOString(), meetingCalendar({ ...${JSON.stringify(MEETING)}, ...dates }));`;
  const said = execFileSync(process.execPath, ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script], {
    env: { ...process.env, TZ: zone },
    encoding: 'utf8',
  });
  // The process really lives there.
  expect(said.startsWith('2026-01-01T00:00')).toBe(zone === 'UTC');
  expect(said).toContain(meetingCalendar(MEETING));
  for (const instant of ['DTSTART:20261120T060000Z', 'DTEND:20261120T080000Z', 'DTSTAMP:20261110T010000Z']) expect(said).toContain(instant);
}); // prettier-ignore
