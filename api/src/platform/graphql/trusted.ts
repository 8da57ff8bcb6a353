import { BadBody, type GraphqlBody } from '../http/json-body.ts';
import { type Documents, hashOf, isListed, NOT_LISTED } from './documents.ts';

const SHA256 = /^[0-9a-f]{64}$/;

/**
 * The text of the document that a request asks to run: sent whole, or named by its hash (`extensions.persistedQuery`,
 * version 1). With `listedOnly`, a document outside the list is refused before anybody parses it.
 */
export function chooseDocument({ query, extensions }: GraphqlBody, documents: Documents, listedOnly: boolean): string {
  const hash = hashIn(extensions?.['persistedQuery']);
  if (!query) return documentBy(hash, documents, listedOnly);
  if (hash !== null && hash !== hashOf(query)) {
    throw new BadBody(400, 'BAD_REQUEST', '查询语句与它的 sha256Hash 不一致，请检查后重试。');
  }
  if (listedOnly && !isListed(query, documents)) throw notListed();
  return query;
}

function documentBy(hash: string | null, documents: Documents, listedOnly: boolean): string {
  if (hash === null) throw new BadBody(400, 'BAD_REQUEST', '请求里没有查询语句，请在 query 里填写。');
  const document = documents.get(hash);
  if (document !== undefined) return document;
  if (listedOnly) throw notListed();
  // 200 and this code are what clients expect who then send the whole text.
  throw new BadBody(200, 'PERSISTED_QUERY_NOT_FOUND', '没有找到这个编号对应的查询语句，请发送完整的查询语句。');
}

/** The hash in `extensions.persistedQuery`; null without one. */
export function hashIn(persisted: unknown): string | null {
  if (persisted === undefined || persisted === null) return null;
  const { version, sha256Hash } = persisted as { version?: unknown; sha256Hash?: unknown };
  if (version === 1 && typeof sha256Hash === 'string' && SHA256.test(sha256Hash)) return sha256Hash;
  throw new BadBody(400, 'BAD_REQUEST', 'persistedQuery 应为 { version: 1, sha256Hash } 的形式，请检查后重试。');
}

function notListed(): BadBody {
  return new BadBody(403, NOT_LISTED.code, NOT_LISTED.message);
}
