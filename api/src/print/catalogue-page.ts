import {
  isEnumType,
  isInputObjectType,
  isIntrospectionType,
  isObjectType,
  type GraphQLNamedType,
  type GraphQLSchema,
} from 'graphql';
import { ROLES } from '../kernel/viewer.ts';
import type { Discovered } from '../platform/discovery.ts';
import { isAutomaticVerb, mutationName, type Verb } from '../platform/process/verb.ts';
import { code, page, table } from './markdown.ts';
import type { Page } from './page.ts';

/** Every Chinese word that people read on buttons, forms, lists and states, so that the office can read them at one place. */
export function cataloguePage(found: Discovered, schema: GraphQLSchema): Page {
  return {
    path: 'docs/catalogue.md',
    text: page(...HEAD, roles(), ...cases(found), actions(found.verbs), ...choices(schema), ...fields(schema)),
  };
}

const HEAD = [
  '<!-- Printed from tables, verbs and types: edit those, not this page. -->',
  '# What people read',
  'The sentences by which the house says no are in [refusals.md](refusals.md); the processes are in [processes/](processes/).',
];

const roles = () =>
  section(
    '## Roles 身份',
    ['Role', 'Label', 'Held in'],
    Object.entries(ROLES).map(([role, { label, level }]) => [code(role), label, level]),
  );

function cases({ modules }: Discovered): string[] {
  return modules
    .flatMap((module) => module.cases ?? [])
    .flatMap(({ process: { noun, label, states, who } }) => [
      section(`## ${label} (${noun}): states`, ['State', 'Label'], labels(states)),
      section(`## ${label} (${noun}): who`, ['Who', 'Label'], labels(who)),
    ]);
}

const labels = (texts: Readonly<Record<string, readonly [string, ...unknown[]]>>) =>
  Object.entries(texts).map(([key, [label]]) => [code(key), label]);

const actions = (verbs: readonly Verb[]) =>
  section(
    '## Actions 动作',
    ['Action', 'Button', 'Fields'],
    verbs.map((verb) => [code(callOf(verb)), verb.label, fieldsOf(verb)]).toSorted(byFirst),
  );

/** The clock's own steps have no mutation; people read them in the history. */
function callOf(verb: Verb): string {
  const noun = verb.kind === 'PLAIN' ? verb.noun : verb.case.process.noun;
  const name = mutationName(noun, verb.action);
  return verb.kind === 'CASE' && isAutomaticVerb(verb) ? `${name} (automatic)` : name;
}

const fieldsOf = ({ fields: each }: Verb) =>
  Object.entries(each)
    .map(([name, { label }]) => `${label} ${code(name)}`)
    .join('<br>');

const choices = (schema: GraphQLSchema) =>
  typesOf(schema, isEnumType).map((type) =>
    section(
      `## ${titleOf(type)}`,
      ['Value', 'Label'],
      type.getValues().map(({ name, description }) => [code(name), chineseOf(description)]),
    ),
  );

const fields = (schema: GraphQLSchema) =>
  typesOf(schema, isObjectType)
    .filter(({ name }) => !/(Payload|Connection|Edge)$/.test(name) && name !== 'PageInfo')
    .map((type) =>
      section(
        `## ${titleOf(type)}`,
        ['Field', 'Label'],
        Object.values(type.getFields()).map(({ name, description }) => [code(name), chineseOf(description)]),
      ),
    );

function typesOf<T extends GraphQLNamedType>(schema: GraphQLSchema, is: (type: unknown) => type is T): readonly T[] {
  return Object.values(schema.getTypeMap())
    .filter(is)
    .filter((type) => !isIntrospectionType(type) && !isInputObjectType(type))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1));
}

const titleOf = ({ name, description }: GraphQLNamedType) => `${name} ${chineseOf(description)}`.trim();

/** Descriptions are written `中文 — English`. */
const chineseOf = (description: string | null | undefined) => (description ?? '').split(' — ')[0]!;

const byFirst = (one: readonly string[], other: readonly string[]) => (one[0]! < other[0]! ? -1 : 1);

function section(title: string, heads: readonly string[], rows: readonly (readonly string[])[]): string {
  return rows.length === 0 ? '' : `${title}\n\n${table(heads, rows)}`;
}
