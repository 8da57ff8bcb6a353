import { getVariableValues, Kind, typeFromAST, type DocumentNode, type FragmentDefinitionNode, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import { NotPlannable } from '../field.ts';
import { formOf } from '../given.ts';
import type { RootFields } from '../queries.ts';
import { kindOf } from '../rows.ts';
import { compile, type Plan } from './compile.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An operation of a document that was parsed and found valid. */
export interface Operation {
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** What to do with a call: a plan and the variables it is asked with, or why there is none. */
export type Planning =
  { readonly plan: Plan; readonly variables: Variables } | { readonly plan: null; readonly because: string };

interface Known {
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly types: readonly (readonly [name: string, type: GraphQLInputType])[];
  /** By kind of viewer and form of the variables. */
  readonly plans: Map<string, Plan | string>;
}

const [OPERATIONS, PLANS] = [1000, 200];

/** Plans of the operations that were asked, each compiled once per kind of viewer and form of variables. */
export class Plans {
  private readonly operations = new Map<OperationDefinitionNode, Known>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly roots: RootFields,
  ) {}

  /** The plan for a call. `sent` are the variables as the client sent them; wrong ones are the general executor's to name. */
  for(asked: Operation, sent: Variables, viewer: Viewer): Planning {
    const { operation } = asked;
    const known = this.knownOf(asked);
    const { errors, coerced } = getVariableValues(this.schema, operation.variableDefinitions ?? [], sent, {
      maxErrors: 1,
    });
    if (errors) return { plan: null, because: 'variables' };
    const form = known.types.map(([name, type]) => formOf(coerced[name], type)).join('');
    const key = `${kindOf(viewer)} ${form}`;
    const found = known.plans.get(key) ?? this.compiled(asked, { known, variables: coerced, viewer });
    known.plans.delete(key);
    keep(known.plans, key, found, PLANS);
    return typeof found === 'string' ? { plan: null, because: found } : { plan: found, variables: coerced };
  }

  private compiled(
    { operation }: Operation,
    { known, variables, viewer }: { known: Known; variables: Variables; viewer: Viewer },
  ): Plan | string {
    const { schema, roots } = this;
    try {
      return compile({ schema, roots, operation, viewer, reading: { fragments: known.fragments, variables } });
    } catch (error) {
      // Whatever is wrong with a call, the general executor says it as it always does.
      return error instanceof NotPlannable ? error.because : 'refused';
    }
  }

  private knownOf({ document, operation }: Operation): Known {
    const known = this.operations.get(operation) ?? this.learn(document, operation);
    this.operations.delete(operation);
    keep(this.operations, operation, known, OPERATIONS);
    return known;
  }

  private learn(document: DocumentNode, operation: OperationDefinitionNode): Known {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    const types = (operation.variableDefinitions ?? []).map(
      ({ variable, type }) =>
        [variable.name.value, typeFromAST(this.schema, type as never) as GraphQLInputType] as const,
    );
    return {
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
      types,
      plans: new Map(),
    };
  }
}

/** Keeps at most `most`: what was not asked for the longest goes. */
function keep<K, V>(map: Map<K, V>, key: K, value: V, most: number): void {
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
