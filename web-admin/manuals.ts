/** The manuals in `docs/manual`, made into pages of the console while it is built: no text is read from anywhere at run time. */
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { Marked, type Tokens } from 'marked';
import type { Plugin } from 'vite';

const ASKED = '?manual';
/** Where the console shows a manual. */
const SHOWN = '/console/help/';

interface Section {
  readonly id: string;
  readonly title: string;
}

/** The sizes of a picture, from the head of its file: room is kept for it before it is there. */
function sizeOf(file: string): string {
  const head = readFileSync(file);
  return `width="${String(head.readUInt32BE(16))}" height="${String(head.readUInt32BE(20))}"`;
}

const escaped = (text: string) =>
  text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;').replaceAll('"', '&quot;');

/** One manual on its way from Markdown to a module. */
class Manual {
  title = '';
  readonly sections: Section[] = [];
  readonly pictures: string[] = [];
  readonly #file: string;

  constructor(file: string) {
    this.#file = file;
  }

  html(): string {
    const marked = new Marked({
      renderer: {
        heading: (token) => this.#heading(token),
        image: (token) => this.#image(token),
        link: (token) => this.#link(token),
      },
    });
    return marked.parse(readFileSync(this.#file, 'utf8'), { async: false });
  }

  /** The page has its title already; sections can be jumped to. */
  #heading({ depth, text }: Tokens.Heading): string {
    if (depth === 1) return ((this.title = text), '');
    if (depth > 2) return `<h${String(depth)}>${escaped(text)}</h${String(depth)}>\n`;
    const id = `s${String(this.sections.length + 1)}`;
    this.sections.push({ id, title: text });
    return `<h2 id="${id}">${escaped(text)}</h2>\n`;
  }

  /** A picture opens in full beside the page. Where it was not taken yet, the text stands alone. */
  #image({ href, text }: Tokens.Image): string {
    const file = join(dirname(this.#file), href);
    if (!existsSync(file)) return '';
    const n = this.pictures.push(file) - 1;
    const img = `<img src="@@${String(n)}@@" ${sizeOf(file)} alt="${escaped(text)}" loading="lazy">`;
    return `<a class="manual-picture" href="@@${String(n)}@@" target="_blank" rel="noopener">${img}</a>`;
  }

  #link({ href, text }: Tokens.Link): string {
    const [, name] = /^([a-z-]+)\.md$/.exec(href) ?? [];
    if (!name) throw new Error(`${this.#file}: a manual links to manuals only, not to ${href}`);
    return `<a href="${SHOWN}${name}">${escaped(text)}</a>`;
  }
}

function moduleOf(file: string): string {
  const manual = new Manual(file);
  const html = manual.html();
  const imports = manual.pictures.map((picture, n) => `import p${String(n)} from ${JSON.stringify(`${picture}?url`)};`);
  // Names of pictures are known when everything is bundled: the text is put together from its pieces.
  const pieces = html.split(/@@(\d+)@@/).map((piece, n) => (n % 2 ? `p${piece}` : JSON.stringify(piece)));
  return [
    ...imports,
    `export const title = ${JSON.stringify(manual.title)};`,
    `export const sections = ${JSON.stringify(manual.sections)};`,
    `export const html = ${pieces.join(' + ')};`,
  ].join('\n');
}

/** Lets the console import `docs/manual/<name>.md?manual`: its title, its sections, and its text as HTML. */
export function manuals(): Plugin {
  return {
    name: 'manuals',
    enforce: 'pre',
    load(id) {
      if (!id.endsWith(ASKED)) return null;
      return { code: moduleOf(id.slice(0, -ASKED.length)), moduleType: 'js', map: null };
    },
  };
}
