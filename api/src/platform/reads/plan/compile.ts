import type { GraphQLSchema, OperationDefinitionNode } from 'graphql';
import type { Viewer } from '../../../kernel/viewer.ts';
import type { Context } from '../../graphql/context.ts';
import { NotPlannable } from '../field.ts';
import { expression, objectText, textSql } from '../json-text.ts';
import type { Finished, Parameters } from '../parameters.ts';
import { Statement } from '../place.ts';
import type { RootFields } from '../queries.ts';
import type { RootSql } from '../roots/root-field.ts';
import { fieldsOf, type Reading, type Selected } from '../selected.ts';

/**
 * A whole operation as one statement, for viewers of one kind and variables of one form. It yields one row: the data of the
 * answer as `j`, and `seen…` where somebody wants to know what was looked at. Where `bind` throws the general executor says why.
 */
export interface Plan extends Finished {
  /** The same for many askings, a row each in their order: parameters are lists, the present instant is one for all. Null where that cannot be. */
  readonly manyText: string | null;
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
  const selection = fieldsOf(schema.getQueryType()!, [operation.selectionSet], reading);
  const sources = selection
    .filter(({ name }) => name !== '__typename')
    .map((selected) => source(selected, roots, statement));
  const aliasOf = (selected: Selected) => `r${String(sources.findIndex((one) => one.selected === selected) + 1)}`;
  const data = objectText(
    selection.map((selected) => [
      selected.key,
      selected.name === '__typename' ? ['"Query"'] : expression(`${aliasOf(selected)}.j`),
    ]),
  );
  const notes = sources.flatMap(({ selected, note }) =>
    note ? [{ column: `seen${aliasOf(selected)}`, tell: note }] : [],
  );
  const columns = [`${textSql(data)} AS j`, ...notes.map(seenColumn)];
  const from = sources.map(({ sql, selected }) => `(${sql}) ${aliasOf(selected)}`).join(' CROSS JOIN ');
  return planOf(`SELECT ${columns.join(', ')}${from === '' ? '' : ` FROM ${from}`}`, statement.parameters, notes);
}

interface SourceSql extends RootSql {
  readonly selected: Selected;
}

function source(selected: Selected, roots: RootFields, statement: Statement): SourceSql {
  const root = roots[selected.name];
  if (!root) throw new NotPlannable(`Query.${selected.name}`);
  return { ...root.write(statement, selected), selected };
}

/** A statement that was written, as a plan. */
export function planOf(text: string, parameters: Parameters, notes: readonly Note[]): Plan {
  const finished = parameters.finish(text);
  return { ...finished, notes, manyText: manyTextOf(finished) };
}

/** PostgreSQL unpacks a list of lists into one: a parameter that is a list itself cannot go with others. */
function manyTextOf({ text, types, now }: Finished): string | null {
  const listed = types.map((type, index) => ({ type, index })).filter(({ index }) => index !== now);
  if (listed.length === 0 || listed.some(({ type }) => type.endsWith('[]'))) return null;
  const lists = listed.map(({ type, index }) => `$${String(index + 1)}::${type}[]`).join(', ');
  const names = listed.map(({ index }) => `p${String(index + 1)}`).join(', ');
  const row = text.replaceAll(/\$(\d+)::/g, (whole, place: string) =>
    Number(place) - 1 === now ? whole : `asked.p${place}::`,
  );
  return `SELECT answer.* FROM unnest(${lists}) WITH ORDINALITY AS asked (${names}, place) CROSS JOIN LATERAL (${row}) answer ORDER BY asked.place`;
}

const seenColumn = ({ column }: Note) => `${column.slice('seen'.length)}.seen AS ${column}`;
