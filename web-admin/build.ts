/** `npm run web`: typed documents, then the pages, into dist/web. Does nothing while nothing changed since the last time. */
import { createHash } from 'node:crypto';
import { globSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import { codegen, writeManifest } from './codegen.ts';

const ROOT = join(import.meta.dirname, '..');
const OUT = join(ROOT, 'dist', 'web');
const STAMP = join(OUT, 'stamp');
const SOURCES = [
  ...['web-admin/**/*.{ts,tsx,graphql,html,css,svg,json}', 'schema/schema.graphql', 'package-lock.json'],
  ...['docs/manual/*.md', 'docs/screenshots/*.png'],
];

/** Of everything that goes into the pages. */
function fingerprint(): string {
  const hash = createHash('sha256');
  const generated = /[\\/]gql[\\/]/;
  const files = globSync(SOURCES, { cwd: ROOT }).filter((file) => !generated.test(file));
  for (const file of files.toSorted()) hash.update(file).update(readFileSync(join(ROOT, file)));
  return hash.digest('hex');
}

function stamp(): string | null {
  try {
    return readFileSync(STAMP, 'utf8');
  } catch {
    return null;
  }
}

const now = fingerprint();
if (stamp() !== now) {
  const documents = await codegen();
  await build({ configFile: join(import.meta.dirname, 'vite.config.ts'), logLevel: 'warn' });
  writeManifest(OUT, documents);
  writeFileSync(STAMP, now);
}
