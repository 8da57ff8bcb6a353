import { getNamedType, parse, validate, type GraphQLSchema, type OperationDefinitionNode } from 'graphql';
import { checkOperation } from '../../../api/src/platform/graphql/limits.ts';
import { between, mulberry32, pick, type Random } from '../../../seeds/random.ts';
import type { Asking } from '../houses.ts';
import { ArgumentWriter } from './arguments.ts';
import { SelectionWriter } from './selection.ts';
import type { Values } from './values.ts';
import { Variables } from './variables.ts';

/** A document with the values it is asked with, one after the other. */
export interface Generated {
  readonly query: string;
  readonly askings: readonly Asking[];
}

const OFTEN = ['order', 'order', 'orders', 'orders', 'orders'];
/** Not declared yet: both executors are the same there. */
const PLAIN = [
  'viewer',
  'accounts',
  'auditActs',
  'auditEntries',
  'calendarYear',
  'orderAudience',
  'actionForm',
  'orderProspect',
  'orderClaimPlans',
];

/** Fields of Query that are asked: all that are declared, orders more often. */
function rootsOf(schema: GraphQLSchema): readonly string[] {
  const declared = Object.keys(schema.getQueryType()!.getFields()).filter((name) => !PLAIN.includes(name));
  return [...declared, ...OFTEN];
}

/** A valid operation that the limits admit. Everything about it follows from the seed. */
export function generate(schema: GraphQLSchema, values: Values, seed: number, askings: number): Generated {
  const random = mulberry32(seed);
  for (;;) {
    const { query, variables } = write(schema, values, random);
    const found: Asking[] = [];
    if (isValid(schema, query))
      for (let tries = 0; tries < askings * 4 && found.length < askings; tries += 1) {
        const asking = { query, variables: variables.roll() };
        if (isAdmitted(schema, asking))
          found.push(random() < 0.05 ? { ...asking, operationName: 'Generated' } : asking);
      }
    if (found.length === askings) return { query, askings: found };
  }
}

function write(schema: GraphQLSchema, values: Values, random: Random) {
  const variables = new Variables(random);
  const query = schema.getQueryType()!;
  const condition = schema.getDirective('skip')!.args[0]!.type;
  const writer = new SelectionWriter(random, new ArgumentWriter(random, values, variables), condition);
  const roots = rootsOf(schema);
  const names = Array.from({ length: pick(random, [1, 1, 1, 1, 2, 2, 3, 5]) }, () => pick(random, roots));
  const room = { depth: between(random, 2, 9), cost: Math.floor(2500 / names.length) };
  const text = writer.roots(query, names, room);
  const used = (name: string, within: string) => new RegExp(`\\.\\.\\.${name}\\b`).test(within);
  const whole = [text, ...writer.fragments.map((fragment) => fragment.text)].join(' ');
  const fragments = writer.fragments.filter(({ name }) => used(name, whole));
  const texts = fragments.map(({ name, type, text: of }) => `fragment ${name} on ${getNamedType(type).name} ${of}`);
  return { query: [`query Generated${variables.definitions} ${text}`, ...texts].join('\n'), variables };
}

/** Valid as the house sees it. */
export function isValid(schema: GraphQLSchema, query: string): boolean {
  try {
    return validate(schema, parse(query)).length === 0;
  } catch {
    return false;
  }
}

/** Within the limits, so that it is really executed. */
export function isAdmitted(schema: GraphQLSchema, { query, variables = {} }: Asking): boolean {
  const document = parse(query);
  try {
    checkOperation(schema, document, document.definitions[0] as OperationDefinitionNode, variables);
    return true;
  } catch {
    return false;
  }
}
