import type { ApolloServerOptionsWithGateway } from '@apollo/server';
import {
  execute,
  getVariableValues,
  type DocumentNode,
  type ExecutionResult,
  type GraphQLSchema,
  type OperationDefinitionNode,
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
    const { document, operation, variables } = asked;
    // Whatever is wrong with a call, graphql-js says it: Apollo knows its words.
    if (!operation || !this.areGood(operation, variables)) return this.plainly(asked, context);
    const key = operationKey(asked.hash, asked.operationName);
    const answer = operation.operation === 'mutation' ? this.answerMutation : this.answerQuery;
    const whole = await answer?.({ key, document, operation }, variables, context);
    if (whole) return { data: whole as unknown as Record<string, unknown> };
    const compiled = this.compiledOf(asked, operation);
    return compiled ? compiled.query(undefined, context, { ...variables }) : this.plainly(asked, context);
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
    const made = compileQuery(this.schema, document, operationName ?? undefined);
    const compiled = isCompiledQuery(made) ? made : null;
    this.compiled.set(operation, compiled);
    return compiled;
  }
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
