import type { GraphQLSchema } from 'graphql';
import { buildSchema, getMetadataStorage, type NonEmptyArray } from 'type-graphql';
import type { Discovered } from '../discovery.ts';
import { assertNoticesMatchTables } from '../process/notices.ts';
import { assertVerbsMatchTables, nameOf, type Verb } from '../process/verb.ts';
import { indexActions } from '../process/viewer-actions.ts';
import { assertPolicyComplete, rootRulesOf, type RootRules } from './guard.ts';
import { callable, mutationResolvers, ruleOf } from './mutations.ts';
import { attachReads, type RootFields } from '../reads/queries.ts';
import { FormQueries, formPolicy } from '../forms/form.queries.ts';
import { capitalised } from './names.ts';
import type { ModulePolicy } from './policy.ts';

export interface HouseSchema {
  readonly schema: GraphQLSchema;
  readonly rules: RootRules;
  /** The fields of Query that are declared: they can be planned. */
  readonly roots: RootFields;
}

type Resolvers = NonEmptyArray<new () => object>;

/**
 * Builds the schema of all modules: their types and queries, one mutation of every verb. Throws, naming every fault, when a
 * process has a row without a verb, a notice speaks of what never happens, or a type or root field has no line in a policy.
 */
export async function buildHouseSchema({ modules, verbs }: Discovered): Promise<HouseSchema> {
  const cases = modules.flatMap((module) => module.cases ?? []);
  assertVerbsMatchTables(verbs, cases);
  assertNoticesMatchTables(verbs, cases);
  indexActions(verbs);
  const queries = modules.flatMap((module) => module.queries ?? []);
  const resolvers = [
    FormQueries,
    ...modules.flatMap((module) => module.resolvers ?? []),
    ...[...queries.map(({ resolver }) => resolver), ...mutationResolvers(verbs)],
  ];
  readFieldsDirectly();
  const schema = await buildSchema({
    resolvers: resolvers as unknown as Resolvers,
    validate: false,
    pubSub: NO_PUBSUB,
  });
  const roots = Object.assign({}, ...queries.map((declared) => declared.roots)) as RootFields;
  attachReads(schema, roots);
  const policies = [...modules.flatMap((module) => module.policy ?? []), policyOfVerbs(verbs), formPolicy, OWN];
  assertPolicyComplete(schema, policies);
  return { schema, rules: rootRulesOf(policies), roots };
}

/** Fields without a resolver are read as they are: type-graphql's middleware around each of them costs a promise a field. */
function readFieldsDirectly(): void {
  for (const type of getMetadataStorage().objectTypes) type.simpleResolvers = true;
}

const refusePubSub = () => {
  throw new Error('Subscriptions are served by the feed (platform/feed)');
};
/** type-graphql asks for one; the feed takes its place, because its queue knows no bound. */
const NO_PUBSUB = { publish: refusePubSub, subscribe: refusePubSub };

/** Types of the platform itself. */
const OWN: ModulePolicy = {
  roots: {},
  types: { PageInfo: 'public', UserError: 'public', Standing: 'case', ViewerAction: 'case' },
};

function policyOfVerbs(verbs: readonly Verb[]): ModulePolicy {
  const called = callable(verbs);
  return {
    roots: Object.fromEntries(called.map((verb) => [`Mutation.${nameOf(verb)}`, ruleOf(verb)])),
    types: Object.fromEntries(called.map((verb) => [`${capitalised(nameOf(verb))}Payload`, 'case' as const])),
  };
}
