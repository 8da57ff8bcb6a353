import 'reflect-metadata';
import { join } from 'node:path';
import { lexicographicSortSchema, printSchema, type GraphQLSchema } from 'graphql';
import { MODULES } from './app.ts';
import { projectRoot } from './platform/config/root.ts';
import { discover, type Discovered } from './platform/discovery.ts';
import { buildHouseSchema } from './platform/graphql/schema.ts';
import { breakingChanges } from './print/breaking.ts';
import { cataloguePage } from './print/catalogue-page.ts';
import { documentsFor } from './print/documents.ts';
import { keepUpToDate, removeStrays, type Page } from './print/page.ts';
import { PROCESSES, processPages } from './print/process-pages.ts';
import { refusalPage } from './print/refusal-page.ts';

// npm run schema            prints the schema and the pages that follow from tables, verbs and types
// npm run schema -- --check changes nothing; ends with 1, naming each file that is not up to date

async function pagesOf(found: Discovered, schema: GraphQLSchema, sdl: string): Promise<readonly Page[]> {
  return [
    { path: 'schema/schema.graphql', text: sdl },
    await refusalPage(MODULES),
    cataloguePage(found, schema),
    ...processPages(found),
  ];
}

async function format(path: string, text: string): Promise<string> {
  const prettier = await import('prettier');
  const file = join(projectRoot(), path);
  return prettier.format(text, { ...(await prettier.resolveConfig(file)), filepath: file });
}

/** Does the work; answers with what a person must see to. */
async function print(check: boolean): Promise<readonly string[]> {
  const found = await discover(MODULES);
  const { schema } = await buildHouseSchema(found);
  const sdl = `${printSchema(lexicographicSortSchema(schema))}\n`;
  const pages = await pagesOf(found, schema, sdl);
  const { drafted, faults } = await documentsFor(schema, format);
  const stale = await keepUpToDate([...pages, ...drafted], check);
  const strays = await removeStrays(PROCESSES, pages, '.md', check);
  say(check ? 'not up to date' : 'printed', stale);
  say(check ? 'printed no longer' : 'removed', strays);
  say('not usable', faults);
  return [...(check ? [...stale, ...strays] : []), ...faults, ...(await broken(schema, sdl))];
}

async function broken(schema: GraphQLSchema, sdl: string): Promise<readonly string[]> {
  const changes = await breakingChanges(schema, sdl);
  if (changes === null) console.log('There is no earlier schema to compare with.');
  for (const { path, message, accepted } of changes ?? [])
    console.log(
      `${accepted ? 'breaking, accepted' : 'breaking, not listed in docs/breaking.md'}: \`${path}\` ${message}`,
    );
  return (changes ?? []).filter(({ accepted }) => !accepted).map(({ path }) => path);
}

function say(what: string, names: readonly string[]): void {
  for (const name of names) console.log(`${what}: ${name}`);
}

const toSee = await print(process.argv.includes('--check'));
if (toSee.length > 0) {
  console.error(`Run "npm run schema" and commit the difference (${toSee.length} to see to).`);
  process.exitCode = 1;
}
