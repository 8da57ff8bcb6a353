import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder of the checkout, found from the sources as well as from `dist/`. */
export function projectRoot(): string {
  let folder = dirname(fileURLToPath(import.meta.url));
  while (!existsSync(join(folder, 'schema', 'migrations'))) {
    const parent = dirname(folder);
    if (parent === folder) throw new Error('找不到 schema/migrations 文件夹，程序文件不完整。');
    folder = parent;
  }
  return folder;
}
