import type { FedEvent } from '../../kernel/event.ts';

/** One result for all who share it: executed once, made into text once. */
export class Delivery {
  private told = false;

  constructor(
    readonly seq: number,
    /** The execution result as JSON, ready to be written. */
    readonly text: string,
    /** Null with RESYNC. */
    readonly event: FedEvent | null,
  ) {}

  /** Length of the text in UTF-16 units, which is what a queue of it costs at least. */
  get size(): number {
    return this.text.length;
  }

  /** True for the first one who asks. */
  firstTold(): boolean {
    const first = !this.told;
    this.told = true;
    return first;
  }
}
