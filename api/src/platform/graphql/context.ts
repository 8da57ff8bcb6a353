import DataLoader from 'dataloader';
import type { FastifyReply, FastifyRequest } from 'fastify';
import type { Viewer } from '../../kernel/viewer.ts';
import type { Outcome } from '../process/outcome.ts';
import type { House } from '../house.ts';
import type { Guess } from '../session/guess.ts';

/** The HTTP exchange behind an operation; absent on a WebSocket. */
export interface Exchange {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
}

/** A relation read in one statement for many parents: keys in, values in the order of the keys out. */
export type Loading<K, V> = (keys: readonly K[], context: Context) => Promise<readonly V[]>;

/** What one operation knows: who asks, when, and what was already loaded for it. Never outlives the operation. */
export class Context {
  readonly now: Date;
  /** What the verb of the operation came to, when it was called before its answer is put together. */
  performed: Promise<Outcome> | null = null;
  /** Where the viewer was only guessed. */
  guess: Guess | null = null;
  private readonly loaders = new Map<unknown, DataLoader<unknown, unknown>>();

  constructor(
    readonly house: House,
    readonly viewer: Viewer,
    readonly requestId: string,
    readonly exchange: Exchange | null = null,
  ) {
    this.now = house.now();
  }

  /** Makes sure who asks, before anything is done or answered that no statement proves on its way. Throws `Disproved`. */
  async prove(): Promise<void> {
    await this.guess?.prove();
  }

  /** Loads through one DataLoader per `loading` and operation, so that fifty parents cost one statement. */
  load<K, V>(loading: Loading<K, V>, key: K): Promise<V> {
    const known = this.loaders.get(loading) as DataLoader<K, V> | undefined;
    const loader = known ?? new DataLoader<K, V>((keys) => loading(keys, this), { maxBatchSize: 500 });
    if (!known) this.loaders.set(loading, loader);
    return loader.load(key);
  }

  /** Forgets what was loaded: after a change, what is shown must be read again. */
  forget(): void {
    this.loaders.clear();
  }
}
