import { pictureOf, pictures } from '../orders/pictures.ts';
import type { KeptClosing } from './kept.ts';
import type { Answers, Store } from './store.ts';

const COLUMNS = [
  ...(['noun', 'subjectId', 'round', 'serial', 'result', 'evidence', 'executorId', 'executorUnitIds'] as const),
  ...(['checkerId', 'checkerUnitIds', 'voice', 'noticeGiven', 'noNoticeReason', 'closedBy', 'at'] as const),
] satisfies (keyof KeptClosing)[];

/** What the statements of closing off answer: the photos that show what was done, and the row that is kept of it. */
export function closingAnswers(store: Store): Answers {
  return {
    'evidence-of-case': ([id, purposes]: [string, readonly string[]]) =>
      store.photos.flatMap((photo, index) =>
        photo.subjectId === id && purposes.includes(photo.purpose)
          ? [{ fileId: photo.id, sha256: pictures()[pictureOf(index)]!.digest.toString('hex') }]
          : [],
      ),
    'close-off': (values: readonly unknown[]) => {
      const entries = COLUMNS.map((column, index) => [column, values[index]] as const);
      const row = Object.fromEntries(entries) as unknown as KeptClosing & { readonly evidence: string };
      store.closings.push({ ...row, evidence: JSON.parse(row.evidence) as unknown });
      return [];
    },
  };
}
