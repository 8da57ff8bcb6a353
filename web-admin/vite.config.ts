import { join } from 'node:path';
import { brotliCompressSync, constants, gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';
import { manuals } from './manuals.ts';

const page = (name: string) => join(import.meta.dirname, name, 'index.html');

/** Lays a compressed twin beside every text, so that nothing is compressed while somebody waits. */
function compressed(): Plugin {
  const twins = (bytes: Buffer) => [
    ['.br', brotliCompressSync(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 9 } })] as const,
    ['.gz', gzipSync(bytes, { level: 9 })] as const,
  ];
  return {
    name: 'compressed-twins',
    apply: 'build',
    generateBundle: {
      order: 'post',
      handler(_options, bundle) {
        for (const output of Object.values(bundle)) {
          if (!/\.(js|css|svg)$/.test(output.fileName)) continue;
          const bytes = Buffer.from(output.type === 'chunk' ? output.code : output.source);
          for (const [ending, source] of twins(bytes))
            this.emitFile({ type: 'asset', fileName: output.fileName + ending, source });
        }
      },
    },
  };
}

// eslint-disable-next-line no-restricted-syntax -- vite asks for a default export
export default defineConfig({
  root: import.meta.dirname,
  base: '/web/',
  plugins: [manuals(), compressed()],
  build: {
    outDir: join(import.meta.dirname, '..', 'dist', 'web'),
    emptyOutDir: true,
    // Shells built on old Chromium are still in use in offices (360, 奇安信, UOS).
    target: 'chrome87',
    chunkSizeWarningLimit: 1500,
    modulePreload: { polyfill: false },
    rolldownOptions: {
      // Libraries mark what runs in browsers; everything here does.
      onLog: (level, log, handle) => void (log.code === 'MODULE_LEVEL_DIRECTIVE' || handle(level, log)),
      input: { console: page('console'), resident: page('resident') },
    },
  },
});
