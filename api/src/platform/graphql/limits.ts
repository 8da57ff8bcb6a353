import type { DocumentNode, GraphQLSchema, OperationDefinitionNode } from 'graphql';
import { Kind, visit } from 'graphql';
import { refusedOperation } from './errors.ts';
import { measure, type Size } from './measure.ts';
import { isPlainText } from './plain-value.ts';

/** How much one operation may ask for. */
export interface OperationLimits {
  /** Fields below fields. */
  readonly depth: number;
  readonly aliases: number;
  readonly directives: number;
  /** Selected fields, each fragment counted where it is spread. */
  readonly fields: number;
  /** Fields of Query that one operation selects. */
  readonly rootFields: number;
  /** Operations in one document. */
  readonly operations: number;
  /** Objects that the answer may hold, lists counted with the size asked for. */
  readonly cost: number;
  /** Largest `first`. */
  readonly first: number;
  /** May `__schema` and `__type` be asked? Never in production. */
  readonly introspection: boolean;
}

export const OPERATION_LIMITS: OperationLimits = Object.freeze({
  depth: 10,
  aliases: 15,
  directives: 10,
  fields: 400,
  rootFields: 10,
  operations: 5,
  cost: 5000,
  first: 100,
  introspection: false,
});

type Variables = Readonly<Record<string, unknown>>;

/**
 * Refuses an operation that asks for too much, before anything of it runs: throws a GraphQLError with `QUERY_LIMIT`,
 * `BAD_USER_INPUT` (a `first` out of range, a character that cannot be kept) or `INTROSPECTION_DISABLED`. `variables` as the client sent them.
 * For HTTP and WebSocket alike. Takes time linear in the document, whatever its fragments do.
 */
// eslint-disable-next-line max-params -- the four things that make an operation, and what it is held against
export function checkOperation(
  schema: GraphQLSchema,
  document: DocumentNode,
  operation: OperationDefinitionNode,
  variables: Variables | null | undefined,
  limits: Partial<OperationLimits> = {},
): Size {
  const allowed = { ...OPERATION_LIMITS, ...limits };
  const operations = document.definitions.filter(({ kind }) => kind === Kind.OPERATION_DEFINITION).length;
  keepWithin(operations, allowed.operations, (max, is) => `一次请求最多包含${max}个操作，目前有${is}个，请分开发送。`);
  checkTexts(document);
  const size = measure({ schema, document, operation, variables: variables ?? {}, limits: allowed });
  checkSize(size, allowed);
  checkRoots(operation, size, allowed);
  return size;
}

function keepWithin(value: number, max: number, sentence: (max: number, value: number) => string): void {
  if (value > max) throw refusedOperation('QUERY_LIMIT', sentence(max, value));
}

function checkSize(size: Size, allowed: OperationLimits): void {
  keepWithin(size.depth, allowed.depth, (max) => `查询嵌套太深，最多${max}层，请减少层数或拆成几次查询。`);
  keepWithin(size.aliases, allowed.aliases, (max) => `别名太多，最多${max}个，请减少别名或拆成几次查询。`);
  keepWithin(size.directives, allowed.directives, (max) => `指令（@…）太多，最多${max}个，请删减后重试。`);
  keepWithin(size.fields, allowed.fields, (max) => `查询的字段太多，最多${max}个，请只选择需要的字段。`);
  keepWithin(
    size.cost,
    allowed.cost,
    (max) => `查询的数据量太大，预计超过${max}项，请调小 first 或减少嵌套的列表后重试。`,
  );
}

function checkRoots(operation: OperationDefinitionNode, { roots }: Size, allowed: OperationLimits): void {
  if (operation.operation === 'mutation') {
    return keepWithin(roots, 1, (_, is) => `一次请求只能办理一件事，目前有${is}件，请分开提交。`);
  }
  keepWithin(roots, allowed.rootFields, (max, is) => `一次最多查询${max}项内容，目前有${is}项，请分开查询。`);
}

/** A NUL can be spelled as an escape inside the query, where nobody sees it in the request's own text. */
function checkTexts(document: DocumentNode): void {
  visit(document, {
    StringValue({ value }) {
      if (isPlainText(value)) return;
      throw refusedOperation('BAD_USER_INPUT', '提交的文字里有无法保存的字符，请删除后重试。');
    },
  });
}
