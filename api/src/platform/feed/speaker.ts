import type { ExecutionResult } from 'graphql';
import type { Connection } from './connection.ts';
import { CLOSE } from './connection.ts';
import type { Subscription } from './hub.ts';
import type { End, Sink } from './subscriber.ts';

const REASON: Readonly<Record<End, string>> = { OVERFLOW: 'Too slow, read again', FAILED: 'Try again later' };

/**
 * A subscription of graphql-ws that yields nothing: the text that all subscribers share is written to the socket as it
 * is, and the iterator only stands for how long that goes on.
 */
export function speak(
  connection: Connection,
  id: string,
  start: (sink: Sink) => Subscription,
): AsyncGenerator<ExecutionResult> {
  const end = Promise.withResolvers<IteratorReturnResult<undefined>>();
  const before = `{"id":${JSON.stringify(id)},"type":"next","payload":`;
  const subscription = start({
    write: (delivery) => connection.send(`${before}${delivery.text}}`),
    end: (why) => connection.close(CLOSE.later, REASON[why]),
  });
  const stop = () => {
    subscription.close();
    end.resolve({ done: true, value: undefined });
    return end.promise;
  };
  return {
    next: () => end.promise,
    return: stop,
    throw: stop,
    [Symbol.asyncIterator]() {
      return this;
    },
    [Symbol.asyncDispose]: async () => void (await stop()),
  };
}
