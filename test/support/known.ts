import { documentsOf, hashOf, type Documents } from '../../api/src/platform/graphql/documents.ts';

/** Documents that a test makes known while it runs. */
export class GrowingDocuments extends Map<string, string> implements Documents {
  /** Makes a text known, and says by which hash. */
  learn(text: string): string {
    for (const [hash, form] of documentsOf([text])) this.set(hash, form);
    return hashOf(text);
  }

  /** The request that names a document by its hash. */
  request(query: string, rest: object): object {
    const sha256Hash = this.learn(query);
    return { ...rest, extensions: { persistedQuery: { version: 1, sha256Hash } } };
  }
}

/**
 * KNOWN_DOCUMENTS=1 runs every test that asks by `Somebody` the short way: each document is made known and named by its
 * hash. What holds for documents that are sent must hold for those that are known.
 */
export const known = process.env['KNOWN_DOCUMENTS'] === '1' ? new GrowingDocuments() : null;
