import type { Viewer } from '../../kernel/viewer.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who asks: resolved for every route before its handler runs; `NOBODY` without a valid session. */
    viewer: Viewer;
  }
}
