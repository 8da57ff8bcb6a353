import { id, many } from '../../../kernel/field.ts';
import type { Transaction } from '../../../platform/process/transaction.ts';
import { attachFiles, type FilePurpose } from '../../files/index.ts';

export const photosField = (about: string) => many(id('照片', about, 'photos'), { max: 9 });

interface Photos {
  readonly resolutionId: string;
  readonly purpose: FilePurpose;
  readonly personId: string | null;
}

/** Hangs photos on a resolution. */
export function attachPhotos(ids: readonly string[], to: Photos, transaction: Transaction): Promise<void> {
  const { resolutionId: subjectId, purpose, personId } = to;
  return attachFiles(transaction, { ids, noun: 'resolution', subjectId, purpose, personId: personId! });
}
