import { dayOf, startOfDay } from '../../kernel/calendar.ts';
import type { House } from '../../platform/house.ts';
import type { Photo } from './drawing.ts';
import { LIMITS } from './file.limits.ts';
import { fileReasons } from './file.reasons.ts';

import type { Upload } from './upload-form.ts';
import { newId } from '../../platform/identifier.ts';

const RECEIVED = `SELECT coalesce(sum(received), 0)::bigint AS total FROM file WHERE uploader_id = $1::uuid AND created_at >= $2`;
// Uploads of one person are counted one after the other, or two at once would both find room for the last.
const ONE_BY_ONE = 'SELECT pg_advisory_xact_lock(35, hashtext($1))';
const INSERT = `
  WITH kept AS (
    INSERT INTO file (id, uploader_id, purpose, publish_consent, media_type, bytes, width, height, sha256, received, created_at)
    VALUES ($1::uuid, $2::uuid, $3, $4, $5, $6, $7, $8, $9, $10, $11) RETURNING id)
  INSERT INTO file_content (file_id, variant, content)
  SELECT id, variant, content FROM kept, (VALUES ('FULL', $12::bytea), ('THUMBNAIL', $13::bytea)) AS of (variant, content)`;

interface Received {
  readonly total: number;
}

/** Refuses FILE_DAILY_LIMIT when these bytes are more than the person may still send today. */
export async function checkAllowance(house: House, personId: string, bytes: number): Promise<void> {
  const [row] = await house.database.query<Received>('files-received', RECEIVED, sinceMidnight(house, personId));
  refuseBeyond(row, bytes);
}

/** Keeps a photo that belongs to no case yet; returns its id. */
export function keep(house: House, personId: string, upload: Upload, photo: Photo): Promise<string> {
  const { database } = house;
  const at = house.now();
  const id = newId(at);
  const { mediaType, full, thumbnail, width, height, sha256 } = photo;
  return database.transaction(async ({ rows }) => {
    await rows('files-one-by-one', ONE_BY_ONE, [personId]);
    const [row] = await rows<Received>('files-received', RECEIVED, sinceMidnight(house, personId));
    refuseBeyond(row, upload.content.length);
    await rows('keep-file', INSERT, [
      ...[id, personId, upload.purpose, upload.publishConsent, mediaType],
      ...[full.length, width, height, sha256, upload.content.length, at, full, thumbnail],
    ]);
    return id;
  });
}

const sinceMidnight = (house: House, personId: string) => [personId, startOfDay(dayOf(house.now()))];

function refuseBeyond(row: Received | undefined, bytes: number): void {
  if ((row?.total ?? 0) + bytes <= LIMITS.daily) return;
  fileReasons.refuse('FILE_DAILY_LIMIT', { values: { max: LIMITS.daily / 1024 / 1024 } });
}
