import type { SqlEntityManager } from '@mikro-orm/postgresql';
import type pg from 'pg';

/** Runs work on the connection of a transaction, in turn with its other statements. */
type Alone = <T>(work: (client: pg.PoolClient) => Promise<T>) => Promise<T>;

interface Compiled {
  readonly sql: string;
  readonly parameters: readonly unknown[];
}

const CHANGES = new Set(['INSERT', 'UPDATE', 'DELETE', 'MERGE']);

/** Makes `em` work inside a transaction that is not its own. */
export function entitiesWithin(em: SqlEntityManager, alone: Alone): SqlEntityManager {
  em.setTransactionContext(contextOf(alone));
  return em;
}

/** As much of a Kysely transaction as MikroORM uses. */
function contextOf(alone: Alone) {
  const run = (sql: string) => ({ execute: () => alone((client) => client.query(sql)) });
  const context = {
    isRolledBack: false,
    executeQuery: ({ sql, parameters }: Compiled) =>
      alone(async (client) => {
        const { rows, command, rowCount } = await client.query<object>(sql, [...parameters]);
        return { rows, ...(CHANGES.has(command) ? { numAffectedRows: BigInt(rowCount ?? 0) } : {}) };
      }),
    savepoint: (name: string) => ({
      execute: async () => {
        await run(`SAVEPOINT ${name}`).execute();
        return { ...context };
      },
    }),
    releaseSavepoint: (name: string) => run(`RELEASE SAVEPOINT ${name}`),
    rollbackToSavepoint: (name: string) => run(`ROLLBACK TO SAVEPOINT ${name}`),
    getExecutor: () => ({ provideConnection: (use: () => Promise<unknown>) => use() }),
  };
  return context;
}
