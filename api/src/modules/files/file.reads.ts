import type { CaseFile } from '../../platform/process/case.ts';
import type { Database } from '../../platform/database/database.ts';
import type { FilePurpose } from './file.purpose.ts';

/** A photo without its bytes. `policy.seesFile` of its case decides who may look at it. */
export interface FileRow extends CaseFile {
  readonly id: string;
  readonly purpose: FilePurpose;
  readonly subjectNoun: string | null;
  readonly subjectId: string | null;
  readonly mediaType: string;
  /** Of the full picture. */
  readonly bytes: number;
  readonly width: number;
  readonly height: number;
  readonly createdAt: Date;
  /** Where the pictures are fetched, relative to the house. */
  readonly url: string;
  readonly thumbnailUrl: string;
}

const COLUMNS = `id, uploader_id AS "uploaderId", subject_noun AS "subjectNoun", subject_id AS "subjectId", purpose,
  publish_consent AS "publishConsent", media_type AS "mediaType", bytes, width, height, created_at AS "createdAt",
  '/files/' || id AS url, '/files/' || id || '/thumbnail' AS "thumbnailUrl"`;

const BY_ID = `SELECT ${COLUMNS}, encode(sha256, 'hex') AS digest FROM file WHERE id = $1::uuid`;
const CONTENT = 'SELECT content FROM file_content WHERE file_id = $1::uuid AND variant = $2';

export type FileWithDigest = FileRow & { readonly digest: string };

export async function fileById(database: Database, id: string): Promise<FileWithDigest | null> {
  const [row = null] = await database.query<FileWithDigest>('file-by-id', BY_ID, [id]);
  return row;
}

export type Variant = 'FULL' | 'THUMBNAIL';

export async function contentOf(database: Database, id: string, variant: Variant): Promise<Buffer | null> {
  const [row] = await database.query<{ content: Buffer }>('file-content', CONTENT, [id, variant]);
  return row?.content ?? null;
}
