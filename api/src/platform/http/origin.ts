import type { FastifyRequest } from 'fastify';

/** A browser says from which page it sends; only the house's own pages and listed ones may. Programs say nothing. */
export function isForeign({ headers, host }: FastifyRequest, origins: readonly string[]): boolean {
  const { origin } = headers;
  if (origin === undefined || origins.includes(origin)) return false;
  return !(URL.canParse(origin) && new URL(origin).host === host);
}
