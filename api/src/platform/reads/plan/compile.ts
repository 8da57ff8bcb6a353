import { createHash } from 'node:crypto';
import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { Context } from '../../graphql/context.ts';
import type { Asking } from '../asking.ts';
import { NotPlannable } from '../field.ts';
import { joined, expression, textSql, type JsonText } from '../json-text.ts';
import { Statement } from '../place.ts';
import type { RootFields } from '../queries.ts';
import { fieldsOf, type Reading } from '../selected.ts';

/** A whole operation as one statement, for viewers of one kind and variables of one form. */
export interface Plan {
  readonly name: string;
  /** Yields one row: the data of the answer as `j`, and `seen1`, `seen2`… where somebody wants to know what was looked at. */
  readonly text: string;
  /** PostgreSQL's types of the parameters. */
  readonly types: readonly string[];
  /** Throws where a value cannot be read: then the general executor says why. */
  bind(asking: Asking): unknown[];
  readonly notes: readonly Note[];
}

export interface Note {
  readonly column: string;
  tell(keys: readonly string[], context: Context): void;
}

export interface Planned {
  readonly schema: GraphQLSchema;
  readonly roots: RootFields;
  readonly operation: OperationDefinitionNode;
  readonly reading: Reading;
  readonly viewer: Viewer;
}

/** Compiles an operation. Throws `NotPlannable` when the general executor must answer it. */
export function compile({ schema, roots, operation, reading, viewer }: Planned): Plan {
  if (operation.operation !== 'query') throw new NotPlannable(operation.operation);
  const statement = new Statement(viewer);
  const [sources, notes, parts]: [string[], Note[], JsonText[]] = [[], [], []];
  for (const [index, selected] of fieldsOf(schema.getQueryType()!, [operation.selectionSet], reading).entries()) {
    const key = `${index === 0 ? '' : ','}${JSON.stringify(selected.key)}:`;
    if (selected.name === '__typename') parts.push([`${key}"Query"`]);
    else {
      const root = roots[selected.name];
      if (!root) throw new NotPlannable(`Query.${selected.name}`);
      const { sql, note } = root.write(statement, selected);
      const alias = `r${String(sources.push(sql))}`;
      parts.push(joined([key], expression(`${alias}.j`)));
      if (note && sql.includes(' AS seen ')) notes.push({ column: `seen${alias}`, tell: note });
    }
  }
  const columns = [`${textSql(joined(['{'], ...parts, ['}']))} AS j`, ...notes.map(seenColumn)];
  const from = sources.map((sql, index) => `(${sql}) r${String(index + 1)}`);
  const text = `SELECT ${columns.join(', ')}${from.length === 0 ? '' : ` FROM ${from.join(' CROSS JOIN ')}`}`;
  const { parameters } = statement;
  return {
    ...{ name: nameOf(text), text, notes, types: parameters.types },
    bind: (asking) => parameters.bind(asking),
  };
}

const seenColumn = ({ column }: Note) => `${column.slice('seen'.length)}.seen AS ${column}`;
const nameOf = (text: string) => `plan-${createHash('sha1').update(text).digest('base64url').slice(0, 20)}`;
