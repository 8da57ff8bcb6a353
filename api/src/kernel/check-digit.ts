/**
 * Numbers that people read out on the telephone, e.g. `610303-20261123-00042-6`: groups of digits, the last group one
 * check digit by ISO/IEC 7064 MOD 11,10. Chosen over MOD 37,36 because the numbers hold digits only and the check stays
 * a digit: no letters to mishear. Every single wrong digit is found, and of swapped neighbours all but one pair in 45.
 */
const BODY = /^\d+(-\d+)*$/;

/** Appends `-` and the check digit. Throws a plain error when the body is not groups of digits. */
export function withCheckDigit(body: string): string {
  if (!BODY.test(body)) throw new Error(`"${body}" is not groups of digits`);
  return `${body}-${(11 - product(body)) % 10}`;
}

/** Is the last group the check digit of all before it? */
export function hasValidCheckDigit(text: string): boolean {
  const end = text.lastIndexOf('-');
  const body = text.slice(0, Math.max(end, 0));
  return BODY.test(body) && withCheckDigit(body) === text;
}

/** The running product of MOD 11,10 over the digits; hyphens do not count. */
function product(body: string): number {
  let running = 10;
  for (const digit of body.replaceAll('-', '')) running = (2 * ((running + Number(digit)) % 10 || 10)) % 11;
  return running;
}
