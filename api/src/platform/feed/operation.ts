import {
  execute, getArgumentValues, getOperationAST, getVariableValues, GraphQLError, Kind, parse, specifiedRules, validate, visit,
  type DocumentNode, type ExecutionResult, type FieldNode, type GraphQLSchema, type OperationDefinitionNode,
} from 'graphql'; // prettier-ignore
import type { Viewer } from '../../kernel/viewer.ts';
import { hashOf, isListed, NOT_LISTED, type Documents } from '../graphql/documents.ts';
import { introducedError } from '../graphql/errors.ts';
import { mayAsk, type RootRule } from '../graphql/policy.ts';
import type { Context } from '../graphql/context.ts';
import type { NoticeAnswers } from '../graphql/notice-answers.ts';
import { operationKey, type Operation } from '../reads/plan/plans.ts';
import { canonical } from './canonical.ts';
import type { Asking } from './group.ts';
import type { Notice, Topic } from './topic.ts';

type Variables = Readonly<Record<string, unknown>>;

/** Refuses, by throwing a GraphQLError, an operation that asks for too much. */
export type CheckOperation = (
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables,
) => unknown;

export type AnswerNotice = NoticeAnswers['answer'];

export interface OperationsOptions {
  readonly schema: GraphQLSchema;
  readonly topics: readonly Topic[];
  /** By `Subscription.<field>`. A field without a rule is open to nobody. */
  readonly rules: Readonly<Record<string, RootRule>>;
  readonly checkOperation: CheckOperation;
  /** Documents that are known beforehand, by hash; with `trustedDocumentsOnly` no other one runs. */
  readonly documents?: Documents;
  readonly trustedDocumentsOnly?: boolean;
  /** A fresh context for each execution. */
  readonly contextOf: (viewer: Viewer) => Context;
  /** Answers without executing field by field, or with null. */
  readonly answerNotice?: AnswerNotice | null;
}

/** What a client sends to subscribe. */
export interface Request {
  /** Empty where a hash in `extensions.persistedQuery` names a known document. */
  readonly query: string;
  readonly extensions?: Variables | null | undefined;
  readonly operationName?: string | null | undefined;
  readonly variables?: Variables | null | undefined;
}

export interface Prepared {
  readonly asking: Asking;
  readonly after: string | null;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

/** Why a request is not answered: one error or several, all of the client's making. */
export class RefusedRequest extends Error {
  constructor(readonly errors: readonly GraphQLError[]) {
    super('refused');
  }
}

interface Told {
  readonly asked: Operation;
  readonly sent: Variables;
  readonly topic: Topic;
  readonly notice: Notice;
}

const DOCUMENTS = 1000;

const refuse = (code: string, sentence: string): never => {
  throw new RefusedRequest([new GraphQLError(sentence, { extensions: { code } })]);
};

const introduced = (code: string, errors: readonly GraphQLError[]) =>
  new RefusedRequest(errors.map((error) => introducedError(code, error)));

const standInOf = (topic: Topic, viewer: Viewer): Viewer => topic.shownAs?.(viewer) ?? viewer;

/** Turns what clients send into askings. Each text is parsed and validated once. */
export class Operations {
  private readonly documents = new Map<string, DocumentNode>();
  private readonly topics: ReadonlyMap<string, Topic>;

  constructor(private readonly options: OperationsOptions) {
    this.topics = new Map(options.topics.map((topic) => [topic.field, topic]));
  }

  /** Throws RefusedRequest. */
  prepare(request: Request, viewer: Viewer): Prepared {
    const { schema } = this.options;
    const text = this.textOf(request);
    const document = this.documentOf(text);
    const operation =
      getOperationAST(document, request.operationName) ?? refuse('OPERATION_NOT_FOUND', '请求中没有可以执行的操作。');
    if (operation.operation !== 'subscription')
      return refuse('SUBSCRIPTIONS_ONLY', '此连接只接受订阅，查询和办理请使用 HTTP。');
    const variables = this.variablesOf(document, operation, request.variables ?? {});
    const node = rootField(operation);
    const topic = this.topicFor(node.name.value, viewer);
    const { after } = getArgumentValues(schema.getSubscriptionType()!.getFields()[topic.field]!, node, variables);
    const key = canonical([text, operation.name?.value, shaping(document, node, variables), topic.classOf(viewer)]);
    // The text itself is let go: it is as long as somebody listens.
    const known = operationKey(hashOf(text), request.operationName);
    const [asked, sent] = [{ key: known, document, operation }, request.variables ?? {}];
    const asking: Asking = {
      ...{ key, topic, viewer },
      execute: (notice) => this.execute({ asked, sent, topic, notice }, standInOf(topic, viewer)),
    };
    return { asking, after: typeof after === 'string' ? after : null, document, operation };
  }

