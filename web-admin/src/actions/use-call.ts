import { useCallback, useState } from 'react';
import { useMutation } from '@apollo/client/react';
import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { sentenceOf } from '../shell/apollo.ts';

/** Why something was not done, and to which field that belongs. */
export interface Refused {
  readonly code: string;
  readonly message: string;
  readonly path: readonly string[];
}

interface Payload {
  readonly userErrors: readonly Refused[];
}

const faultOf = (error: unknown): readonly Refused[] => [{ code: 'FAULT', message: sentenceOf(error), path: [] }];

/** Calls a mutation from a form of the page's own. Answers with what stands in the way; nothing when it was done. */
export function useCall<T extends object, V extends Record<string, unknown>>(document: TypedDocumentNode<T, V>) {
  const [mutate, { loading: busy }] = useMutation(document as TypedDocumentNode<T, Record<string, unknown>>);
  const [refused, setRefused] = useState<readonly Refused[]>([]);
  const call = useCallback(
    async (variables: V): Promise<readonly Refused[]> => {
      const errors = await mutate({ variables })
        .then(({ data }) => Object.values(data ?? {}).find(isPayload)?.userErrors ?? [])
        .catch(faultOf);
      setRefused(errors);
      return errors;
    },
    [mutate],
  );
  return { call, busy, refused };
}

const isPayload = (value: unknown): value is Payload =>
  typeof value === 'object' && value !== null && 'userErrors' in value;
