import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import { buildSchema, type GraphQLSchema } from 'graphql';
import { projectRoot } from '../platform/config/root.ts';
import { textOf } from './page.ts';

const run = promisify(execFile);
const SDL = 'schema/schema.graphql';
const ACCEPTED = 'docs/breaking.md';

/** A change that may break a client that worked with the schema before. */
export interface Breaking {
  /** `Order.title`, as it must stand in docs/breaking.md to be accepted. */
  readonly path: string;
  readonly message: string;
  readonly accepted: boolean;
}

/**
 * Compares with the schema of the last commit, or of the one before where the last is what stands in the folder.
 * Null when there is no earlier schema to compare with.
 */
export async function breakingChanges(schema: GraphQLSchema, sdl: string): Promise<readonly Breaking[] | null> {
  const earlier = await earlierThan(sdl);
  if (earlier === null) return null;
  const { diff } = await import('@graphql-inspector/core');
  const accepted = (await textOf(ACCEPTED)) ?? '';
  const changes = await diff(buildSchema(earlier), schema);
  return changes
    .filter(({ criticality }) => String(criticality.level) === 'BREAKING')
    .map(({ path = '', message }) => ({ path, message, accepted: accepted.includes(`\`${path}\``) }));
}

async function earlierThan(sdl: string): Promise<string | null> {
  for (const commit of ['HEAD', 'HEAD~1']) {
    const text = await schemaAt(commit);
    if (text !== sdl) return text;
  }
  return null;
}

async function schemaAt(commit: string): Promise<string | null> {
  try {
    const options = { cwd: projectRoot(), maxBuffer: 64 * 1024 * 1024 };
    return (await run('git', ['show', `${commit}:${SDL}`], options)).stdout;
  } catch {
    // No git, no commit, or no schema in it.
    return null;
  }
}
