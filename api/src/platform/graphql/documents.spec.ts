import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, it } from '@jest/globals';
import { hashOf, readDocuments } from './documents.ts';

it('reads every document of a folder, as it stands and trimmed; a folder that is not there has none', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'documents-'));
  try {
    await writeFile(path.join(folder, 'a.graphql'), 'query A { a }\n');
    await writeFile(path.join(folder, 'README.md'), 'no document');
    const documents = await readDocuments(folder);
    expect([...documents.values()]).toEqual(['query A { a }\n', 'query A { a }']);
    expect(documents.get(hashOf('query A { a }'))).toBe('query A { a }');
    expect((await readDocuments(path.join(folder, 'nowhere'))).size).toBe(0);
  } finally {
    await rm(folder, { recursive: true });
  }
});
