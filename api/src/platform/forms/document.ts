import { getOperationAST, Kind, parse, type OperationDefinitionNode } from 'graphql';
import { hashOf, type Documents } from '../graphql/documents.ts';

const known = new WeakMap<Documents, ReadonlyMap<string, string>>();

/** The hash of the listed document that calls a mutation and nothing else; null when none is listed. */
export function documentOf(mutation: string, documents: Documents): string | null {
  let hashes = known.get(documents);
  if (!hashes) known.set(documents, (hashes = indexed(documents)));
  return hashes.get(mutation) ?? null;
}

function indexed(documents: Documents): ReadonlyMap<string, string> {
  const named = [...documents.values()].flatMap((text) => {
    const operation = /\bmutation\b/.test(text) ? getOperationAST(parse(text)) : null;
    return operation && takesInput(operation) ? [[calledBy(operation), hashOf(text)] as const] : [];
  });
  // The first one counts: documents of the house come before those of its pages.
  return new Map(named.toReversed());
}

/** Does it take nothing but the whole input? */
const takesInput = ({ variableDefinitions = [] }: OperationDefinitionNode): boolean =>
  variableDefinitions.every(({ variable }) => variable.name.value === 'input');

/** The one root field of an operation; '' when it has several. */
function calledBy({ selectionSet }: OperationDefinitionNode): string {
  const [field, ...others] = selectionSet.selections;
  return field?.kind === Kind.FIELD && !field.alias && others.length === 0 ? field.name.value : '';
}
