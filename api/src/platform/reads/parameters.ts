import { termOf, type ViewerTerm } from '../../kernel/predicate.ts';
import type { Asking, Source } from './asking.ts';

/**
 * Gathers the parameters of a statement while it is written. What stands in the text is only where a value comes from, so
 * that a statement written once can be asked again by others. Equal sources of one type share a number.
 */
export class Parameters {
  private readonly types: string[] = [];
  /** The place of the present instant among the values. */
  private instant: number | null = null;
  private readonly sources: Source[] = [];
  private readonly known = new Map<string, string>();

  /** The text that stands for a value that never changes, e.g. `$3::uuid`. */
  add(value: unknown, type: string): string {
    return this.from(`= ${value instanceof Date ? value.toISOString() : JSON.stringify(value)}`, type, () => value);
  }

  /** The text that stands for what `source` takes out of each asking; `name` tells sources apart. */
  from(name: string, type: string, source: Source): string {
    const key = `${type} ${name}`;
    const known = this.known.get(key);
    if (known) return known;
    this.types.push(type);
    const text = `$${String(this.sources.push(source))}::${type}`;
    this.known.set(key, text);
    return text;
  }

  /** What the viewer brings: person, scope or unit; null where they have none. */
  term(term: ViewerTerm, type: 'text' | 'uuid'): string {
    return this.from(`viewer ${term}`, type, ({ viewer }) => termOf(viewer, term));
  }

  now(): string {
    const text = this.from('now', 'timestamptz', ({ now }) => now);
    this.instant = Number(/\d+/.exec(text)![0]) - 1;
    return text;
  }

  /** What a finished text uses of them, numbered anew: parts that were written may have been left out. */
  finish(text: string): Finished {
    const used = [...new Set([...text.matchAll(EACH)].map(([, place]) => Number(place) - 1))].toSorted((a, b) => a - b);
    const now = this.instant === null ? -1 : used.indexOf(this.instant);
    const sources = used.map((place) => this.sources[place]!);
    return {
      text: text.replaceAll(EACH, (_whole, place: string) => `$${String(used.indexOf(Number(place) - 1) + 1)}::`),
      types: used.map((place) => this.types[place]!),
      now: now < 0 ? null : now,
      bind: (asking) => sources.map((source) => source(asking)),
    };
  }
}

const EACH = /\$(\d+)::/g;

/** A statement that will not change any more. */
export interface Finished {
  readonly text: string;
  /** PostgreSQL's types of the parameters. */
  readonly types: readonly string[];
  /** Which of them is the present instant. */
  readonly now: number | null;
  /** The values for one asking, in the order of their numbers. Throws what a source throws: a value that cannot be read. */
  bind(asking: Asking): unknown[];
}
