import type {
  DocumentNode,
  FieldNode,
  FragmentDefinitionNode,
  GraphQLField,
  GraphQLNamedType,
  GraphQLOutputType,
  GraphQLSchema,
  OperationDefinitionNode,
  SelectionNode,
  SelectionSetNode,
  ValueNode,
} from 'graphql';
import {
  getNamedType,
  getNullableType,
  isInterfaceType,
  isListType,
  isObjectType,
  Kind,
  valueFromASTUntyped,
} from 'graphql';
import { NO_INTROSPECTION, refusedOperation } from './errors.ts';

/** How large an operation is. */
export interface Size {
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  readonly fields: number;
  /** Fields at the top, `__typename` left out. */
  readonly roots: number;
  /** Objects that the answer may hold. */
  readonly cost: number;
}

export interface Asked {
  readonly schema: GraphQLSchema;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
  readonly variables: Readonly<Record<string, unknown>>;
  /** Largest `first`, and whether `__schema` and `__type` may be asked. */
  readonly limits: { readonly first: number; readonly introspection: boolean };
}

/** What a list counts whose length nobody asked for. */
const USUAL_LIST = 10;
const NOTHING: Size = { depth: 0, aliases: 0, directives: 0, fields: 0, roots: 0, cost: 0 };

/** Measures an operation: every fragment is measured once per place it can stand in, so nesting them costs nothing. */
export function measure(asked: Asked): Size {
  return new Measuring(asked).whole();
}

class Measuring {
  private readonly fragments: ReadonlyMap<string, FragmentDefinitionNode>;
  private readonly measured = new Map<string, Size | 'UNDER WAY'>();

  constructor(private readonly asked: Asked) {
    const named = asked.document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    this.fragments = new Map(named.map((node) => [node.name.value, node]));
  }

  whole(): Size {
    const { schema, operation } = this.asked;
    const size = this.selections(operation.selectionSet, schema.getRootType(operation.operation), null);
    return { ...size, directives: size.directives + directivesOf(operation) };
  }

  /** `page`: the `first` of the connection whose fields these are; its `edges` and `nodes` are that long. */
  private selections(set: SelectionSetNode, type: GraphQLNamedType | null | undefined, page: number | null): Size {
    return set.selections.map((node) => this.selection(node, type, page)).reduce(together, NOTHING);
  }

  private selection(node: SelectionNode, type: GraphQLNamedType | null | undefined, page: number | null): Size {
    if (node.kind === Kind.FIELD) return this.field(node, type, page);
    const inner =
      node.kind === Kind.FRAGMENT_SPREAD
        ? this.fragment(node.name.value, page)
        : this.selections(node.selectionSet, this.narrowed(node.typeCondition?.name.value, type), page);
    return { ...inner, directives: inner.directives + directivesOf(node) };
  }

  private fragment(name: string, page: number | null): Size {
    const key = `${name} ${page}`;
    const known = this.measured.get(key);
    if (known === 'UNDER WAY') throw refusedOperation('QUERY_LIMIT', `片段“${name}”包含了它自己，请改正后重试。`);
    const fragment = this.fragments.get(name);
    if (known || !fragment) return known ?? NOTHING;
    this.measured.set(key, 'UNDER WAY');
    const size = this.selections(fragment.selectionSet, this.narrowed(fragment.typeCondition.name.value, null), page);
    this.measured.set(key, size);
    return size;
  }

  private narrowed(condition: string | undefined, type: GraphQLNamedType | null | undefined) {
    return condition === undefined ? type : this.asked.schema.getType(condition);
  }

  private field(node: FieldNode, type: GraphQLNamedType | null | undefined, page: number | null): Size {
    const own = ownSize(node);
    if (['__schema', '__type'].includes(node.name.value)) return this.introspection(own);
    const definition = fieldNamed(type, node.name.value);
    const first = this.firstOf(node, definition);
    if (!node.selectionSet) return own;
    const list = isList(definition?.type);
    const inner = this.selections(node.selectionSet, definition && getNamedType(definition.type), list ? null : first);
    return around(own, list ? lengthOf(first, page) : 1, inner);
  }

  /** What lies below is bounded by graphql-js itself (MaxIntrospectionDepth) and costs the database nothing. */
  private introspection(own: Size): Size {
    if (this.asked.limits.introspection) return own;
    throw refusedOperation('INTROSPECTION_DISABLED', NO_INTROSPECTION);
  }

  /** The page size asked for; null when the field has no `first`. */
  private firstOf(node: FieldNode, definition: GraphQLField<unknown, unknown> | undefined): number | null {
    const declared = definition?.args.find(({ name }) => name === 'first');
    if (!declared) return null;
    const given = argumentOf(node, 'first');
    const value: unknown = (given && this.valueOf(given)) ?? declared.defaultValue ?? USUAL_LIST;
    if (isWithin(value, this.asked.limits.first)) return value;
    const sentence = `“${node.name.value}”的 first 应为1至${this.asked.limits.first}的整数，请修改后重试。`;
    throw refusedOperation('BAD_USER_INPUT', sentence);
  }

  private valueOf(node: ValueNode): unknown {
    if (node.kind !== Kind.VARIABLE) return node.kind === Kind.INT ? Number(node.value) : valueFromASTUntyped(node);
    const name = node.name.value;
    if (Object.hasOwn(this.asked.variables, name)) return this.asked.variables[name];
    const declared = this.asked.operation.variableDefinitions?.find(({ variable }) => variable.name.value === name);
    return declared?.defaultValue && valueFromASTUntyped(declared.defaultValue);
  }
}

function fieldNamed(type: GraphQLNamedType | null | undefined, name: string) {
  return isObjectType(type) || isInterfaceType(type) ? type.getFields()[name] : undefined;
}

/** How long a list is taken to be: as was asked here, or one level up, or as lists usually are. */
const lengthOf = (first: number | null, page: number | null): number => first ?? page ?? USUAL_LIST;

/** A field without what is selected below it. */
function ownSize(node: FieldNode): Size {
  const roots = node.name.value === '__typename' ? 0 : 1;
  return { depth: 1, aliases: node.alias ? 1 : 0, directives: directivesOf(node), fields: 1, roots, cost: 0 };
}

const isWithin = (value: unknown, max: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 1 && value <= max;

const argumentOf = (node: FieldNode, name: string): ValueNode | undefined =>
  node.arguments?.find((argument) => argument.name.value === name)?.value;

/** A field whose value are `objects` things, each with what is selected of it. */
function around(own: Size, objects: number, inner: Size): Size {
  return {
    depth: 1 + inner.depth,
    aliases: own.aliases + inner.aliases,
    directives: own.directives + inner.directives,
    fields: 1 + inner.fields,
    roots: own.roots,
    cost: objects * (1 + inner.cost),
  };
}

function together(one: Size, other: Size): Size {
  return {
    depth: Math.max(one.depth, other.depth),
    aliases: one.aliases + other.aliases,
    directives: one.directives + other.directives,
    fields: one.fields + other.fields,
    roots: one.roots + other.roots,
    cost: one.cost + other.cost,
  };
}

function directivesOf({ directives }: { readonly directives?: readonly unknown[] | undefined }): number {
  return directives?.length ?? 0;
}

function isList(type: GraphQLOutputType | undefined): boolean {
  return isListType(getNullableType(type));
}
