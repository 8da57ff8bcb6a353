import { SLOT } from '../database/batch.ts';

const [REMEMBERED, SLOTS, EARNED_AFTER] = [2000, 1000, 2];
/** Characters. What is prepared costs every connection many times its length; the longest that anybody needs has half of them. */
const LONGEST = 100_000;

/**
 * Gives names to statements that are written while the house runs. PostgreSQL keeps a prepared statement on every connection
 * until it ends, so a name must be earned by being asked again, and there are only so many: the statement that was not
 * asked for the longest gives its own to a new one. Somebody who asks something new every time fills nobody's memory.
 */
export class StatementNames {
  /** How often texts without a name were asked. */
  private readonly counts = new Map<string, number>();
  private readonly slots = new Map<string, string>();

  /** The name under which the text is prepared, or an empty one: then it is parsed each time. */
  of(text: string): string {
    if (text.length > LONGEST) return '';
    const slot = this.slots.get(text) ?? this.earned(text);
    if (slot === null) return '';
    // Taken out and put back: the front of the map is what was not asked for the longest.
    this.slots.delete(text);
    this.slots.set(text, slot);
    return slot;
  }

  private earned(text: string): string | null {
    const count = (this.counts.get(text) ?? 0) + 1;
    this.counts.delete(text);
    if (count > EARNED_AFTER) return this.freeSlot();
    this.counts.set(text, count);
    if (this.counts.size > REMEMBERED) this.counts.delete(this.counts.keys().next().value!);
    return null;
  }

  private freeSlot(): string {
    if (this.slots.size < SLOTS) return `${SLOT}${String(this.slots.size)}`;
    const [[text, slot] = ['', '']] = this.slots;
    this.slots.delete(text);
    return slot;
  }
}

/** Of this process. */
export const statementNames = new StatementNames();
