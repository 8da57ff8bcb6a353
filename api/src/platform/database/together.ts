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
/** Statements that may be on their way at once. With one, everybody walks in step with everybody else. */
const UNDER_WAY = 2;

/**
 * Lets look-ups share statements: what is asked while two are on their way goes together into the next. Nothing joins a statement that
 * was already sent and nothing is kept, so an answer is never older than its question.
 */
export class Together<K, V> {
  private waiting: Asked<K, V>[] = [];
  private underWay = 0;

  constructor(private readonly find: Find<K, V>) {}

  ask(key: K): Promise<V> {
    return new Promise<V>((resolve, reject) => {
      this.waiting.push({ key, resolve, reject });
      this.next();
    });
  }

  private next(): void {
    if (this.underWay >= UNDER_WAY || this.waiting.length === 0) return;
    const asked = this.waiting.splice(0, LARGEST);
    this.underWay += 1;
    let over = false;
    const free = () => {
      if (!over) this.underWay -= 1;
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
