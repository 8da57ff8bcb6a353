import type { House } from '../../../platform/house.ts';
import { noteProgress, type FailedRow, type Progress } from './import.store.ts';
import { importRow, type RowOutcome, type RowWork } from './row.ts';

/** Rows after which progress is noted, and milliseconds after which it is noted in any case. */
const [ROWS, PAUSE] = [50, 300];

/** Imports that run on this node. */
export class Imports {
  private readonly running = new Set<Promise<void>>();
  private closing = false;

  constructor(private readonly house: House) {}

  /** Starts an import; its progress is in the database. */
  start(id: string, work: RowWork, mayStill: () => Promise<boolean>): void {
    const run = new Run(this.house, id, work);
    const ended = run
      .all(() => this.closing, mayStill)
      .catch((error: unknown) => this.house.log.error({ err: error, importId: id }, 'an import broke off'))
      .finally(() => this.running.delete(ended));
    this.running.add(ended);
  }

  /** Ends after the rows under way; the same file goes on from there. */
  async close(): Promise<void> {
    this.closing = true;
    await Promise.all(this.running);
  }
}

class Run {
  private readonly tally = { done: 0, repeated: 0, failed: 0 };
  private fresh: FailedRow[] = [];
  private notedAt: number;

  constructor(
    private readonly house: House,
    private readonly id: string,
    private readonly work: RowWork,
  ) {
    this.notedAt = house.now().getTime();
  }

  /** One row after the other: the first of two that contradict each other is the one that counts. */
  async all(closing: () => boolean, mayStill: () => Promise<boolean>): Promise<void> {
    for (const [index, row] of this.work.table.rows.entries()) {
      if (closing()) return this.note('INTERRUPTED');
      if (index % ROWS === 0 && !(await mayStill())) return this.note('PROHIBITED');
      const outcome = await importRow(row, this.work);
      this.count(outcome);
      if (outcome.kind === 'FAILED') this.fresh.push({ ...row, faults: outcome.faults });
      if (this.isTime(index)) await this.note();
    }
    await this.note(null);
  }

  private count({ kind }: RowOutcome): void {
    if (kind === 'FAILED') this.tally.failed += 1;
    else this.tally.done += 1;
    if (kind === 'REPEATED') this.tally.repeated += 1;
  }

  private isTime(index: number): boolean {
    return (index + 1) % ROWS === 0 || this.house.now().getTime() - this.notedAt >= PAUSE;
  }

  /** With an argument: it has ended. */
  private async note(trouble?: Progress['trouble']): Promise<void> {
    const fresh = this.fresh;
    this.fresh = [];
    this.notedAt = this.house.now().getTime();
    const progress = { ...this.tally, finished: trouble !== undefined, trouble: trouble ?? null };
    await noteProgress(this.house, this.id, progress, fresh);
  }
}
