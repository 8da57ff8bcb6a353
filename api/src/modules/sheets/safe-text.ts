// What a spreadsheet would take for a formula, should the text ever be typed or pasted or saved as CSV.
const FORMULA = /^[=+\-@\t\r]/;
// Cells hold no more, and XML holds no control characters.
const LONGEST = 32_000;
// eslint-disable-next-line no-control-regex -- they are what is taken away
const CONTROL = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]/g;

/** A text as it may stand in a cell that others open: never the beginning of a formula. */
export function safeText(text: string): string {
  const plain = text.replaceAll(CONTROL, '').slice(0, LONGEST);
  return FORMULA.test(plain) ? `'${plain}` : plain;
}

/** Takes back the sign by which `safeText` made a text harmless. */
export const plainText = (text: string): string => (/^'[=+\-@]/.test(text) ? text.slice(1) : text);
