// Lets Node load the TypeScript of this project, decorators and all, for a test process.
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { enableCompileCache, registerHooks } from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { transformSync, version } from '@swc/core';

const ROOT = pathToFileURL(join(import.meta.dirname, '..', '..', '/')).href;
const CACHE = join(import.meta.dirname, '../../node_modules/.cache/gongzhi-test');
const GLOBALS = new URL('./globals.js', import.meta.url).href;
const OPTIONS = {
  jsc: {
    target: 'es2023',
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: true },
  },
  module: { type: 'es6' },
  sourceMaps: true,
};

mkdirSync(CACHE, { recursive: true });
enableCompileCache(join(CACHE, 'compiled'));
registerHooks({
  resolve(specifier, context, next) {
    if (specifier === '@jest/globals') return { url: GLOBALS, format: 'module', shortCircuit: true };
    return next(specifier, context);
  },
  load(url, context, next) {
    if (!url.startsWith(ROOT) || !url.endsWith('.ts')) return next(url, context);
    return { format: 'module', source: scriptOf(fileURLToPath(url)), shortCircuit: true };
  },
});

const maps = new Map();

/** Where the source map of a loaded file is. */
export const mapOf = (url) => maps.get(url);

/** The script of a file: as it was made of the same text before, if it was. */
function scriptOf(file) {
  const text = readFileSync(file, 'utf8');
  const key = createHash('sha256')
    .update(`${version}${JSON.stringify(OPTIONS)}${file}\n${text}`)
    .digest('hex');
  const kept = join(CACHE, `${key}.js`);
  maps.set(pathToFileURL(file).href, `${kept}.map`);
  try {
    return readFileSync(kept, 'utf8');
  } catch {
    const { code, map } = transformSync(text, { ...OPTIONS, filename: file, swcrc: false });
    keep(`${kept}.map`, map);
    keep(kept, code);
    return code;
  }
}

/** Other processes may be making the same: whoever is last replaces like by like. */
function keep(path, text) {
  const mine = `${path}.${process.pid}`;
  writeFileSync(mine, text);
  renameSync(mine, path);
}
