import { create } from 'qrcode';

/** Modules of nothing around the code, as ISO/IEC 18004 wants them. */
const QUIET = 4;

/** A code that phones read, as the path of a drawing. */
export interface Qr {
  /** How many modules the drawing is wide and high, with the quiet zone. */
  readonly across: number;
  /** One square a dark module. */
  readonly path: string;
}

/** What a phone reads as `text`. */
export function qrOf(text: string): Qr {
  const { modules } = create(text, { errorCorrectionLevel: 'M' });
  const squares: string[] = [];
  for (let row = 0; row < modules.size; row += 1)
    for (let column = 0; column < modules.size; column += 1)
      if (modules.get(row, column)) squares.push(`M${String(column + QUIET)} ${String(row + QUIET)}h1v1h-1z`);
  return { across: modules.size + 2 * QUIET, path: squares.join('') };
}
