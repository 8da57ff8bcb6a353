import type { FedEvent } from '../../kernel/event.ts';

/** One result for all who share it: executed once, made into text once, into bytes once. */
export class Delivery {
  private told = false;
  private body: Buffer | null = null;
  private before = '';
  private message: Buffer | null = null;

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

  /** The bytes of a message that ends with this result and `}`. Those who ask with an equal beginning share them. */
  after(before: string): Buffer {
    if (this.message !== null && before === this.before) return this.message;
    const body = (this.body ??= Buffer.from(`${this.text}}`));
    const start = Buffer.byteLength(before);
    const message = Buffer.allocUnsafe(start + body.length);
    message.write(before);
    message.set(body, start);
    this.before = before;
    return (this.message = message);
  }

  /** Lets the bytes go: the text stays for those who come late. */
  cool(): void {
    this.body = this.message = null;
  }

  /** True for the first one who asks. */
  firstTold(): boolean {
    const first = !this.told;
    this.told = true;
    return first;
  }
}
