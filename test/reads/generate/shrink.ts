import { Kind, parse, print, visit, type ASTNode, type DocumentNode, type GraphQLSchema } from 'graphql';
import type { Asking } from '../houses.ts';
import { isValid } from './operation.ts';

const MOST = 300;

/** Leaves out whatever is not needed for `fails`: selections, arguments, directives, one after the other. */
export async function shrink(schema: GraphQLSchema, asking: Asking, fails: (less: Asking) => Promise<boolean>): Promise<Asking> {
  let [known, tries] = [asking, 0];
  for (let place = 0; tries < MOST; ) {
    const less = without(known, place);
    if (less === null) return known;
    const isLess = less.query !== known.query && isValid(schema, less.query);
    if (isLess) tries += 1;
    if (isLess && (await fails(less))) known = less;
    else place += 1;
  }
  return known;
} // prettier-ignore

const REMOVABLE: ReadonlySet<string> = new Set([
  Kind.FIELD,
  Kind.INLINE_FRAGMENT,
  Kind.FRAGMENT_SPREAD,
  Kind.ARGUMENT,
  Kind.OBJECT_FIELD,
  Kind.DIRECTIVE,
]);

/** The asking without its n-th part; null when there are no more. */
function without(asking: Asking, place: number): Asking | null {
  const document = parse(asking.query, { noLocation: true });
  let [count, gone] = [0, false];
  const less: unknown = visit(document, {
    enter(node: ASTNode) {
      if (!REMOVABLE.has(node.kind)) return undefined;
      count += 1;
      if (count - 1 !== place) return undefined;
      gone = true;
      return null;
    },
  });
  return gone ? cleaned(asking, less as DocumentNode) : null;
}

function parses(query: string): boolean {
  try {
    return parse(query).definitions.length > 0;
  } catch {
    return false;
  }
}

/** Without variables and fragments that nobody uses any more. */
function cleaned({ variables = {}, ...rest }: Asking, document: DocumentNode): Asking {
  const used = new Set<string>();
  visit(document, {
    VariableDefinition: () => false,
    Variable: ({ name }) => void used.add(`$${name.value}`),
    FragmentSpread: ({ name }) => void used.add(name.value),
  });
  const kept = visit(document, {
    VariableDefinition: ({ variable }) => (used.has(`$${variable.name.value}`) ? false : null),
    FragmentDefinition: ({ name }) => (used.has(name.value) ? undefined : null),
  });
  const query = print(kept);
  const asking = { ...rest, query, variables: Object.fromEntries(Object.entries(variables).filter(([name]) => used.has(`$${name}`))) };
  // What lost its last selection is no document any more.
  return query === print(document) || !parses(query) ? asking : cleaned(asking, parse(query, { noLocation: true }));
} // prettier-ignore
