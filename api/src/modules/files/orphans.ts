import type { Database } from '../../platform/database/database.ts';
import type { Round } from '../../platform/process/rounds.ts';
import { LIMITS } from './file.limits.ts';

const BATCH = 200;
// A verb may be attaching one of them right now: what is locked is left for the next time.
const DELETE = `
  DELETE FROM file WHERE id IN (
    SELECT id FROM file WHERE subject_id IS NULL AND created_at < $1 ORDER BY created_at LIMIT ${BATCH} FOR UPDATE SKIP LOCKED)
  RETURNING id`;

/** Deletes photos that no case took within 24 hours of their upload; returns how many. Any number of nodes may do so at once. */
export async function deleteOrphans(database: Database, now: Date): Promise<number> {
  const before = new Date(now.getTime() - LIMITS.unattached);
  let deleted = 0;
  for (;;) {
    const rows = await database.query<{ id: string }>('delete-orphans', DELETE, [before]);
    deleted += rows.length;
    if (rows.length < BATCH) return deleted;
  }
}

export const orphanRound: Round = {
  name: 'photos that no case took',
  everySeconds: 3600,
  run: ({ database, now }) => deleteOrphans(database, now()),
};
