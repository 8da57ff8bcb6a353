import { describe, expect, it } from '@jest/globals';
import { closingFaults, closingReasons, isRelapse, type Closing } from './closing.ts';

const SOUND: Closing = {
  result: '路灯已更换',
  evidence: [{ fileId: 'a photo', sha256: 'a'.repeat(64) }],
  executor: { personId: 'who did it', unitIds: ['the unit', 'the co-unit'] },
  checker: { personId: 'who checked', unitIds: ['another unit'] },
  voice: 'HEARD',
  notice: { given: true },
};
const executor = SOUND.executor!;
const checker = SOUND.checker!;

describe('what may be closed off', () => {
  it.each<[string, Partial<Closing>]>([
    ['with photo, check, word and notice', {}],
    ['with words for evidence', { evidence: [{ text: '验收单编号三' }] }],
    ['when the time for a word has passed', { voice: 'WINDOW_PASSED' }],
    ['when nobody is concerned', { voice: 'NOBODY_CONCERNED' }],
    ['by a checker of no unit', { checker: { personId: 'who checked', unitIds: [] } }],
    ['without notice, for a reason of ten characters', { notice: { given: false, reason: '涉及个人隐私不宜公示' } }],
  ])('%s', (_, change) => {
    expect(closingFaults({ ...SOUND, ...change })).toEqual([]);
  });
});

describe('what may not', () => {
  it.each<[string, Partial<Closing>, string[]]>([
    ['no result', { result: null }, ['CLOSING_NO_RESULT']],
    ['an empty result', { result: ' \n' }, ['CLOSING_NO_RESULT']],
    ['no evidence', { evidence: [] }, ['CLOSING_NO_EVIDENCE']],
    ['empty words for evidence', { evidence: [{ text: ' ' }] }, ['CLOSING_NO_EVIDENCE']],
    ['a file without a digest', { evidence: [{ fileId: 'a photo', sha256: '' }] }, ['CLOSING_NO_EVIDENCE']],
    ['nobody did it', { executor: null }, ['CLOSING_NO_EXECUTOR']],
    ['no unit did it', { executor: { ...executor, unitIds: [] } }, ['CLOSING_NO_EXECUTOR']],
    ['nobody checked', { checker: null }, ['CLOSING_NOT_CHECKED']],
    [
      'checked by who did it',
      { checker: { ...checker, personId: executor.personId } },
      ['CLOSING_CHECKER_IS_EXECUTOR'],
    ],
    ['checked by the unit', { checker: { ...checker, unitIds: ['the unit'] } }, ['CLOSING_CHECKER_OF_UNIT']],
    ['checked by a co-unit', { checker: { ...checker, unitIds: ['x', 'the co-unit'] } }, ['CLOSING_CHECKER_OF_UNIT']],
    ['nobody was heard', { voice: null }, ['CLOSING_NO_VOICE']],
    ['no notice and no reason', { notice: { given: false, reason: null } }, ['CLOSING_NO_NOTICE']],
    [
      'no notice and nine characters',
      { notice: { given: false, reason: ' 涉及个人隐私不公示 ' } },
      ['CLOSING_NO_NOTICE'],
    ],
  ])('%s', (_, change, faults) => {
    expect(closingFaults({ ...SOUND, ...change })).toEqual(faults);
  });

  it('names everything that is wanting, in the order in which it is done', () => {
    const nothing: Closing = {
      ...{ result: null, evidence: [], executor: null, checker: null, voice: null },
      notice: { given: false, reason: null },
    };
    expect(closingFaults(nothing)).toEqual([
      ...['CLOSING_NO_RESULT', 'CLOSING_NO_EVIDENCE', 'CLOSING_NO_EXECUTOR', 'CLOSING_NOT_CHECKED', 'CLOSING_NO_VOICE'],
      'CLOSING_NO_NOTICE',
    ]);
    expect(Object.values(closingReasons.sentences).every((sentence) => sentence.endsWith('。'))).toBe(true);
  });
});

it.each([
  [180, 0, true],
  [180, 1, false],
  [30, 0, true],
])('%i days and %i ms after closing off: a relapse is %s', (days, ms, within) => {
  const cleared = new Date('2026-03-02T08:00:00Z');
  const back = new Date(cleared.getTime() + days * 86_400_000 + ms);
  expect(isRelapse(cleared, back)).toBe(within);
});
