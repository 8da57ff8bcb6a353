import { getVariableValues, Kind, typeFromAST, type DocumentNode, type FragmentDefinitionNode, type GraphQLInputType, type GraphQLSchema, type OperationDefinitionNode } from 'graphql'; // prettier-ignore
import type { Viewer } from '../../../kernel/viewer.ts';
import { NotPlannable } from '../field.ts';
import { formOf } from '../given.ts';
import type { Reading } from '../selected.ts';
import type { RootFields } from '../queries.ts';
import { kindOf } from '../rows.ts';
import { compile, type Plan } from './compile.ts';
import { Kept } from './kept.ts';

type Variables = Readonly<Record<string, unknown>>;

/** An operation of a document that was parsed, found valid and admitted. */
export interface Operation {
  /** Tells operations apart: `operationKey`. */
  readonly key: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Of a document known by the SHA-256 of its text, and the name that the client gave. */
export const operationKey = (hash: string, name: string | null | undefined): string => `${hash} ${name ?? ''}`;

/** A plan and the variables it is asked with, or why there is none. */
export type Planning =
  { readonly plan: Plan; readonly variables: Variables } | { readonly plan: null; readonly because: string };

/** A part of an operation: by a name of its own. */
export interface Part {
  readonly sent: Variables;
  readonly viewer: Viewer;
  readonly name: string;
}

interface Learnt {
  readonly operation: OperationDefinitionNode;
  readonly fragments: Readonly<Record<string, FragmentDefinitionNode>>;
  readonly types: readonly (readonly [name: string, type: GraphQLInputType])[];
}

const [OPERATIONS, PLANS] = [1000, 2000];
/** Characters of all statements together: a single one may be as long as a limit of operations lets it become. */
const CHARACTERS = 16_000_000;
const lengthOf = (plan: Plan | string): number =>
  typeof plan === 'string' ? plan.length : plan.text.length + (plan.manyText?.length ?? 0);

/**
 * Plans of the operations that were asked, each compiled once per kind of viewer and form of variables. Everything that the
 * limits and the rules of root fields look at belongs to these two, so whoever finds a plan was admitted already.
 */
export class Plans {
  private readonly learnt = new Map<string, Learnt>();
  private readonly plans = new Kept<Plan | string>(PLANS, CHARACTERS, lengthOf);

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly roots: RootFields,
  ) {}

  /** The plan for a call that was admitted. `sent` are the variables as the client sent them; wrong ones are the general executor's to name. */
  for(asked: Operation, sent: Variables, viewer: Viewer): Planning {
    const { schema, roots } = this;
    return this.part(asked, { sent, viewer, name: '' }, (reading) =>
      compile({ schema, roots, operation: asked.operation, viewer, reading }),
    );
  }

  /** The plan for a part of an operation. `compile` is called once for each form. */
  part(asked: Operation, { sent, viewer, name }: Part, compileWith: (reading: Reading) => Plan): Planning {
    const learnt = this.learntOf(asked);
    const variables = this.coerced(learnt, sent);
    if (variables === null) return { plan: null, because: 'variables' };
    const key = `${keyOf(asked.key, { learnt, variables, viewer })} ${name}`;
    const known = this.plans.get(key);
    const found = known ?? compiled(() => compileWith({ fragments: learnt.fragments, variables }));
    if (known === undefined) this.plans.set(key, found);
    return typeof found === 'string' ? { plan: null, because: found } : { plan: found, variables };
  }

  /** What the selections of an operation are read with; null when the variables are wrong. */
  readingOf(asked: Operation, sent: Variables): Reading | null {
    const learnt = this.learntOf(asked);
    const variables = this.coerced(learnt, sent);
    return variables && { fragments: learnt.fragments, variables };
  }

  /** The plan that a call like this one was answered with before; null when there is none. */
  known(operation: string, sent: Variables, viewer: Viewer): Extract<Planning, { plan: Plan }> | null {
    const learnt = this.learnt.get(operation);
    const variables = learnt ? this.coerced(learnt, sent) : null;
    if (!learnt || variables === null) return null;
    const plan = this.plans.get(`${keyOf(operation, { learnt, variables, viewer })} `);
    return plan === undefined || typeof plan === 'string' ? null : { plan, variables };
  }

  private coerced({ operation }: Learnt, sent: Variables): Variables | null {
    return getVariableValues(this.schema, operation.variableDefinitions ?? [], sent, { maxErrors: 1 }).coerced ?? null;
  }

  private learntOf({ key, document, operation }: Operation): Learnt {
    const learnt = this.learnt.get(key) ?? this.learn(document, operation);
    keep(this.learnt, key, learnt, OPERATIONS);
    return learnt;
  }

  private learn(document: DocumentNode, operation: OperationDefinitionNode): Learnt {
    const fragments = document.definitions.filter((node) => node.kind === Kind.FRAGMENT_DEFINITION);
    const types = (operation.variableDefinitions ?? []).map(
      ({ variable, type }) =>
        [variable.name.value, typeFromAST(this.schema, type as never) as GraphQLInputType] as const,
    );
    return {
      ...{ operation, types },
      fragments: Object.fromEntries(fragments.map((fragment) => [fragment.name.value, fragment])),
    };
  }
}

function compiled(compileIt: () => Plan): Plan | string {
  try {
    return compileIt();
  } catch (error) {
    // Whatever is wrong with a call, the general executor says it as it always does.
    return error instanceof NotPlannable ? error.because : 'refused';
  }
}

interface Call {
  readonly learnt: Learnt;
  readonly variables: Variables;
  readonly viewer: Viewer;
}

function keyOf(operation: string, { learnt: { types }, variables, viewer }: Call): string {
  const form = types.map(([name, type]) => formOf(variables[name], type)).join('');
  return `${operation} ${kindOf(viewer)} ${form}`;
}

/** Keeps at most `most`: what was not asked for the longest goes. */
function keep<V>(map: Map<string, V>, key: string, value: V, most: number): void {
  map.delete(key);
  map.set(key, value);
  if (map.size > most) map.delete(map.keys().next().value!);
}
