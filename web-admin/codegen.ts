/** Makes typed documents of every `.graphql` file, one folder `gql` a feature, and notes their hashes for the server. */
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { type CodegenConfig, generate } from '@graphql-codegen/cli';
import { addTypenameSelectionDocumentTransform } from '@graphql-codegen/client-preset';

type Outputs = CodegenConfig['generates'];

const ROOT = import.meta.dirname;
const SOURCE = join(ROOT, 'src');
const FRAGMENTS = join(SOURCE, 'fragments', '*.graphql');

const SCALARS = { DateTimeISO: 'string', CalendarDate: 'string', TimeSpan: 'string', ID: 'string' };

/** Folders below `src` that hold operations of their own. */
function folders(): readonly string[] {
  const features = readdirSync(join(SOURCE, 'features')).map((name) => join('features', name));
  return ['shell', 'parts', 'actions', ...features, 'resident'].filter((folder) => hasOperations(join(SOURCE, folder)));
}

function hasOperations(folder: string): boolean {
  try {
    return readdirSync(folder).some((name) => name.endsWith('.graphql'));
  } catch {
    return false;
  }
}

/** Residents' pages carry the hashes only; the console's cache needs to know what was selected. */
function outputOf(folder: string): Outputs {
  const light = folder === 'resident';
  return {
    [`${join(SOURCE, folder, 'gql')}/`]: {
      preset: 'client',
      documents: [join(SOURCE, folder, '*.graphql'), ...(light ? [] : [FRAGMENTS])],
      presetConfig: {
        fragmentMasking: false,
        persistedDocuments: {
          mode: light ? 'replaceDocumentWithHash' : 'embedHashInDocument',
          hashAlgorithm: 'sha256',
        },
      },
      config: {
        scalars: SCALARS,
        defaultScalarType: 'unknown',
        useTypeImports: true,
        enumsAsTypes: true,
        enumType: 'string-literal',
        ...(light && { documentMode: 'string' }),
      },
      ...(!light && { documentTransforms: [addTypenameSelectionDocumentTransform] }),
    },
  };
}

/** Writes the folders `gql` and returns the texts by their hashes. */
export async function codegen(): Promise<Readonly<Record<string, string>>> {
  const all = folders();
  for (const folder of all) rmSync(join(SOURCE, folder, 'gql'), { recursive: true, force: true });
  await generate(
    {
      schema: join(ROOT, '..', 'schema', 'schema.graphql'),
      generates: Object.assign({}, ...all.map(outputOf)) as Outputs,
      silent: true,
      errorsOnly: true,
      importExtension: '.ts',
    },
    true,
  );
  const manifests = all.map((folder) => readFileSync(join(SOURCE, folder, 'gql', 'persisted-documents.json'), 'utf8'));
  return Object.assign({}, ...manifests.map((text) => JSON.parse(text) as object)) as Record<string, string>;
}

/** Where the server looks for the documents that the pages send. */
export function writeManifest(folder: string, documents: Readonly<Record<string, string>>): void {
  mkdirSync(folder, { recursive: true });
  writeFileSync(join(folder, 'documents.json'), JSON.stringify(documents));
}
