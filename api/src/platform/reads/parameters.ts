import { termOf, type ViewerTerm } from '../../kernel/predicate.ts';
import type { Asking, Source } from './asking.ts';

/**
 * Gathers the parameters of a statement while it is written. What stands in the text is only where a value comes from, so
 * that a statement written once can be asked again by others. Equal sources of one type share a number.
 */
export class Parameters {
  readonly types: string[] = [];
  /** The place of the present instant among the values. */
  instant: number | null = null;
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

  /** The values for one asking, in the order of their numbers. Throws what a source throws: a value that cannot be read. */
  bind(asking: Asking): unknown[] {
    return this.sources.map((source) => source(asking));
  }
}
