import { searchForm } from '../../kernel/text.ts';

/** Longer searches find nothing more; this keeps the pattern small. */
const LONGEST = 50;

/** The LIKE pattern that finds `text` anywhere in a column written in `searchForm`. What LIKE takes for wildcards is taken literally. */
export function containing(text: string): string {
  const wanted = [...searchForm(text).trim()].slice(0, LONGEST).join('');
  return `%${wanted.replaceAll(/[\\%_]/g, String.raw`\$&`)}%`;
}
