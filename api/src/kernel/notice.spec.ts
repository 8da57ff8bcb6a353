import { describe, expect, it } from '@jest/globals';
import { noticeRuleOf, type NoticeRules } from './notice.ts';

const rules: NoticeRules = {
  open: { kind: 'CONVENED', to: ['UNITS'] },
  deadlineNear: { kind: 'DUE', to: ['UNITS'] },
  'deadlineNear:countersign': { kind: 'COUNTERSIGN', to: ['UNIT_LEADS'] },
};

describe('the rule by which an event is told', () => {
  it.each([
    ['open', {}, 'CONVENED'],
    ['close', {}, null],
    ['deadlineNear', { duty: 'reply' }, 'DUE'],
    ['deadlineNear', { duty: 'countersign' }, 'COUNTERSIGN'],
    ['deadlineMissed', { duty: 'countersign' }, null],
  ])('%s of %j is told as %s', (action, data, kind) => {
    expect(noticeRuleOf(rules, { action, data })?.kind ?? null).toBe(kind);
  });
});
