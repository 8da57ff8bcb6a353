import pg from 'pg';

export default async function globalTeardown() {
  if (globalThis.stopTestCluster) return globalThis.stopTestCluster();
  // A server that others use is left as it was found.
  const client = new pg.Client({ connectionString: process.env.TEST_PG });
  await client.connect();
  await client.query(`DROP DATABASE IF EXISTS ${process.env.TEST_DEMO} WITH (FORCE)`);
  await client.end();
}
