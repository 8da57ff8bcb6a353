import type { Database } from '../../../platform/database/database.ts';
import type { House } from '../../../platform/house.ts';
import { newId } from '../../../platform/identifier.ts';
import type { Round } from '../../../platform/process/rounds.ts';
import { LIMITS } from '../sheet.limits.ts';
import { sheetReasons } from '../sheet.reasons.ts';
import type { Fault } from './row.ts';

/** An import as it stands. */
export interface ImportRow {
  readonly id: string;
  readonly kind: string;
  readonly fileName: string;
  readonly headers: readonly string[];
  /** By key of the column. */
  readonly places: Readonly<Record<string, number>>;
  readonly rows: number;
  readonly done: number;
  /** Of those done: rows that an earlier upload had imported. */
  readonly repeated: number;
  readonly failed: number;
  readonly createdAt: Date;
  readonly finishedAt: Date | null;
  /** Why it ended before its last row. */
  readonly trouble: 'INTERRUPTED' | 'PROHIBITED' | null;
}

/** A row that was not imported, as it was written, and why. */
export interface FailedRow {
  readonly line: number;
  readonly cells: readonly string[];
  readonly faults: readonly Fault[];
}

type New = Pick<ImportRow, 'kind' | 'fileName' | 'headers' | 'places' | 'rows'> & {
  readonly personId: string;
  /** Of the bytes of the file. */
  readonly digest: Buffer;
};

const GIVE_UP = `UPDATE sheet_import SET finished_at = $1, trouble = 'INTERRUPTED' WHERE finished_at IS NULL AND touched_at < $2`;
const BEGIN = `
  INSERT INTO sheet_import (id, person_id, kind, digest, file_name, headers, places, rows, created_at, touched_at)
  VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6::jsonb, $7::jsonb, $8, $9, $9) ON CONFLICT DO NOTHING RETURNING id`;
const RUNNING = 'SELECT id, kind, digest FROM sheet_import WHERE person_id = $1::uuid AND finished_at IS NULL';

/** Opens an import. One runs for a person at a time: the same file again is the one that runs (`isNew` false), another is refused. */
export async function beginImport(house: House, made: New): Promise<{ readonly id: string; readonly isNew: boolean }> {
  const now = house.now();
  const { personId, kind, digest, fileName, headers, places, rows } = made;
  await giveUpSilent(house);
  const values = [kind, digest, fileName, JSON.stringify(headers), JSON.stringify(places), rows, now];
  const [begun] = await house.database.query<{ id: string }>('begin-import', BEGIN, [newId(now), personId, ...values]);
  if (begun) return { id: begun.id, isNew: true };
  const [running] = await house.database.query<{ id: string; kind: string; digest: Buffer }>(
    'running-import',
    RUNNING,
    [personId],
  );
  const isSame = running && running.kind === kind && running.digest.equals(digest);
  return isSame ? { id: running.id, isNew: false } : sheetReasons.refuse('SHEET_BUSY');
}

async function giveUpSilent(house: House): Promise<void> {
  const now = house.now();
  await house.database.query('give-up-imports', GIVE_UP, [now, new Date(now.getTime() - LIMITS.silence)]);
}

const COLUMNS = `id, kind, file_name AS "fileName", headers, places, rows, done, repeated, failed, created_at AS "createdAt",
  finished_at AS "finishedAt", trouble`;
const BY_ID = `SELECT ${COLUMNS} FROM sheet_import WHERE id = $1::uuid AND person_id = $2::uuid`;
const RECENT = `SELECT ${COLUMNS} FROM sheet_import WHERE person_id = $1::uuid AND kind = $2 ORDER BY created_at DESC, id LIMIT 10`;
const FAILED = 'SELECT line, sealed FROM sheet_import_failure WHERE import_id = $1::uuid ORDER BY line LIMIT $2';

/** An import of this person; null when there is none. */
export async function importOf(house: House, id: string, personId: string): Promise<ImportRow | null> {
  await giveUpSilent(house);
  const [row] = await house.database.query<ImportRow>('import-by-id', BY_ID, [id, personId]);
  return row ?? null;
}

/** The last imports of a person, newest first. */
export const recentImports = (house: House, personId: string, kind: string): Promise<ImportRow[]> =>
  house.database.query<ImportRow>('recent-imports', RECENT, [personId, kind]);

export async function failedRows({ database, sealer }: House, id: string, most: number): Promise<FailedRow[]> {
  const rows = await database.query<{ line: number; sealed: Buffer }>('failed-rows', FAILED, [id, most]);
  return rows.map(({ line, sealed }) => ({ line, ...(JSON.parse(sealer.open(sealed)) as Omit<FailedRow, 'line'>) }));
}

const KEEP_FAILED = `INSERT INTO sheet_import_failure (import_id, line, sealed)
  SELECT $1::uuid, * FROM unnest($2::int[], $3::bytea[]) ON CONFLICT DO NOTHING`;
const TOUCH = `UPDATE sheet_import SET done = $2, repeated = $3, failed = $4, touched_at = $5, finished_at = $6, trouble = $7
  WHERE id = $1::uuid AND finished_at IS NULL`;

export interface Progress extends Pick<ImportRow, 'done' | 'repeated' | 'failed' | 'trouble'> {
  readonly finished: boolean;
}

/** Notes how far an import has come, and the rows that failed since the last note. */
export async function noteProgress(
  house: House,
  id: string,
  progress: Progress,
  fresh: readonly FailedRow[],
): Promise<void> {
  const { done, repeated, failed, finished, trouble } = progress;
  const now = house.now();
  const sealed = fresh.map(({ cells, faults }) => house.sealer.seal(JSON.stringify({ cells, faults })));
  await house.database.transaction(async ({ rows }) => {
    if (fresh.length > 0) await rows('keep-failed-rows', KEEP_FAILED, [id, fresh.map(({ line }) => line), sealed]);
    await rows('touch-import', TOUCH, [id, done, repeated, failed, now, finished ? now : null, trouble]);
  });
}

const FORGET = 'DELETE FROM sheet_import WHERE created_at < $1';

/** Forgets imports of more than a day ago; what they imported stays. */
export async function forgetImports({ query }: Pick<Database, 'query'>, now: Date): Promise<void> {
  await query('forget-imports', FORGET, [new Date(now.getTime() - LIMITS.kept)]);
}

export const forgetRound: Round = {
  name: 'imports of yesterday',
  everySeconds: 3600,
  run: ({ database, now }) => forgetImports(database, now()),
};
