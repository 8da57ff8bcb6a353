import 'reflect-metadata';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openRegistry, type Registry } from '../support/registry.ts';

const EAST = '610303001000';

let house: Registry;
let admin: string;
let committee: string;
beforeAll(async () => {
  house = await openRegistry();
  admin = await house.signedIn('SYSTEM_ADMIN', '610303000000');
  committee = await house.signedIn('STREET_COMMITTEE', EAST);
});
afterAll(() => house.close());

describe('the calendar', () => {
  const published = {
    year: 2027,
    holidays: ['2027-01-01', '2027-02-06'],
    workdays: ['2027-02-20'],
    source: '国办发明电〔2026〕演示号',
  };
  const YEAR = 'calendarYear { year source days { date kind } }';

  it('knows the notices up to 2026 and does not guess beyond', async () => {
    const { y2026, y2027 } = await house.read(
      '{ y2026: calendarYear(year: 2026) { source days { date } } y2027: calendarYear(year: 2027) { year } }',
    );
    expect(y2026.source).toBe('国办发明电〔2025〕7号');
    expect(y2026.days).toContainEqual({ date: '2026-10-10' });
    expect(y2027).toBeNull();
  });

  it('is published by nobody but a system administrator', async () => {
    await expect(house.refused('calendarPublishYear', published, committee)).resolves.toBe('NOT_ALLOWED');
    await expect(house.refused('calendarPublishYear', published, undefined)).resolves.toBe('NOT_SIGNED_IN');
    const { calendarYear } = await house.read('{ calendarYear(year: 2027) { year } }');
    expect(calendarYear).toBeNull();
  });

  it('refuses a notice that contradicts itself, and then nothing has changed', async () => {
    const contradicting = { ...published, year: 2026, holidays: ['2026-01-01', '2027-01-01'], workdays: [] };
    await expect(house.refused('calendarPublishYear', contradicting, admin)).resolves.toBe('CALENDAR_OTHER_YEAR');
    const { calendarYear } = await house.read('{ calendarYear(year: 2026) { days { date } } }');
    expect(calendarYear.days).toHaveLength(39);
  });

  it('is published as a whole and counted by at once', async () => {
    const days = [
      { date: '2027-01-01', kind: 'HOLIDAY' },
      { date: '2027-02-06', kind: 'HOLIDAY' },
      { date: '2027-02-20', kind: 'WORKDAY' },
    ];
    const { calendarYear } = await house.done('calendarPublishYear', published, YEAR, admin);
    expect(calendarYear).toEqual({ year: 2027, source: published.source, days });
    const fewer = await house.done('calendarPublishYear', { ...published, holidays: ['2027-01-01'] }, YEAR, admin);
    expect(fewer.calendarYear.days).toEqual([days[0], days[2]]);
    await house.within(1_500, async () => {
      const calendar = await house.app.house.calendar();
      expect(calendar.isWorkday('2027-01-01')).toBe(false);
      expect(calendar.isWorkday('2027-02-20')).toBe(true);
      expect(calendar.knows(new Date('2027-01-01T00:00:00Z'), new Date('2027-12-01T00:00:00Z'))).toBe(true);
    });
    const [first, second] = await house.events('calendar');
    expect(first).toMatchObject({ action: 'publishYear', role: 'SYSTEM_ADMIN', data: { year: 2027, replaced: null } });
    expect(second!.data).toMatchObject({
      holidays: ['2027-01-01'],
      replaced: { days: [{ date: '2027-01-01' }, { date: '2027-02-06' }, {}] },
    });
  });
});
