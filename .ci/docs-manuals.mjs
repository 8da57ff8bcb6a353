// Proves that the manuals speak the words of the console: whatever stands there between “ and ” is a text that somebody
// can see on a page, a label of the schema, or a word of a process.
import { globSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';

const ROOT = join(import.meta.dirname, '..');
const SPOKEN = [
  ...['web-admin/src/**/*.texts.ts', 'web-admin/src/texts/*.ts', 'web-admin/src/resident/**/*.ts'],
  ...['docs/processes/*.md', 'docs/refusals.md', 'schema/schema.graphql'],
];

const read = (name) => readFileSync(join(ROOT, name), 'utf8');

export function* faultsOfManuals() {
  const spoken = SPOKEN.flatMap((pattern) => globSync(pattern, { cwd: ROOT }))
    .map(read)
    .join('\n');
  for (const page of globSync('docs/manual/*.md', { cwd: ROOT }).toSorted())
    for (const [, words] of read(page).matchAll(/“([^”]+)”/g))
      if (!spoken.includes(words))
        yield `docs/manual/${basename(page)} says “${words}”, which no page of the console does`;
}
