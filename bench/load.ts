import type pg from 'pg';

const TABLES = ['orders', 'event', 'feed', 'order_audience', 'order_claim', 'process_clock'];

// Indexes that prove something stay: they belong to constraints or are unique.
const INDEXES = `
  SELECT i.indexrelid::regclass::text AS name, pg_get_indexdef(i.indexrelid) AS definition
  FROM pg_index i WHERE i.indrelid = ANY ($1::text[]::regclass[]) AND NOT i.indisunique ORDER BY 1`;

const WHILE_LOADING = {
  session_replication_role: 'replica',
  synchronous_commit: 'off',
  work_mem: '256MB',
  maintenance_work_mem: '512MB',
  // Of series and lists in JSON the planner knows no sizes and guesses small ones.
  enable_nestloop: 'off',
  enable_mergejoin: 'off',
} as const;

export interface Loading {
  /** Names of indexes that are left out for good. */
  readonly without?: readonly string[];
}

/**
 * Runs statements that write many rows. Meanwhile nobody looks whether rows that are referred to are there, and
 * indexes wait until everything is in. One connection: no other may write.
 */
export async function load(
  client: pg.ClientBase,
  statements: readonly (readonly [text: string, values: readonly unknown[]])[],
  { without = [] }: Loading = {},
): Promise<void> {
  const { rows: indexes } = await client.query<{ name: string; definition: string }>(INDEXES, [TABLES]);
  await client.query(
    Object.entries(WHILE_LOADING)
      .map(([name, value]) => `SET ${name} = '${value}'`)
      .join(';'),
  );
  for (const { name } of indexes) await client.query(`DROP INDEX ${name}`);
  for (const [text, values] of statements) await client.query(text, [...values]);
  for (const { name, definition } of indexes) if (!without.includes(name)) await client.query(definition);
  await client.query(
    Object.keys(WHILE_LOADING)
      .map((name) => `RESET ${name}`)
      .join(';'),
  );
}
