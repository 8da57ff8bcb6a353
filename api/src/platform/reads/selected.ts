import { GraphQLIncludeDirective, GraphQLSkipDirective, Kind, getDirectiveValues, type FieldNode, type FragmentDefinitionNode, type GraphQLField, type GraphQLObjectType, type SelectionSetNode } from 'graphql'; // prettier-ignore
import { getNamedType, isObjectType } from 'graphql';

type Variables = Readonly<Record<string, unknown>>;

/** What of a document stays the same while a statement is written for it. */
export interface Reading {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  /** As coerced; only their form may shape the statement. */
  readonly variables: Variables;
}

/** A field as an operation selects it: its response key, its nodes (several when selections are merged), its definition. */
export interface Selected {
  readonly key: string;
  readonly name: string;
  readonly nodes: readonly FieldNode[];
  /** The type that has the field. */
  readonly parent: string;
  /** Null for `__typename`. */
  readonly field: GraphQLField<unknown, unknown> | null;
  readonly reading: Reading;
}

/** The fields that a selection asks of objects of `type`, merged and ordered as GraphQL says (§6.3.2 CollectFields). */
export function fieldsOf(
  type: GraphQLObjectType,
  sets: readonly SelectionSetNode[],
  reading: Reading,
): readonly Selected[] {
  const found = new Map<string, FieldNode[]>();
  const spread = new Set<string>();
  for (const set of sets) collect({ type, reading, found, spread }, set);
  return [...found].map(([key, nodes]) => {
    const name = nodes[0]!.name.value;
    return { key, name, nodes, parent: type.name, field: type.getFields()[name] ?? null, reading };
  });
}

/** The selection below a field whose type is an object or a list of them. */
export function below({ field, nodes, reading }: Selected): readonly Selected[] {
  const type = getNamedType(field!.type);
  if (!isObjectType(type)) throw new Error(`${field!.name} has no fields`);
  return fieldsOf(
    type,
    nodes.flatMap(({ selectionSet }) => selectionSet ?? []),
    reading,
  );
}

interface Collecting {
  readonly type: GraphQLObjectType;
  readonly reading: Reading;
  readonly found: Map<string, FieldNode[]>;
  readonly spread: Set<string>;
}

function collect(collecting: Collecting, set: SelectionSetNode): void {
  for (const node of set.selections) {
    if (!isIncluded(node, collecting.reading.variables)) continue;
    if (node.kind === Kind.FIELD) add(collecting.found, node);
    else if (node.kind === Kind.FRAGMENT_SPREAD) collectFragment(collecting, node.name.value);
    else collectOf(collecting, node.typeCondition?.name.value, node.selectionSet);
  }
}

function add(found: Map<string, FieldNode[]>, node: FieldNode): void {
  const key = node.alias?.value ?? node.name.value;
  found.set(key, [...(found.get(key) ?? []), node]);
}

function collectFragment(collecting: Collecting, name: string): void {
  const { reading, spread } = collecting;
  if (spread.has(name)) return;
  spread.add(name);
  const fragment = reading.fragments[name];
  if (fragment) collectOf(collecting, fragment.typeCondition.name.value, fragment.selectionSet);
}

function collectOf(collecting: Collecting, condition: string | undefined, set: SelectionSetNode): void {
  if (condition === undefined || condition === collecting.type.name) collect(collecting, set);
}

function isIncluded(node: SelectionSetNode['selections'][number], variables: Variables): boolean {
  const skip = getDirectiveValues(GraphQLSkipDirective, node, variables);
  const include = getDirectiveValues(GraphQLIncludeDirective, node, variables);
  return skip?.['if'] !== true && include?.['if'] !== false;
}
