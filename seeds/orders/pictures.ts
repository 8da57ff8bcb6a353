import { createHash } from 'node:crypto';
import { readFileSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../../api/src/platform/config/root.ts';

export interface Picture {
  readonly content: Buffer;
  readonly digest: Buffer;
}

let known: readonly Picture[] | null = null;

/** The few invented pictures of which all photos of the demo world are copies. */
export function pictures(): readonly Picture[] {
  if (known) return known;
  const folder = join(projectRoot(), 'seeds', 'data', 'photos');
  const contents = readdirSync(folder)
    .toSorted()
    .map((name) => readFileSync(join(folder, name)));
  known = contents.map((content) => ({ content, digest: createHash('sha256').update(content).digest() }));
  return known;
}

/** The picture of which the photo with this place among all photos is a copy. */
export const pictureOf = (index: number): number => index % pictures().length;
