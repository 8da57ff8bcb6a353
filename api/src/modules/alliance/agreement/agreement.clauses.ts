import { diffWords } from 'diff';

/** One clause of an agreement. */
export interface Clause {
  readonly title: string;
  readonly text: string;
}

export interface WordChange {
  readonly kind: 'KEPT' | 'ADDED' | 'REMOVED';
  readonly text: string;
}

/** What became of one clause, told apart by its title. */
export interface ClauseChange {
  readonly kind: 'ADDED' | 'REMOVED' | 'CHANGED';
  readonly title: string;
  readonly before: string | null;
  readonly after: string | null;
  /** Of a changed clause, its words in order. */
  readonly words: readonly WordChange[];
}

const TITLE_MOST = 60;

/** Parts of a paragraph whose first line names what the others say. Null when one of the two is missing, or the name is too long. */
export function headed(paragraph: string): { readonly head: string; readonly body: string } | null {
  const [head = '', ...rest] = paragraph.split('\n');
  const body = rest.join('\n').trim();
  return head.trim() !== '' && body !== '' && [...head.trim()].length <= TITLE_MOST
    ? { head: head.trim(), body }
    : null;
}

/** Clause by clause what is different: in the order of the new text, and after it what is gone. */
export function changesBetween(before: readonly Clause[], after: readonly Clause[]): readonly ClauseChange[] {
  const was = new Map(before.map(({ title, text }) => [title, text]));
  const kept = new Set(after.map(({ title }) => title));
  return [
    ...after.flatMap(({ title, text }) => changeOf(title, was.get(title) ?? null, text)),
    ...before.filter(({ title }) => !kept.has(title)).flatMap(({ title, text }) => changeOf(title, text, null)),
  ];
}

function changeOf(title: string, before: string | null, after: string | null): readonly ClauseChange[] {
  if (before === after) return [];
  if (before === null) return [{ kind: 'ADDED', title, before, after, words: [] }];
  if (after === null) return [{ kind: 'REMOVED', title, before, after, words: [] }];
  return [{ kind: 'CHANGED', title, before, after, words: wordsBetween(before, after) }];
}

const intlSegmenter = new Intl.Segmenter('zh', { granularity: 'word' });

function wordsBetween(before: string, after: string): readonly WordChange[] {
  return diffWords(before, after, { intlSegmenter }).map(({ added, removed, value }) => ({
    kind: added ? 'ADDED' : removed ? 'REMOVED' : 'KEPT',
    text: value,
  }));
}
