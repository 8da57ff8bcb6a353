import type { ExecutionResult } from 'graphql';
import type { Connection } from './connection.ts';
import { CLOSE } from './connection.ts';
import type { Delivery } from './delivery.ts';
import type { Subscription } from './hub.ts';
import type { Done, End, Sink } from './subscriber.ts';

const REASON: Readonly<Record<End, string>> = { OVERFLOW: 'Too slow, read again', FAILED: 'Try again later' };
const OVER: IteratorReturnResult<undefined> = Object.freeze({ done: true, value: undefined });

/**
 * A subscription of graphql-ws that yields nothing: the bytes that all subscribers share are written to the socket as
 * they are, and the iterator only stands for how long that goes on. There are as many of these as subscribers: no closures.
 */
export class Speaker implements AsyncGenerator<ExecutionResult, undefined>, Sink {
  private readonly before: string;
  private subscription: Subscription | null = null;
  private over: ((result: typeof OVER) => void) | null = null;
  private ended = false;

  constructor(
    private readonly connection: Connection,
    id: string,
  ) {
    this.before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  }

  /** Begins to write what `subscribe` gives. */
  start(subscribe: (sink: Sink) => Subscription): this {
    this.subscription = subscribe(this);
    return this;
  }

  write(delivery: Delivery, done: Done): void {
    this.connection.write(delivery.after(this.before), done);
  }

  end(why: End): void {
    this.connection.close(CLOSE.later, REASON[why]);
  }

  next(): Promise<typeof OVER> {
    return new Promise((over) => (this.ended ? over(OVER) : (this.over = over)));
  }

  async return(): Promise<typeof OVER> {
    this.ended = true;
    this.subscription?.close();
    this.over?.(OVER);
    return OVER;
  }

  throw(): Promise<typeof OVER> {
    return this.return();
  }

  [Symbol.asyncIterator](): this {
    return this;
  }

  async [Symbol.asyncDispose](): Promise<void> {
    await this.return();
  }
}
