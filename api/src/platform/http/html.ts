/** HTML that is safe to send: everything put into it was escaped. */
export class Html {
  constructor(readonly text: string) {}
  toString(): string {
    return this.text;
  }
}

const ESCAPES: Readonly<Record<string, string>> = {
  '&': '&amp;',
  '<': '&lt;',
  '>': '&gt;',
  '"': '&quot;',
  "'": '&#39;',
};
// Bidi controls would let a name rearrange the page around it.
const HIDDEN = /[\u0000\u200e\u200f\u202a-\u202e\u2066-\u2069]/g; // eslint-disable-line no-control-regex

type Part = Html | string | number | null | readonly Part[];

function shown(part: Part): string {
  if (part === null) return '';
  if (part instanceof Html) return part.text;
  if (Array.isArray(part)) return part.map(shown).join('');
  return String(part)
    .toWellFormed()
    .replaceAll(HIDDEN, '')
    .replaceAll(/[&<>"']/g, (character) => ESCAPES[character]!);
}

/** Escapes every value put into the template; values of `html` itself and lists of them pass. For text and quoted attributes only. */
export function html(strings: TemplateStringsArray, ...parts: Part[]): Html {
  return new Html(strings.reduce((text, string, index) => text + shown(parts[index - 1] ?? null) + string));
}
