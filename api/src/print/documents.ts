import { getOperationAST, GraphQLError, parse, validate, type GraphQLSchema } from 'graphql';
import { checkOperation } from '../platform/graphql/limits.ts';
import { rootFieldsOf as selectedRoots } from '../platform/graphql/guard.ts';
import { draftOf } from './draft.ts';
import { namesIn, textOf, type Page } from './page.ts';
import { rootFieldsOf, type RootField } from './root-fields.ts';

export const DOCUMENTS = 'schema/documents';

/** Lays a text out as the repository lays out its files. */
export type Format = (path: string, text: string) => Promise<string>;

export interface Documents {
  /** Documents that are missing, or no longer fit the schema, drafted anew. */
  readonly drafted: readonly Page[];
  /** Documents that belong to no root field and do not fit the schema: a person must mend or remove them. */
  readonly faults: readonly string[];
}

/** Looks through the folder of documents; those that fit the schema stay as they are. */
export async function documentsFor(schema: GraphQLSchema, format: Format): Promise<Documents> {
  const roots = rootFieldsOf(schema);
  const drafted: Page[] = [];
  for (const root of roots) {
    const path = pathOf(root.field.name);
    const text = await textOf(path);
    if (text !== null && faultIn(schema, text, root.field.name) === null) continue;
    drafted.push({ path, text: await draft(schema, root, format) });
  }
  return { drafted, faults: await faultsOfOthers(schema, new Set(roots.map(({ field }) => pathOf(field.name)))) };
}

const pathOf = (name: string) => `${DOCUMENTS}/${name}.graphql`;

async function draft(schema: GraphQLSchema, root: RootField, format: Format): Promise<string> {
  const text = await format(pathOf(root.field.name), draftOf(root));
  const fault = faultIn(schema, text, root.field.name);
  if (fault !== null) throw new Error(`The draft for ${root.field.name} is not usable: ${fault}`);
  return text;
}

async function faultsOfOthers(schema: GraphQLSchema, known: ReadonlySet<string>): Promise<readonly string[]> {
  const others = (await namesIn(DOCUMENTS, '.graphql')).map((name) => `${DOCUMENTS}/${name}`);
  const faults = await Promise.all(
    others.filter((path) => !known.has(path)).map(async (path) => [path, faultIn(schema, (await textOf(path))!)]),
  );
  return faults.flatMap(([path, fault]) => (fault === null ? [] : `${path}: ${fault}`));
}

/**
 * What is wrong with a document: its grammar, that it does not fit the schema, that it asks for more than the limits allow,
 * that it holds more or less than one named operation, or does not ask for `root`. Null when nothing is.
 */
export function faultIn(schema: GraphQLSchema, text: string, root?: string): string | null {
  try {
    const document = parse(text);
    const [error] = validate(schema, document);
    if (error) return error.message;
    const operation = getOperationAST(document);
    if (!operation?.name) return 'holds not exactly one operation with a name';
    if (root !== undefined && !selectedRoots(document, operation).has(root)) return `does not ask for ${root}`;
    checkOperation(schema, document, operation, {});
    return null;
  } catch (error) {
    if (error instanceof GraphQLError) return error.message;
    throw error;
  }
}
