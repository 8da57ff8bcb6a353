import { ID } from 'type-graphql';
import type { Condition } from '../../platform/reads/condition.ts';

/** The rows one of whose places has this code. */
export const liesWithin = (about: string, properties: readonly string[]): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, code) =>
    `(${properties.map((property) => `${it.column(property)} = ${it.value(code, 'text')}`).join(' OR ')})`,
});

/** The rows that name this id. */
export const ofId = (about: string, property: string): Condition => ({
  ...{ type: () => ID, about },
  sql: (it, id) => (id.isId ? `${it.column(property)} = ${it.value(id, 'uuid')}` : 'false'),
});
