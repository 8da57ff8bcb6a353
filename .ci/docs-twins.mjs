// Proves that the README in Chinese says what the one in English says: as many headings of each depth, the same commands,
// the same links, the same variables and addresses. And that both name every page of the console's menu.
import { existsSync, globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const PAGES = ['README.md', 'README.zh-CN.md'];

const allOf = (text, pattern) => [...text.matchAll(pattern)].map(([whole, part = whole]) => part.trim());
const withoutBlocks = (text) => text.replaceAll(/^```[\s\S]*?^```/gm, '');

/** What is the same in every language. */
const SHARED = {
  headings: (text) => allOf(withoutBlocks(text), /^(#+) /gm),
  // What stands behind a command is said in the language of the page.
  commands: (text) =>
    allOf(text, /^```sh\n([\s\S]*?)^```/gm).flatMap((block) => block.replaceAll(/ +# .*$/gm, '').split('\n')),
  'words in code': (text) => allOf(withoutBlocks(text), /`([^`\n]+)`/g).toSorted(),
  links: (text) =>
    allOf(text, /\]\(([^)\s#]+)\)/g)
      .filter((target) => !PAGES.includes(target))
      .toSorted(),
};

/** What one list has and the other lacks, each as often as it stands there. */
function lackingIn(list, other) {
  const rest = [...other];
  return list.filter((one) => !rest.includes(one) || (rest.splice(rest.indexOf(one), 1), false));
}

function menuOf() {
  const files = globSync('web-admin/src/features/*/*.feature.tsx', { cwd: ROOT });
  return files.flatMap((file) => allOf(readFileSync(join(ROOT, file), 'utf8'), /\bto: '(\/[^']+)'/g));
}

/** Sentences about what differs between the two, or is named by neither. */
export function* faultsOfTwins() {
  const missing = PAGES.find((page) => !existsSync(join(ROOT, page)));
  if (missing) return yield `${missing} is not there`;
  const texts = PAGES.map((page) => readFileSync(join(ROOT, page), 'utf8'));
  for (const [what, read] of Object.entries(SHARED)) {
    const lists = texts.map(read);
    for (const [mine, theirs] of [
      [0, 1],
      [1, 0],
    ])
      for (const lost of lackingIn(lists[mine], lists[theirs]))
        yield `${PAGES[theirs]} lacks among its ${what}: ${lost}`;
    if (lists[0].length === lists[1].length && what !== 'links' && lists[0].join('\n') !== lists[1].join('\n'))
      yield `${PAGES[1]} has its ${what} in another order than ${PAGES[0]}`;
  }
  for (const [n, text] of texts.entries())
    for (const address of menuOf())
      if (!text.includes(`\`${address}\``)) yield `${PAGES[n]} does not name the page ${address} of the console`;
}
