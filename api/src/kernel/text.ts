/** What is wrong with a text, as a code of `common` reasons. */
export type TextFault = 'INPUT_NOT_TEXT' | 'INPUT_INVISIBLE';

// Zero-width and joining marks, bidi controls, soft hyphen, fillers, interlinear marks, tag characters.
const INVISIBLE =
  /[\u00ad\u034f\u061c\u115f\u1160\u17b4\u17b5\u180b-\u180e\u200b-\u200f\u202a-\u202e\u2060-\u206f\u3164\ufeff\uffa0\ufff9-\ufffb\u{1bca0}-\u{1bca3}\u{1d173}-\u{1d17a}\u{e0000}-\u{e0fff}]/u;
// Joins the parts of one picture (👨‍👩‍👧); allowed in running text between pictures only.
const PICTURE_JOINER =
  /(?<=\p{Extended_Pictographic}\ufe0f?|[\u{1f3fb}-\u{1f3ff}])\u200d(?=\p{Extended_Pictographic})/gu;
// Control characters other than tab and line feed. PostgreSQL refuses NUL; the rest has no meaning in a text.
// eslint-disable-next-line no-control-regex
const CONTROL = /[\u0000-\u0008\u000b-\u001f\u007f-\u009f\ufffe\uffff]/;

/** Counts what people call characters of a text: code points. */
export function lengthOf(text: string): number {
  return [...text].length;
}

/** One line, NFC, trimmed, inner white space folded; or what is wrong with it. */
export function cleanLine(raw: string): string | { fault: TextFault } {
  const cleaned = cleanParagraphs(raw);
  return typeof cleaned === 'string' ? cleaned.replaceAll(/\s+/g, ' ') : cleaned;
}

/** Several lines, NFC, `\n` as the line end, trimmed; or what is wrong with it. */
export function cleanParagraphs(raw: string): string | { fault: TextFault } {
  const unix = raw.replaceAll(/\r\n?|[\u2028\u2029]/g, '\n');
  if (!unix.isWellFormed() || CONTROL.test(unix)) return { fault: 'INPUT_NOT_TEXT' };
  if (INVISIBLE.test(unix.replaceAll(PICTURE_JOINER, ''))) return { fault: 'INPUT_INVISIBLE' };
  return unix.normalize('NFC').trim();
}

// At least one letter; variation selectors are marks by their class, but nobody sees them.
const NAME = /^(?=.*\p{L})(?!.*[\ufe00-\ufe0f])[\p{L}\p{M}·.' -]{1,50}$/u;

/**
 * A person's name: 1 to 50 code points, the separator written · (U+00B7), as the notice on unified name capture in
 * government information systems asks. `null` when it is none.
 */
export function cleanName(raw: string): string | null {
  const line = cleanLine(raw);
  if (typeof line !== 'string') return null;
  const name = line.replaceAll(/[•‧・．∙⋅●]/g, '·');
  return NAME.test(name) ? name : null;
}

/** A mobile number of 11 digits or a landline with area code, digits only; full-width digits are understood. `null` when it is none. */
export function cleanPhone(raw: string): string | null {
  const digits = raw
    .normalize('NFKC')
    .replaceAll(/[\s()\u2010-\u2015-]/g, '')
    .replace(/^\+?86(?=1\d{10}$)/, '');
  // Area codes of three digits are 010 and 02x; all others have four.
  return /^(1[3-9]\d{9}|(010|02\d)\d{7,8}|0[3-9]\d{2}\d{7,8})$/.test(digits) ? digits : null;
}

/** How a text is compared when people search: full and half width, upper and lower case are one. */
export function searchForm(text: string): string {
  return text.normalize('NFKC').toLowerCase();
}
