import type { DocumentNode, GraphQLSchema, OperationDefinitionNode, SelectionSetNode } from 'graphql';
import { isObjectType, Kind } from 'graphql';
import { common } from '../../kernel/refusal.ts';
import { ROLES, type Viewer } from '../../kernel/viewer.ts';
import { refusedOperation } from './errors.ts';
import { mayAsk, type ModulePolicy, type RootRule } from './policy.ts';

/** The rules of all root fields, `Query.orders` -> rule. */
export type RootRules = ReadonlyMap<string, RootRule>;

/** Gathers the rules of all modules. Two modules may not give one root field two rules. */
export function rootRulesOf(policies: readonly ModulePolicy[]): RootRules {
  return gathered(policies.map(({ roots }) => roots));
}

/**
 * Refuses an operation with `NOT_SIGNED_IN` (HTTP 401) or `NOT_ALLOWED` (HTTP 403) when the viewer may not ask one of its
 * root fields; then nothing of it runs. A root field without a rule is refused to everybody.
 */
export function checkRootRules(
  rules: RootRules,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  viewer: Viewer,
): void {
  const root = { query: 'Query', mutation: 'Mutation', subscription: 'Subscription' }[operation.operation];
  for (const field of rootFieldsOf(document, operation)) {
    const rule = field.startsWith('__') ? 'ANYONE' : rules.get(`${root}.${field}`);
    if (rule !== undefined && mayAsk(rule, viewer)) continue;
    if (viewer.kind === 'NOBODY') throw refusedOperation('NOT_SIGNED_IN', common.sentences.NOT_SIGNED_IN);
    throw refusedOperation('NOT_ALLOWED', notAllowed(viewer));
  }
}

function notAllowed({ post }: Viewer): string {
  if (!post) return '您还没有选择以什么身份办理，请先选择身份。';
  return `以“${ROLES[post.role].label}”的身份不能查看或办理此项内容。如您还有其他身份，请切换后再试。`;
}

/** Names of the root fields that an operation selects, through fragments too. */
export function rootFieldsOf(document: DocumentNode, operation: OperationDefinitionNode): ReadonlySet<string> {
  const fields = new Set<string>();
  const spread = new Set<string>();
  const waiting: SelectionSetNode[] = [operation.selectionSet];
  for (let set = waiting.pop(); set; set = waiting.pop()) {
    for (const node of set.selections) {
      if (node.kind === Kind.FIELD) fields.add(node.name.value);
      else if (node.kind === Kind.INLINE_FRAGMENT) waiting.push(node.selectionSet);
      else if (!spread.has(node.name.value)) {
        spread.add(node.name.value);
        waiting.push(...fragmentsNamed(document, node.name.value));
      }
    }
  }
  return fields;
}

function fragmentsNamed(document: DocumentNode, name: string): readonly SelectionSetNode[] {
  const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
  return fragments.filter((node) => node.name.value === name).map(({ selectionSet }) => selectionSet);
}

/**
 * Proves at the start that nothing is shown without a rule: every root field and every object type must have its line in
 * some module's policy. Throws, naming all that have none.
 */
export function assertPolicyComplete(schema: GraphQLSchema, policies: readonly ModulePolicy[]): void {
  const rules = rootRulesOf(policies);
  const types = gathered(policies.map((policy) => policy.types));
  const roots = [schema.getQueryType(), schema.getMutationType(), schema.getSubscriptionType()].filter(
    (type) => !!type,
  );
  const fields = roots.flatMap((root) => Object.keys(root.getFields()).map((field) => `${root.name}.${field}`));
  const objects = Object.values(schema.getTypeMap()).filter(
    (type) => isObjectType(type) && !roots.includes(type) && !type.name.startsWith('__'),
  );
  const missing = [
    ...fields.filter((field) => !rules.has(field)),
    ...objects.map(({ name }) => name).filter((name) => !types.has(name)),
  ];
  if (missing.length > 0) throw new Error(`No policy line for: ${missing.toSorted().join(', ')}`);
}

function gathered<T>(parts: readonly Readonly<Record<string, T>>[]): ReadonlyMap<string, T> {
  const all = new Map<string, T>();
  for (const [name, rule] of parts.flatMap((part) => Object.entries(part))) {
    const other = all.get(name);
    if (other !== undefined && String(other) !== String(rule)) {
      throw new Error(`Two policies for "${name}": ${String(other)} and ${String(rule)}`);
    }
    all.set(name, rule);
  }
  return all;
}
