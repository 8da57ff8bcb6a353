import { describe, expect, it } from '@jest/globals';
import { common, defineReasons, Refusal } from './refusal.ts';

const reasons = defineReasons({ TAKEN: '已被{by}认领，共{count}次，{by}负责。', PLAIN: '不行。' });

it.each([
  ['TAKEN', { by: '甲单位', count: 2 }, '已被甲单位认领，共2次，甲单位负责。'],
  ['TAKEN', { by: '$&$1', count: 0 }, '已被$&$1认领，共0次，$&$1负责。'], // not a replacement pattern
  ['TAKEN', { by: '{count}', count: 1 }, '已被{count}认领，共1次，{count}负责。'], // values are not templates
  ['TAKEN', { count: 1 }, '已被{by}认领，共1次，{by}负责。'],
  ['PLAIN', undefined, '不行。'],
] as const)('%s with %j says %s', (code, values, sentence) => {
  const refusal = reasons.refusal(code, values && { values });
  expect([refusal.code, refusal.message]).toEqual([code, sentence]);
});

it('is thrown as an error that carries the path and what stands', () => {
  const standing = { state: 'CLAIMED', stateLabel: '已领单', version: 3, holder: '甲单位' };
  let thrown: unknown;
  try {
    reasons.refuse('PLAIN', { path: ['input', 'reason'], standing });
  } catch (error) {
    thrown = error;
  }
  expect(thrown).toBeInstanceOf(Refusal);
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown).toMatchObject({ name: 'Refusal', code: 'PLAIN', path: ['input', 'reason'], standing });
});

it('has an empty path and nothing standing by default', () => {
  expect(reasons.refusal('PLAIN')).toMatchObject({ path: [], standing: undefined });
});

describe('the common sentences', () => {
  it.each(Object.entries(common.sentences))('%s is a Chinese sentence to its end: %s', (code, sentence) => {
    expect(code).toMatch(/^[A-Z]+(_[A-Z]+)+$/);
    expect(sentence).toMatch(/\p{Script=Han}/u);
    expect(sentence.endsWith('。')).toBe(true);
  });
});
