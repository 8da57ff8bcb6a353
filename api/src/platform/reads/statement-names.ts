import { createHash } from 'node:crypto';

interface Use {
  count: number;
  name: string;
}

const [REMEMBERED, NAMED, EARNED_AFTER] = [2000, 1000, 2];

/**
 * Gives names to statements that are written while the house runs. PostgreSQL keeps a prepared statement on every connection
 * until it ends, so a name must be earned by being asked again, and there are only so many: somebody who asks something
 * new every time fills nobody's memory.
 */
export class StatementNames {
  private readonly uses = new Map<string, Use>();
  private given = 0;

  /** The name under which the text is prepared, or an empty one: then it is parsed each time. */
  of(text: string): string {
    const use = this.uses.get(text) ?? { count: 0, name: '' };
    use.count += 1;
    if (use.name === '' && use.count > EARNED_AFTER && this.given < NAMED) {
      this.given += 1;
      use.name = `reads-${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
    }
    this.remember(text, use);
    return use.name;
  }

  private remember(text: string, use: Use): void {
    this.uses.delete(text);
    this.uses.set(text, use);
    if (this.uses.size <= REMEMBERED) return;
    const [[oldest] = ['']] = this.uses;
    this.uses.delete(oldest);
  }
}

/** Of this process. */
export const statementNames = new StatementNames();
