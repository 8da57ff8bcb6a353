/** What happens next: entries come out in the order of their time, those of one time as they went in. */
export class Agenda<T> {
  private readonly heap: { readonly at: number; readonly place: number; readonly what: T }[] = [];
  private places = 0;

  add(at: Date, what: T): void {
    const { heap } = this;
    heap.push({ at: at.getTime(), place: this.places++, what });
    let child = heap.length - 1;
    while (child > 0 && this.before(child, (child - 1) >> 1)) child = this.swap(child, (child - 1) >> 1);
  }

  /** Takes out the next entry; null when nothing is left. */
  next(): { readonly at: Date; readonly what: T } | null {
    const { heap } = this;
    const [first] = heap;
    const last = heap.pop();
    if (!first || !last) return null;
    if (first !== last) heap[0] = last;
    this.sink();
    return { at: new Date(first.at), what: first.what };
  }

  /** Lets the entry at the top go down to its place. */
  private sink(): void {
    const { heap } = this;
    let parent = 0;
    for (;;) {
      const [left, right] = [2 * parent + 1, 2 * parent + 2];
      const child = right < heap.length && this.before(right, left) ? right : left;
      if (child >= heap.length || !this.before(child, parent)) break;
      parent = this.swap(parent, child);
    }
  }

  private before(one: number, other: number): boolean {
    const [a, b] = [this.heap[one]!, this.heap[other]!];
    return a.at < b.at || (a.at === b.at && a.place < b.place);
  }

  /** Exchanges two entries; returns where the first one went. */
  private swap(one: number, other: number): number {
    [this.heap[one], this.heap[other]] = [this.heap[other]!, this.heap[one]!];
    return other;
  }
}
