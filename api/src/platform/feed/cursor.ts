/** A place in the feed. */
export interface Place {
  readonly epoch: number;
  readonly seq: number;
}

/** `epoch:seq`, what clients keep and give back as `after`. */
export function spellCursor({ epoch, seq }: Place): string {
  return `${epoch}:${seq}`;
}

/** Reads what `spellCursor` wrote; null for anything else. */
export function readCursor(text: string): Place | null {
  const [, epoch, seq] = /^(\d{1,10}):(\d{1,15})$/.exec(text) ?? [];
  return epoch === undefined || seq === undefined ? null : { epoch: Number(epoch), seq: Number(seq) };
}
