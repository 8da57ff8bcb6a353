import type { TypedDocumentNode } from '@graphql-typed-document-node/core';
import { apollo } from '../../shell/apollo.ts';
import type { Scope } from '../widgets/widget.ts';

/** Something that can be picked. */
export interface Found {
  readonly value: string;
  readonly label: string;
  /** What tells it from others of the same name. */
  readonly about?: string | undefined;
  /** Heading under which it is listed. */
  readonly group?: string;
}

/** Around what is looked: the form, and the value of the field on which this one depends. */
export interface Around extends Scope {
  readonly beside: string | null;
  /** Where the viewer serves: in a unit, or in a division. */
  readonly place: { readonly unit: string | null; readonly division: string | null } | null;
}

export interface Lookup {
  /** What the text finds; '' is what is offered at first. */
  find(text: string, around: Around): Promise<readonly Found[]>;
  /** What is chosen already, by name. */
  named?(ids: readonly string[], around: Around): Promise<readonly Found[]>;
  /** All there is comes at once: what is typed in is looked for here. */
  readonly whole?: boolean;
  /** Name of another field of the form on which it depends. */
  readonly beside?: string;
}

/** Reads from the server as it stands now. */
export async function read<T, V extends Record<string, unknown>>(
  document: TypedDocumentNode<T, V>,
  variables: V,
): Promise<T> {
  const { data } = await apollo.query({
    query: document,
    variables,
    fetchPolicy: 'network-only',
  });
  if (!data) throw new Error('No answer');
  return data;
}

/** Finds the names of several, one by one; those that cannot be read are left out. */
export async function each(
  ids: readonly string[],
  one: (id: string) => Promise<Found | null>,
): Promise<readonly Found[]> {
  const found = await Promise.all(ids.map(one));
  return found.filter((item) => item !== null);
}

export const orAll = (text: string): string | null => (text.trim() === '' ? null : text.trim());
