/** Gathers the parameters of a statement while it is written. Equal values of one type share a number. */
export class Parameters {
  readonly values: unknown[] = [];
  private readonly known = new Map<string, string>();

  /** The text that stands for a value, e.g. `$3::uuid`. */
  add(value: unknown, type: string): string {
    const key = `${type} ${value instanceof Date ? value.toISOString() : JSON.stringify(value)}`;
    const known = this.known.get(key);
    if (known) return known;
    const text = `$${String(this.values.push(value))}::${type}`;
    this.known.set(key, text);
    return text;
  }
}
