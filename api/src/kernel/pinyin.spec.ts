import { expect, it } from '@jest/globals';
import { initialsOf, searchTextOf } from './pinyin.ts';

// prettier-ignore
it.each([
  ['中山东路街道',     'zsdljd'],
  ['重庆路音乐厅',     'cqlyyt'],
  ['长乐园（演示）A1', 'clyysa1'],
  ['ＡＢ 超市',        'abcs'],
  ['、。',             ''],
])('%s is typed as %s', (text, initials) => {
  expect(initialsOf(text)).toBe(initials);
});

it('finds a name by all its forms and their initials, each once', () => {
  expect(searchTextOf('金星村委会', '金星村', '金星村')).toBe('金星村委会 金星村 jxcwh jxc');
});
