import { pinyin } from 'pinyin-pro';
import { searchForm } from './text.ts';

/** Initials of the pinyin, as people type them: 中山东路街道 -> `zsdljd`. Letters and digits stay, everything else falls out. */
export function initialsOf(text: string): string {
  const parts = pinyin(text.normalize('NFKC'), { pattern: 'first', toneType: 'none', type: 'array' });
  return searchForm(parts.join('')).replaceAll(/[^a-z0-9]/g, '');
}

/** What a name is found by: the name itself, its other forms, and the pinyin initials of all of them. */
export function searchTextOf(...names: readonly string[]): string {
  const forms = [...names.map(searchForm), ...names.map(initialsOf)];
  return [...new Set(forms)].filter((form) => form !== '').join(' ');
}
