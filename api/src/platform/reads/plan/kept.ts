/** Keeps values up to a number and a weight: what was not asked for the longest goes first. */
export class Kept<V> {
  private readonly values = new Map<string, V>();
  private weight = 0;

  constructor(
    private readonly most: number,
    private readonly heaviest: number,
    private readonly weigh: (value: V) => number,
  ) {}

  get(key: string): V | undefined {
    const value = this.values.get(key);
    if (value === undefined) return undefined;
    // Taken out and put back: the front of the map is what was not asked for the longest.
    this.values.delete(key);
    this.values.set(key, value);
    return value;
  }

  /** Keeps a value, whatever it weighs, until others need its place. */
  set(key: string, value: V): void {
    this.drop(key);
    this.values.set(key, value);
    this.weight += this.weigh(value);
    for (const oldest of this.values.keys()) {
      if (oldest === key || (this.values.size <= this.most && this.weight <= this.heaviest)) return;
      this.drop(oldest);
    }
  }

  private drop(key: string): void {
    const value = this.values.get(key);
    if (value === undefined) return;
    this.values.delete(key);
    this.weight -= this.weigh(value);
  }
}