  private async execute({ asked, sent, topic, notice }: Told, viewer: Viewer): Promise<ExecutionResult> {
    const { schema, answerNotice, contextOf } = this.options;
    const { document, operation } = asked;
    if (answerNotice && topic.shows) {
      const data = await answerNotice(asked, { sent, value: topic.shows(notice) }, contextOf(viewer));
      if (data) return { data: data as unknown as Record<string, unknown> };
    }
    return execute({
      ...{ schema, document, operationName: operation.name?.value, variableValues: sent },
      ...{ rootValue: { [topic.field]: notice }, contextValue: contextOf(viewer) },
    });
  }

  private textOf({ query, extensions }: Request): string {
    if (query !== '') this.refuseUnlisted(query);
    if (query !== '') return query;
    const { sha256Hash } = (extensions?.['persistedQuery'] ?? {}) as { sha256Hash?: unknown };
    return this.options.documents?.get(String(sha256Hash)) ?? refuse(NOT_LISTED.code, NOT_LISTED.message);
  }

  private refuseUnlisted(text: string): void {
    const { documents = new Map(), trustedDocumentsOnly = false } = this.options;
    if (trustedDocumentsOnly && !isListed(text, documents)) refuse(NOT_LISTED.code, NOT_LISTED.message);
  }

  private documentOf(text: string): DocumentNode {
    const known = this.documents.get(text);
    const document = known ?? this.read(text);
    // Taken out and put back: the front of the map is what was not asked for the longest.
    this.documents.delete(text);
    this.documents.set(text, document);
    if (this.documents.size > DOCUMENTS) this.documents.delete(this.documents.keys().next().value!);
    return document;
  }

  private read(text: string): DocumentNode {
    let document: DocumentNode;
    try {
      document = parse(text, { maxTokens: 1000 });
    } catch (error) {
      throw introduced('GRAPHQL_PARSE_FAILED', [error as GraphQLError]);
    }
    const errors = validate(this.options.schema, document, specifiedRules, { maxErrors: 5, hideSuggestions: true });
    if (errors.length > 0) throw introduced('GRAPHQL_VALIDATION_FAILED', errors);
    return document;
  }

  private variablesOf(
    document: DocumentNode,
    operation: OperationDefinitionNode,
    sent: Variables,
  ): Record<string, unknown> {
    try {
      this.options.checkOperation(this.options.schema, document, operation, sent);
    } catch (error) {
      throw error instanceof GraphQLError ? new RefusedRequest([error]) : error;
    }
    const options = { maxErrors: 5, hideSuggestions: true };
    const { errors, coerced } = getVariableValues(
      this.options.schema,
      operation.variableDefinitions ?? [],
      sent,
      options,
    );
    if (errors) throw introduced('BAD_USER_INPUT', errors);
    return coerced;
  }

  private topicFor(field: string, viewer: Viewer): Topic {
    const topic = this.topics.get(field);
    const rule = this.options.rules[`Subscription.${field}`];
    const open = topic && rule && mayAsk(rule, viewer) && topic.classOf(viewer) !== null;
    return open ? topic : refuse('FORBIDDEN', '以您当前的身份不能订阅此内容。如您还有其他身份，请切换后再试。');
  }
}

function rootField({ selectionSet }: OperationDefinitionNode): FieldNode {
  const [node] = selectionSet.selections;
  return node?.kind === Kind.FIELD ? node : refuse('BAD_USER_INPUT', '订阅的字段请直接写在操作里，不要放在片段中。');
}

/** The variables that shape what is shown: all but the one that only says from where to go on. */
function shaping(document: DocumentNode, node: FieldNode, variables: Variables): Variables {
  const value = node.arguments?.find(({ name }) => name.value === 'after')?.value;
  if (value?.kind !== Kind.VARIABLE) return variables;
  const { value: name } = value.name;
  let uses = 0;
  visit(document, { Variable: ({ name: used }) => void (uses += used.value === name ? 1 : 0) });
  // Its definition and this one use. Used elsewhere as well, it shapes the answer.
  return uses > 2 ? variables : Object.fromEntries(Object.entries(variables).filter(([key]) => key !== name));
}
