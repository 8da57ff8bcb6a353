import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';

/** Known documents: SHA-256 of the text in hexadecimal -> text. */
export type Documents = ReadonlyMap<string, string>;

export function hashOf(text: string): string {
  return createHash('sha256').update(text).digest('hex');
}

/**
 * Reads the documents that clients may send when only known ones are allowed: every `*.graphql` of the folder, as it stands
 * and without surrounding white space. No folder, no documents.
 */
export async function readDocuments(folder: string): Promise<Documents> {
  const files = (await namesIn(folder)).filter((name) => name.endsWith('.graphql')).toSorted();
  const texts = await Promise.all(files.map((name) => readFile(path.join(folder, name), 'utf8')));
  return documentsOf(texts);
}

/** The same for texts at hand. */
export function documentsOf(texts: readonly string[]): Documents {
  return new Map(texts.flatMap((text) => [text, text.trim()].map((form) => [hashOf(form), form] as const)));
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** What is answered to a document that is not in the list where only listed ones run. */
export const NOT_LISTED = {
  code: 'PERSISTED_QUERY_NOT_IN_LIST',
  message: '本系统只执行已登记的查询语句，请使用随系统发布的查询文档。',
} as const;

/** Is this text one of the documents, white space around it aside? */
export function isListed(text: string, documents: Documents): boolean {
  return documents.has(hashOf(text)) || documents.has(hashOf(text.trim()));
}
