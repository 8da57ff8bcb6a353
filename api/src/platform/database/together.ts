/** Finds the values of many keys in one statement, in their order. */
type Find<K, V> = (keys: readonly K[]) => Promise<readonly V[]>;

interface Asked<K, V> {
  readonly key: K;
  resolve(value: V): void;
  reject(error: unknown): void;
}

/** Milliseconds after which nobody waits any longer for a statement that does not return. */
const PATIENCE = 20;
const LARGEST = 100;

/**
 * Lets look-ups share statements: what is asked while one is on its way goes together into the next. Nothing joins a statement that
 * was already sent and nothing is kept, so an answer is never older than its question.
 */
export class Together<K, V> {
  private waiting: Asked<K, V>[] = [];
  private busy = false;

  constructor(private readonly find: Find<K, V>) {}

  ask(key: K): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.busy || this.waiting.length === 0) return;
    const asked = this.waiting.splice(0, LARGEST);
    this.busy = true;
    let over = false;
    const free = () => {
      if (!over) this.busy = false;
      over = true;
      clearTimeout(late);
      this.next();
    };
    const late = setTimeout(free, PATIENCE);
    this.find(asked.map(({ key }) => key)).then(
      (found) => {
        free();
        asked.forEach(({ resolve }, index) => resolve(found[index]!));
      },
      (error: unknown) => {
        free();
        for (const { reject } of asked) reject(error);
      },
    );
  }
}
