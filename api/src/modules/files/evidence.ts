import type { Evidence } from '../../kernel/closing.ts';
import type { Transaction } from '../../platform/process/transaction.ts';
import type { FilePurpose } from './file.purpose.ts';

const EVIDENCE = `SELECT id AS "fileId", encode(sha256, 'hex') AS sha256 FROM file WHERE subject_id = $1 AND purpose = ANY ($2::text[]) ORDER BY id`;

/** The photos of a case that show what was done, by their digests: upon them it is closed off. */
export function evidenceOf(
  transaction: Transaction,
  subjectId: string,
  purposes: readonly FilePurpose[],
): Promise<Evidence[]> {
  return transaction.rows<Evidence & object>('evidence-of-case', EVIDENCE, [subjectId, purposes]);
}
