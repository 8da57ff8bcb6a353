// Proves that what the Markdown pages name is there: files they link to, paths they quote, npm scripts they tell people to run.
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, normalize } from 'node:path';
import { execFileSync } from 'node:child_process';
import { faultsOfManuals } from './docs-manuals.mjs';
import { faultsOfTwins } from './docs-twins.mjs';

const ROOT = join(import.meta.dirname, '..');
const { scripts } = JSON.parse(readFileSync(join(ROOT, 'package.json'), 'utf8'));
const NPM_OWN = ['ci', 'install', 'update'];
const FOLDERS = 'api|seeds|test|schema|docs|bench|web-admin|\\.ci';

/** Pages that git knows or would know; every one in the folder where there is no git. */
function pages() {
  const list = ['ls-files', '--cached', '--others', '--exclude-standard', '--', '*.md'];
  const names = execFileSync('git', list, { cwd: ROOT, encoding: 'utf8' }).split('\n');
  return [...new Set(names)].filter((name) => name !== '' && existsSync(join(ROOT, name)));
}

/** As links name them: small, without marks, with dashes for spaces. */
const headingsOf = (text) =>
  [...text.matchAll(/^#+ (.+)$/gm)].map(([, heading]) =>
    heading
      .toLowerCase()
      .replaceAll(/[^\p{L}\p{N}_ -]/gu, '')
      .replaceAll(' ', '-'),
  );

function* faultsIn(page) {
  const text = readFileSync(join(ROOT, page), 'utf8').replaceAll(/<!--[\s\S]*?-->/g, '');
  for (const [, target] of text.matchAll(/\]\(([^)\s]+)\)/g)) {
    if (/^[a-z]+:/.test(target)) continue;
    if (target.startsWith('#')) {
      if (!headingsOf(text).includes(decodeURI(target.slice(1)))) yield `jumps to ${target}, which is no heading of it`;
      continue;
    }
    const file = normalize(join(dirname(page), decodeURI(target.split('#')[0])));
    if (!existsSync(join(ROOT, file))) yield `links to ${target}, which is not there`;
  }
  for (const [, path] of text.matchAll(new RegExp(`\`((?:${FOLDERS})/[\\w./-]+)\``, 'g')))
    if (!path.includes('NNNN') && !existsSync(join(ROOT, path))) yield `names ${path}, which is not there`;
  const code = [...text.matchAll(/```[\s\S]*?```|`[^`\n]+`/g)].join('\n');
  for (const [, run, name] of code.matchAll(/\bnpm (run )?(?:-s )?([a-z][a-z:]*)/g))
    if (!(name in scripts) && (run || !NPM_OWN.includes(name))) yield `tells to run "npm ${name}", which is no script`;
}

const faults = [
  ...pages().flatMap((page) => [...faultsIn(page)].map((fault) => `${page} ${fault}`)),
  ...faultsOfTwins(),
  ...faultsOfManuals(),
];
for (const fault of faults) console.log(fault);
console.log(
  faults.length === 0 ? 'The pages name nothing that is not there.' : `${faults.length} faults in the pages.`,
);
process.exitCode = faults.length === 0 ? 0 : 1;
