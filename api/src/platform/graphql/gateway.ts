import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  getVariableValues,
  GraphQLError,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
  valueFromASTUntyped,
  visit,
} from 'graphql';
import { compileQuery, isCompiledQuery, type CompiledQuery } from 'graphql-jit';
import type { DataText } from '../reads/plan/executor.ts';
import { operationKey, type Operation } from '../reads/plan/plans.ts';
import type { Context } from './context.ts';

type GatewayInterface = ApolloServerOptionsWithGateway<Context>['gateway'];
type Variables = Readonly<Record<string, unknown>>;

/** An operation that was parsed, found valid and admitted. */
export interface Asked {
  /** SHA-256 of the document's text. */
  readonly hash: string;
  readonly document: DocumentNode;
  /** Missing when the document does not hold the operation that was named. */
  readonly operation: OperationDefinitionNode | undefined;
  readonly operationName: string | null | undefined;
  readonly variables: Variables;
}

/** Answers with the data of an operation as text, or null: then it is executed field by field. */
export type AnswerWhole = (asked: Operation, variables: Variables, context: Context) => Promise<DataText | null>;

/** Executes operations: as a whole where that is possible, otherwise compiled to JavaScript once (graphql-jit) and run. */
export class Executor {
  private readonly compiled = new WeakMap<OperationDefinitionNode, CompiledQuery | null>();

  constructor(
    private readonly schema: GraphQLSchema,
    private readonly answerQuery: AnswerWhole | null,
    private readonly answerMutation: AnswerWhole | null = null,
  ) {}

  async execute(asked: Asked, context: Context): Promise<ExecutionResult> {
    const { operation } = asked;
    // Only plans prove on their way who asks.
    if (operation?.operation !== 'query') await context.prove();
    const whole = operation && (await this.wholly(asked, operation, context));
    if (whole) return { data: whole as unknown as Record<string, unknown> };
    await context.prove();
    return operation ? this.fieldByField(asked, operation, context) : this.plainly(asked, context);
  }

  private async wholly(asked: Asked, operation: OperationDefinitionNode, context: Context): Promise<DataText | null> {
    const key = operationKey(asked.hash, asked.operationName);
    const answer = operation.operation === 'mutation' ? this.answerMutation : this.answerQuery;
    return (await answer?.({ key, document: asked.document, operation }, asked.variables, context)) ?? null;
  }

  private async fieldByField(
    asked: Asked,
    operation: OperationDefinitionNode,
    context: Context,
  ): Promise<ExecutionResult> {
    const { variables } = asked;
    // Whatever is wrong with a call, graphql-js says it: Apollo knows its words.
    const compiled = this.areGood(operation, variables) ? this.compiledOf(asked, operation) : null;
    if (!compiled) return this.plainly(asked, context);
    const result = await compiled.query(undefined, context, withDefaults(operation, variables));
    return result.errors ? { ...result, errors: result.errors.map(asGraphQLError) } : result;
  }

  private areGood({ variableDefinitions = [] }: OperationDefinitionNode, variables: Variables): boolean {
    return !getVariableValues(this.schema, variableDefinitions, variables, { maxErrors: 1 }).errors;
  }

  private plainly({ document, operationName, variables }: Asked, context: Context): Promise<ExecutionResult> {
    const { schema } = this;
    const given = { schema, document, operationName, variableValues: variables, contextValue: context };
    return Promise.resolve(execute(given));
  }

  private compiledOf({ document, operationName }: Asked, operation: OperationDefinitionNode): CompiledQuery | null {
    const known = this.compiled.get(operation);
    if (known !== undefined) return known;
    const made = isConditional(document) ? null : compileQuery(this.schema, document, operationName ?? undefined);
    const compiled = made && isCompiledQuery(made) ? made : null;
    this.compiled.set(operation, compiled);
    return compiled;
  }
}

/** graphql-jit takes a fragment for left out everywhere that is left out where it first stands, and orders keys otherwise. */
function isConditional(document: DocumentNode): boolean {
  let found = false;
  visit(document, { Directive: () => void (found = true) });
  return found;
}

/** graphql-jit makes errors of its own that call themselves GraphQLError and know less than Apollo expects. */
function asGraphQLError(error: GraphQLError): GraphQLError {
  const { message, path, originalError, extensions, locations } = error;
  const known = new GraphQLError(message, { path, originalError, extensions });
  return Object.defineProperty(known, 'locations', { value: locations, enumerable: true });
}

/** graphql-jit asks for a variable that cannot be null even where it has a default. */
function withDefaults(
  { variableDefinitions = [] }: OperationDefinitionNode,
  variables: Variables,
): Record<string, unknown> {
  const missing = variableDefinitions.filter(({ variable }) => variables[variable.name.value] === undefined);
  const defaults = missing.flatMap(({ variable, defaultValue }) =>
    defaultValue ? [[variable.name.value, valueFromASTUntyped(defaultValue)] as const] : [],
  );
  return { ...variables, ...Object.fromEntries(defaults) };
}

/** Puts an executor in the place of Apollo's own. Everything before and after it stays Apollo's. */
export function gatewayOf(schema: GraphQLSchema, executor: Executor): GatewayInterface {
  return {
    onSchemaLoadOrUpdate(callback) {
      callback({ apiSchema: schema, coreSupergraphSdl: '' });
      return () => undefined;
    },
    load: () =>
      Promise.resolve({
        executor: (request) => {
          const { document, operation, queryHash: hash } = request;
          const { operationName, variables = {} } = request.request;
          const asked = { hash, document, operation, operationName, variables };
          return executor.execute(asked, request.context as unknown as Context) as never;
        },
      }),
    stop: () => Promise.resolve(),
  };
}
