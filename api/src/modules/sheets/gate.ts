import { sheetReasons } from './sheet.reasons.ts';

/** How many are worked on at a time: in all, and of one person. Whoever comes beyond that is asked to come later. */
export class Gate {
  private readonly inside = new Map<string, number>();
  private total = 0;

  constructor(
    private readonly most: number,
    private readonly mostOfOne: number,
  ) {}

  /** Takes a place, or refuses; gives back how to leave it. */
  enter(personId: string): () => void {
    const own = this.inside.get(personId) ?? 0;
    if (this.total >= this.most || own >= this.mostOfOne) sheetReasons.refuse('SHEET_BUSY');
    this.total += 1;
    this.inside.set(personId, own + 1);
    let left = false;
    return () => {
      if (left) return;
      left = true;
      this.total -= 1;
      this.leave(personId);
    };
  }

  private leave(personId: string): void {
    const rest = (this.inside.get(personId) ?? 1) - 1;
    if (rest === 0) this.inside.delete(personId);
    else this.inside.set(personId, rest);
  }
}
