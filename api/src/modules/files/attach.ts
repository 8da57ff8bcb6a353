import type { Transaction } from '../../platform/process/transaction.ts';
import { LIMITS } from './file.limits.ts';
import type { FilePurpose } from './file.purpose.ts';
import { fileReasons } from './file.reasons.ts';

export interface Attachment {
  /** Uploaded by `personId` and attached to nothing yet. */
  readonly ids: readonly string[];
  /** The case: noun of its process, and id. */
  readonly noun: string;
  readonly subjectId: string;
  /** What the photos show; takes the place of the purpose they were uploaded for. */
  readonly purpose: FilePurpose;
  readonly personId: string;
}

// Two transactions that attach to one case are put in line, or both would find room for the ninth.
const IN_LINE = 'SELECT pg_advisory_xact_lock(36, hashtext($1))';
// Locked in the order of ids, so that two that want the same files do not wait for each other.
const ATTACH = `
  WITH free AS (
    SELECT id FROM file WHERE id = ANY ($1::uuid[]) AND uploader_id = $2::uuid AND subject_id IS NULL ORDER BY id FOR UPDATE),
  attached AS (
    UPDATE file SET subject_noun = $3, subject_id = $4::uuid, purpose = $5 FROM free WHERE file.id = free.id RETURNING file.id)
  SELECT (SELECT count(*) FROM attached)::int AS attached,
    (SELECT count(*) FROM file WHERE subject_id = $4::uuid AND purpose = $5)::int AS before`;
const OWN = 'SELECT count(*)::int AS own FROM file WHERE id = ANY ($1::uuid[]) AND uploader_id = $2::uuid';

/**
 * Gives photos to a case, for ever, in the transaction of the verb. All of them or none:
 * refuses FILE_NOT_YOURS (or gone), FILE_ALREADY_USED, FILE_TOO_MANY (nine a case and purpose).
 */
export async function attachFiles(transaction: Transaction, attachment: Attachment): Promise<void> {
  const { noun, subjectId, purpose, personId } = attachment;
  const ids = [...new Set(attachment.ids)];
  if (ids.length === 0) return;
  if (ids.length > LIMITS.perPurpose) tooMany();
  await transaction.rows('attach-in-line', IN_LINE, [subjectId]);
  const [counted] = await transaction.rows<Counted>('attach-files', ATTACH, [ids, personId, noun, subjectId, purpose]);
  const { attached, before } = counted!;
  if (attached < ids.length) {
    const [row] = await transaction.rows<{ own: number }>('own-files', OWN, [ids, personId]);
    fileReasons.refuse(row!.own < ids.length ? 'FILE_NOT_YOURS' : 'FILE_ALREADY_USED');
  }
  if (before + ids.length > LIMITS.perPurpose) tooMany();
}

interface Counted {
  readonly attached: number;
  /** Files of this case and purpose before. */
  readonly before: number;
}

function tooMany(): never {
  return fileReasons.refuse('FILE_TOO_MANY', { values: { max: LIMITS.perPurpose } });
}
