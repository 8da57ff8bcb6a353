import { describe, expect, it } from '@jest/globals';
import type { NoticeTo } from '../../kernel/notice.ts';
import type { Case } from '../../platform/process/case.ts';
import { tellingOf, type FeedLine } from './inbox.telling.ts';

const [UNIT, OTHER, PERSON] = ['018f0000-0000-7000-8000-000000000001', '018f0000-0000-7000-8000-000000000002', '018f0000-0000-7000-8000-000000000003']; // prettier-ignore
const line: FeedLine = {
  ...{ seq: 7, eventId: 'e', noun: 'thing', subjectId: 's', action: 'act', at: new Date(0), personId: null },
  data: { unitId: OTHER, coUnits: [UNIT, OTHER], escalatedTo: 'street', bad: 3, worse: ['x', null, PERSON] },
  ...{ district: 'D', street: 'S', community: null, grid: null, unitIds: [UNIT], personIds: [PERSON, 'nobody'] },
};
const cases = (...to: NoticeTo[]) =>
  [{ process: { noun: 'thing', label: '事项' }, notices: { act: { kind: 'NEW', to } } }] as unknown as readonly Case[];

describe('whom an event is told to', () => {
  it.each<[NoticeTo, readonly string[]]>([
    ['PERSONS', [PERSON]],
    [{ personsIn: 'worse' }, [PERSON]],
    [{ personsIn: 'missing' }, []],
    ['UNITS', [`UNIT_LIAISON ${UNIT}`, `UNIT_LEAD ${UNIT}`]],
    ['UNIT_LEADS', [`UNIT_LEAD ${UNIT}`]],
    [{ unitsIn: 'unitId' }, [`UNIT_LIAISON ${OTHER}`, `UNIT_LEAD ${OTHER}`]],
    [
      { unitsIn: 'coUnits' },
      [`UNIT_LIAISON ${UNIT}`, `UNIT_LIAISON ${OTHER}`, `UNIT_LEAD ${UNIT}`, `UNIT_LEAD ${OTHER}`],
    ],
    [{ unitsIn: 'bad' }, []],
    ['ABOVE', ['STREET_COMMITTEE S']],
    [{ role: 'STREET_REVIEWER', at: 'street' }, ['STREET_REVIEWER S']],
    [{ role: 'COMMUNITY_WORKER', at: 'community' }, []],
    [{ role: 'STREET_COMMITTEE', at: 'street', unless: 'community' }, ['STREET_COMMITTEE S']],
    [{ role: 'SUPERVISOR', at: 'district', unless: 'street' }, []],
  ])('%j', (to, told) => {
    const { persons, roles, scopes } = tellingOf(line, cases(to))!;
    expect([...persons, ...roles.map((role, index) => `${role} ${scopes[index]!}`)]).toEqual(told);
  });

  it.each([
    [{}, '事项'],
    [{ headline: '' }, '事项'],
    [{ headline: 3 }, '事项'],
    [{ headline: '第一次会议' }, '第一次会议'],
  ])('data %j are called %s', (data, headline) => {
    expect(tellingOf({ ...line, data }, cases('PERSONS'))!.headline).toBe(headline);
  });

  it('is nobody where there is no rule or no such case', () => {
    expect(tellingOf({ ...line, action: 'other' }, cases('PERSONS'))).toBeNull();
    expect(tellingOf({ ...line, noun: 'other' }, cases('PERSONS'))).toBeNull();
  });
});
