import { existsSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';
import { type Documents, documentsOf } from '../graphql/documents.ts';

/** Pages that find their way by themselves: under which address which of them is served. */
const ENTRIES: readonly (readonly [prefix: string, page: string])[] = [
  ['/console', 'console/index.html'],
  ['/r', 'resident/index.html'],
];

/**
 * Serves the pages built into `folder`: everything below `/console` is one page, below `/r` another, what they load lies below
 * `/web`. Names of loaded files change with their content, so that browsers keep them for a year. Nothing where nothing was built.
 */
export async function mountWeb(app: FastifyInstance, folder: string): Promise<void> {
  if (!existsSync(folder)) return;
  await app.register(fastifyStatic, {
    ...{ root: join(folder, 'assets'), prefix: '/web/assets/', index: false, preCompressed: true },
    ...{ maxAge: '365d', immutable: true, decorateReply: false },
  });
  for (const [prefix, page] of ENTRIES) {
    if (!existsSync(join(folder, page))) continue;
    const text = await readFile(join(folder, page));
    for (const url of [prefix, `${prefix}/*`])
      app.get(url, async (_request, reply) =>
        reply.type('text/html; charset=utf-8').header('cache-control', 'no-cache').send(text),
      );
  }
}

/** The documents that the pages send, with those that are known anyway. */
export async function withPageDocuments(folder: string, known: Documents): Promise<Documents> {
  const manifest = join(folder, 'documents.json');
  if (!existsSync(manifest)) return known;
  const texts = Object.values(JSON.parse(await readFile(manifest, 'utf8')) as Record<string, string>);
  return new Map([...known, ...documentsOf(texts)]);
}
