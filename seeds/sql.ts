import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { projectRoot } from '../api/src/platform/config/root.ts';

/** What a seed needs of a connection; a `pg.Client` is one. */
export interface Sql {
  query(text: string, values?: unknown[]): Promise<{ rows: unknown[] }>;
}

/** Rows of a file in `seeds/data` by the names in its first line. No field of ours holds a comma or a quote. */
export function readTable<K extends string>(file: string): Record<K, string>[] {
  const [head, ...lines] = readFileSync(join(projectRoot(), 'seeds', 'data', file), 'utf8')
    .trim()
    .split(/\r?\n/);
  const names = head!.split(',') as K[];
  return lines.map((line) => {
    const values = line.split(',');
    if (values.length !== names.length) throw new Error(`seeds/data/${file}: "${line}" has not ${names.length} fields`);
    return Object.fromEntries(names.map((name, index) => [name, values[index]!])) as Record<K, string>;
  });
}
