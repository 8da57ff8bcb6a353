import { fileReasons } from './file.reasons.ts';

const UPLOADS = 24;
const UPLOADS_OF_ONE = 3;
/** Pictures drawn at once; each may take 200 MB while it is. */
const DRAWN_AT_ONCE = 2;

/**
 * How much the house takes on at a time. Each upload holds up to 10 MB from its first byte on, so their number is bounded
 * (FILE_BUSY); drawing is bounded further, whoever comes later waits in line.
 */
export class UploadGate {
  private readonly inside = new Map<string, number>();
  private readonly line: (() => void)[] = [];
  private total = 0;
  private drawing = 0;

  /** Runs `work` as one of the uploads of a person, or refuses. */
  async admit<T>(personId: string, work: () => Promise<T>): Promise<T> {
    const own = this.inside.get(personId) ?? 0;
    if (this.total >= UPLOADS || own >= UPLOADS_OF_ONE) fileReasons.refuse('FILE_BUSY');
    this.inside.set(personId, own + 1);
    this.total += 1;
    try {
      return await work();
    } finally {
      this.total -= 1;
      this.leave(personId);
    }
  }

  /** Runs `work` when its turn has come. */
  async inTurn<T>(work: () => Promise<T>): Promise<T> {
    // The place is handed on to the next in line, so that nobody slips in between.
    if (this.drawing < DRAWN_AT_ONCE) this.drawing += 1;
    else await new Promise<void>((resolve) => this.line.push(resolve));
    try {
      return await work();
    } finally {
      const next = this.line.shift();
      if (next) next();
      else this.drawing -= 1;
    }
  }

  private leave(personId: string): void {
    const left = (this.inside.get(personId) ?? 1) - 1;
    if (left === 0) this.inside.delete(personId);
    else this.inside.set(personId, left);
  }
}
