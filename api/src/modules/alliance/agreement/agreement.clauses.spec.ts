import { describe, expect, it } from '@jest/globals';
import { changesBetween, headed, type Clause } from './agreement.clauses.ts';

const clause = (title: string, text: string): Clause => ({ title, text });

describe('a clause', () => {
  it.each([
    ['志愿服务\n每季度一次。', { head: '志愿服务', body: '每季度一次。' }],
    ['志愿服务 \n\n每季度一次。\n每次两小时。', { head: '志愿服务', body: '每季度一次。\n每次两小时。' }],
    ['只有一行', null],
    ['\n没有名称', null],
    [`${'名'.repeat(61)}\n内容`, null],
  ])('%j', (paragraph, expected) => expect(headed(paragraph)).toEqual(expected));
});

describe('differences', () => {
  const before = [clause('甲', '每季度一次。'), clause('乙', '开放车位。')];

  it('of equal texts are none', () => expect(changesBetween(before, [...before])).toEqual([]));

  it('name what is new, gone and changed, whatever the order', () => {
    const after = [clause('丙', '认领实事。'), clause('甲', '每月一次。')];
    expect(changesBetween(before, after).map(({ kind, title }) => [kind, title])).toEqual([
      ['ADDED', '丙'],
      ['CHANGED', '甲'],
      ['REMOVED', '乙'],
    ]);
  });

  it.each([
    ['每季度开展一次志愿服务。', '每月开展两次志愿服务。'],
    ['', '全新'],
    ['一\n二', '一\n三\n二'],
    ['灯💡亮', '灯💡不亮'],
  ])('of words put together give both texts: %j %j', (was, is) => {
    const words = changesBetween([clause('甲', was)], [clause('甲', is)])[0]!.words;
    const without = (kind: string) => words.filter((word) => word.kind !== kind).map(({ text }) => text).join(''); // prettier-ignore
    expect(without('REMOVED')).toBe(is);
    expect(without('ADDED')).toBe(was);
  });
});
