import { createHash } from 'node:crypto';
import {
  getNamedType,
  getNullableType,
  getVariableValues,
  GraphQLError,
  isEnumType,
  isInputObjectType,
  isListType,
  parse,
  validate,
  type DocumentNode,
  type GraphQLInputType,
  type GraphQLSchema,
  type OperationDefinitionNode,
} from 'graphql';
import { DataText } from '../reads/plan/executor.ts';
import type { Context } from './context.ts';
import { refusedOperation } from './errors.ts';
import type { Executor } from './gateway.ts';
import { checkRootRules, type RootRules } from './guard.ts';
import { checkOperation } from './limits.ts';

type Variables = Readonly<Record<string, unknown>>;
type Given = Readonly<Record<string, string | readonly string[] | undefined>>;

interface Known {
  readonly hash: string;
  readonly document: DocumentNode;
  readonly operation: OperationDefinitionNode;
}

interface Parts {
  readonly schema: GraphQLSchema;
  readonly rules: RootRules;
  readonly executor: Executor;
}

/** Questions that the house asks itself on behalf of somebody: the same reads, limits, rights and masks as at the public door. */
export class Questions {
  private readonly known = new Map<string, Known>();

  constructor(private readonly parts: Parts) {}

  /**
   * The data of a query. `text` is the house's own, never a caller's. Throws the GraphQLError with which it would be refused at
   * the public door, or the fault that came up.
   */
  async ask<Data>(text: string, variables: Variables, context: Context): Promise<Data> {
    const { schema, rules, executor } = this.parts;
    const { document, operation, hash } = this.documentOf(text);
    checkOperation(schema, document, operation, variables);
    checkRootRules(rules, document, operation, context.viewer);
    const { errors: wrong } = getVariableValues(schema, operation.variableDefinitions ?? [], variables, {
      maxErrors: 1,
    });
    if (wrong) throw refusedOperation('BAD_USER_INPUT', '筛选条件不正确，请检查后重试。');
    const asked = { hash, document, operation, operationName: undefined, variables };
    const { data, errors } = await executor.execute(asked, context);
    if (errors?.[0]) throw errors[0].originalError ?? errors[0];
    return (data instanceof DataText ? JSON.parse(data.text) : data) as Data;
  }

  /** The values of an enum with what people call them. */
  labels(enumName: string): ReadonlyMap<string, string> {
    const type = this.parts.schema.getType(enumName);
    if (!isEnumType(type)) throw new Error(`${enumName} is no enum`);
    return new Map(type.getValues().map(({ name, description }) => [name, labelOf(description)]));
  }

  /** A filter as the parameters of an address spell it: `states=OPEN&states=CLAIMED&callBack=true`. Refuses what the input does not have. */
  filter(inputName: string, given: Given): Variables {
    const type = this.parts.schema.getType(inputName);
    if (!isInputObjectType(type)) throw new Error(`${inputName} is no input`);
    const fields = type.getFields();
    const entries = Object.entries(given).map(([name, value]) => {
      const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
      if (!field) throw refusedOperation('BAD_USER_INPUT', `没有“${name.slice(0, 40)}”这个筛选条件，请检查地址。`);
      return [name, valueOf(field.type, [value ?? []].flat())] as const;
    });
    return Object.fromEntries(entries);
  }

  private documentOf(text: string): Known {
    const known = this.known.get(text) ?? this.learn(text);
    this.known.set(text, known);
    return known;
  }

  private learn(text: string): Known {
    const document = parse(text);
    const [fault] = validate(this.parts.schema, document);
    if (fault) throw new Error(`The house asks what it does not have: ${fault.message}`);
    const operation = document.definitions.find((node) => node.kind === 'OperationDefinition');
    const hash = createHash('sha256').update(text).digest('hex');
    return { document, hash, operation: operation as OperationDefinitionNode };
  }
}

/** `待审单 — Waits.` -> 待审单 */
const labelOf = (description: string | null | undefined) => (description ?? '').split(' — ')[0]!;

function valueOf(type: GraphQLInputType, values: readonly string[]): unknown {
  const nullable = getNullableType(type);
  const one = (text: string) => (getNamedType(type).name === 'Boolean' ? text === 'true' : text);
  if (isListType(nullable)) return values.map(one);
  const [value] = values;
  return value === undefined || value === '' ? null : one(value);
}

/** Why a question was refused, when it was refused on purpose: code and sentence. */
export function refusedQuestion(error: unknown): { readonly code: string; readonly message: string } | null {
  const code = error instanceof GraphQLError ? error.extensions['code'] : undefined;
  return typeof code === 'string' ? { code, message: (error as GraphQLError).message } : null;
}
