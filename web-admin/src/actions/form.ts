import type { ActionsFormQuery } from './gql/graphql.ts';

/** The form of a mutation, as the server derives it from the verb and the process table. */
export type ActionForm = NonNullable<ActionsFormQuery['actionForm']>;
export type FormField = ActionForm['fields'][number];

/** What somebody fills in, by the names of fields. */
export type Values = Readonly<Record<string, unknown>>;

/** The case that is acted upon, as the page saw it. */
export interface Subject {
  readonly id: string;
  readonly version?: number;
}

const isBlank = (value: unknown) =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0);

/** Values as the server takes them: what is blank is left out, consent that was not given is `false`. */
export function cleaned(fields: readonly FormField[], values: Values): Record<string, unknown> {
  const given = fields.map((field) => [field.name, valueOf(field, values[field.name])] as const);
  return Object.fromEntries(given.filter(([, value]) => value !== undefined));
}

function valueOf(field: FormField, value: unknown): unknown {
  if (field.list) return Array.isArray(value) ? value.filter((item) => !isBlank(item)) : [];
  if (field.wire === 'Boolean' && field.required) return value === true;
  return isBlank(value) ? undefined : value;
}

/** What must not stay behind in a browser. */
export const withoutSecrets = (fields: readonly FormField[], values: Values): Values => {
  const secret = new Set(fields.filter(({ widget }) => ['password', 'code'].includes(widget)).map(({ name }) => name));
  return Object.fromEntries(Object.entries(values).filter(([name]) => !secret.has(name)));
};

/** Length as the server counts it: in characters, not in halves of rare ones. */
export const lengthOf = (text: string): number => [...text.trim()].length;

/** Anything that nobody made before; also where a page came by plain http. */
export function newKey(): string {
  return [...crypto.getRandomValues(new Uint8Array(16))].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

const referred = (value: unknown): unknown => {
  if (typeof value !== 'object' || value === null) return value;
  if (Array.isArray(value)) return value.map(referred);
  const { id, code } = value as { readonly id?: string; readonly code?: string };
  return code ?? id;
};

/** What a case shows, as a form takes it: the identities of what it refers to. */
export const presetFrom = (shown: object): Values =>
  Object.fromEntries(Object.entries(shown).map(([name, value]) => [name, referred(value)]));
