import type { TypedDocumentNode } from '@graphql-typed-document-node/core';

/** A document of a `.graphql` file. The server knows it by its hash. */
export type Hashed<T, V> = TypedDocumentNode<T, V>;

/** SHA-256 of the document's text, in hexadecimal. Worked out when the pages are built: on plain http a browser cannot. */
export function hashOf(document: object): string {
  const { __meta__ } = document as { __meta__?: { hash?: string } };
  if (!__meta__?.hash) throw new Error('The document is not one of the house');
  return __meta__.hash.replace('sha256:', '');
}
